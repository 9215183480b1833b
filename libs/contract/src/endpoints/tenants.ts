import { z } from 'zod';
import * as identity from '../identity.ts';
import { type Endpoint } from './endpoint.ts';

/** What the operator does with tenants. */
export const tenantsEndpoints = {
  tenantCreate: {
    method: 'POST',
    path: '/api/admin/tenants',
    access: ['tenant.manage'],
    body: identity.TenantCreate,
    response: identity.TenantRow,
    status: 201,
    summary: 'Make a tenant with its owner',
  },
  tenantList: {
    method: 'GET',
    path: '/api/admin/tenants',
    access: ['tenant.manage'],
    response: z.array(identity.TenantRow),
    status: 200,
    summary: 'All tenants',
  },
  clockSet: {
    method: 'PUT',
    path: '/api/admin/clock',
    access: ['clock.set'],
    body: identity.ClockSet,
    response: identity.ClockAnswer,
    status: 200,
    summary: 'Set the clock of a rehearsal tenant',
  },
} as const satisfies Record<string, Endpoint>;
