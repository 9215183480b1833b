import { z } from 'zod';
import { Slug } from '../basics.ts';
import * as hall from '../hall.ts';
import { PublicStatus, PublicTenant, PublicTicket } from '../public.ts';
import { ByOffice, ByToken, type Endpoint } from './endpoint.ts';

/** What residents read and do, without log-in. */
export const publicEndpoints = {
  publicTenant: {
    method: 'GET',
    path: '/api/public/{tenant}',
    access: ['public'],
    params: z.object({ tenant: Slug }),
    response: PublicTenant,
    status: 200,
    summary: 'Offices of a tenant',
  },
  publicStatus: {
    method: 'GET',
    path: '/api/public/{tenant}/{office}/status',
    access: ['public'],
    params: ByOffice,
    response: PublicStatus,
    status: 200,
    summary: 'Live waits of an office',
  },
  publicTicket: {
    method: 'GET',
    path: '/api/public/tickets/{token}',
    access: ['public'],
    params: ByToken,
    response: PublicTicket,
    status: 200,
    summary: 'One ticket by its token',
  },
  publicTicketCancel: {
    method: 'POST',
    path: '/api/public/tickets/{token}/cancel',
    access: ['public'],
    params: ByToken,
    body: hall.Nothing,
    response: PublicTicket,
    status: 200,
    summary: 'Give the ticket up',
  },
  publicTicketPostpone: {
    method: 'POST',
    path: '/api/public/tickets/{token}/postpone',
    access: ['public'],
    params: ByToken,
    body: z.strictObject({ behind: z.int().min(1).max(20) }),
    response: PublicTicket,
    status: 200,
    summary: 'Let n others go first',
  },
} as const satisfies Record<string, Endpoint>;
