import { Session } from '@sunbeon/client';
import type { Me } from '@sunbeon/contract';
import { createContext, useContext, useSyncExternalStore } from 'react';

export const SessionContext = createContext<Session>(new Session());

export const useSession = (): Session => useContext(SessionContext);

/** Who is logged in; null at the door. */
export function useMe(): Me | null {
  const session = useSession();
  const state = useSyncExternalStore(session.subscribe, session.state);
  return state.phase === 'in' ? state.answer.me : null;
}
