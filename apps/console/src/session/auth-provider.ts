import type { Session, SessionState } from '@sunbeon/client';
import type { Me } from '@sunbeon/contract';
import type { AuthProvider } from 'react-admin';
import { problemOf } from '../data/refusal.ts';
import { mayOpen } from './access.ts';

/** What react-admin asks about the person; the session itself is kept by libs/client. */
export function createAuthProvider(session: Session): AuthProvider {
  return {
    // The log-in page calls the session itself: it has two steps.
    login: () => Promise.resolve(),
    logout: async () => {
      if (session.state().phase === 'in') await session.logOut();
      return '/login';
    },
    checkAuth: async () => {
      if ((await settled(session)).phase !== 'in') throw new Error('ra.auth.auth_check_error');
    },
    // A refused token was renewed and tried again by the session: what still says 401 means that it has ended.
    checkError: (error) =>
      problemOf(error)?.code === 'unauthenticated' ? Promise.reject({ message: false }) : Promise.resolve(),
    getIdentity: async () => {
      const { id, name, email } = await meOf(session);
      return { id, fullName: name, email };
    },
    getPermissions: async () => (await meOf(session)).permissions,
    canAccess: async ({ resource }) => mayOpen((await meOf(session)).permissions, resource),
  };
}

async function meOf(session: Session): Promise<Me> {
  const state = await settled(session);
  if (state.phase !== 'in') throw new Error('ra.auth.auth_check_error');
  return state.answer.me;
}

/** The state once it is known whether somebody is logged in; while the server cannot be reached, this waits. */
function settled(session: Session): Promise<SessionState> {
  return new Promise((resolve) => {
    const look = () => {
      const state = session.state();
      if (state.phase === 'starting' || state.phase === 'unreachable') return;
      stop();
      resolve(state);
    };
    const stop = session.subscribe(look);
    look();
  });
}
