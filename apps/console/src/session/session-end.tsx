import { useEffect, useSyncExternalStore } from 'react';
import { useLogout } from 'react-admin';
import { useSession } from './session-context.ts';

/** Leads to the door as soon as the session has ended, here or in another window. */
export function SessionEnd() {
  const session = useSession();
  const logout = useLogout();
  const { phase } = useSyncExternalStore(session.subscribe, session.state);
  useEffect(() => {
    if (phase === 'out') void logout();
  }, [phase, logout]);
  return null;
}
