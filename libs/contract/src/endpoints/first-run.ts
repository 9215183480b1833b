import * as firstRun from '../first-run.ts';
import type { Endpoint } from './endpoint.ts';

const access = ['office.configure', 'device.manage', 'staff.invite', 'staff.manage'] as const;

/** What a new institution does first, on the console's first page. */
export const firstRunEndpoints = {
  firstRun: {
    method: 'GET',
    path: '/api/admin/first-run',
    access,
    response: firstRun.FirstRun,
    status: 200,
    summary: 'What is still to be done until the hall works, as far as one may do it',
  },
  firstRunAside: {
    method: 'PUT',
    path: '/api/admin/first-run',
    access,
    body: firstRun.FirstRunAside,
    response: firstRun.FirstRun,
    status: 200,
    summary: 'Put the first steps aside for oneself, or have them back',
  },
} as const satisfies Record<string, Endpoint>;
