import * as hall from '../hall.ts';
import * as identity from '../identity.ts';
import { NoContent, type Endpoint } from './endpoint.ts';

/** Log-in and the session. */
export const identityEndpoints = {
  login: {
    method: 'POST',
    path: '/api/auth/login',
    access: ['public'],
    body: identity.LoginRequest,
    response: identity.SessionAnswer,
    status: 200,
    summary: 'Log in with e-mail and password; with a second factor it is the first step',
  },
  refresh: {
    method: 'POST',
    path: '/api/auth/refresh',
    access: ['public'],
    body: hall.Nothing,
    response: identity.SessionAnswer,
    status: 200,
    summary: 'New access token from the session cookie',
  },
  logout: {
    method: 'POST',
    path: '/api/auth/logout',
    access: ['public'],
    body: hall.Nothing,
    response: NoContent,
    status: 204,
    summary: 'End the session',
  },
  me: {
    method: 'GET',
    path: '/api/auth/me',
    access: ['any_session'],
    response: identity.Me,
    status: 200,
    summary: 'Who is logged in',
  },
} as const satisfies Record<string, Endpoint>;
