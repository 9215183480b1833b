import { z } from 'zod';
import * as erasure from '../erasure.ts';
import * as hall from '../hall.ts';
import { ById, type Endpoint } from './endpoint.ts';

/** The end of a tenant: two steps by the operator, a job, a certificate. */
export const erasureEndpoints = {
  erasurePlan: {
    method: 'POST',
    path: '/api/admin/tenants/{id}/erasure',
    access: ['tenant.manage'],
    params: ById,
    body: erasure.ErasurePlan,
    response: erasure.ErasureRow,
    status: 201,
    summary: 'Plan the erasure of a closed tenant',
  },
  erasureList: {
    method: 'GET',
    path: '/api/admin/erasures',
    access: ['tenant.manage'],
    response: z.array(erasure.ErasureRow),
    status: 200,
    summary: 'Erasures planned and done',
  },
  erasureConfirm: {
    method: 'POST',
    path: '/api/admin/erasures/{id}/confirm',
    access: ['tenant.manage'],
    params: ById,
    body: erasure.ErasureConfirm,
    response: erasure.ErasureRow,
    status: 200,
    summary: 'Confirm a planned erasure; a job does it when it is due',
  },
  erasureCancel: {
    method: 'POST',
    path: '/api/admin/erasures/{id}/cancel',
    access: ['tenant.manage'],
    params: ById,
    body: hall.Nothing,
    response: erasure.ErasureRow,
    status: 200,
    summary: 'Call an erasure off before it began',
  },
  erasureCertificate: {
    method: 'GET',
    path: '/api/admin/erasures/{id}/certificate',
    access: ['tenant.manage'],
    params: ById,
    response: erasure.SignedCertificate,
    status: 200,
    summary: 'Proof that a tenant was erased',
  },
} as const satisfies Record<string, Endpoint>;
