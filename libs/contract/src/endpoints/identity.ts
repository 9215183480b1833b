import { z } from 'zod';
import * as hall from '../hall.ts';
import * as identity from '../identity.ts';
import { NoContent, type Endpoint } from './endpoint.ts';

/** Log-in, sessions and people. */
export const identityEndpoints = {
  login: {
    method: 'POST',
    path: '/api/auth/login',
    access: ['public'],
    body: identity.LoginRequest,
    response: identity.SessionAnswer,
    status: 200,
    summary: 'Log in with e-mail and password',
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
    access: ['session'],
    response: identity.Me,
    status: 200,
    summary: 'Who is logged in',
  },
  staffCreate: {
    method: 'POST',
    path: '/api/admin/staff',
    access: ['staff.manage'],
    body: identity.StaffCreate,
    response: identity.StaffRow,
    status: 201,
    summary: 'Add a person',
  },
  staffList: {
    method: 'GET',
    path: '/api/admin/staff',
    access: ['staff.manage'],
    response: z.array(identity.StaffRow),
    status: 200,
    summary: 'People of the tenant',
  },
} as const satisfies Record<string, Endpoint>;
