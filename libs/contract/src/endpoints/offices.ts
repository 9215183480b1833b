import { z } from 'zod';
import { Id, Slug } from '../basics.ts';
import * as hall from '../hall.ts';
import { OfficeTemplate } from '../office-template.ts';
import { ById, type Endpoint } from './endpoint.ts';

/** Configuration of offices. */
export const officesEndpoints = {
  officeCreate: {
    method: 'POST',
    path: '/api/admin/offices',
    access: ['office.configure'],
    body: OfficeTemplate,
    response: z.object({ id: Id, slug: Slug }),
    status: 201,
    summary: 'Make a whole office from a template',
  },
  issuingSwitch: {
    method: 'POST',
    path: '/api/admin/services/{id}/issuing',
    access: ['office.configure'],
    params: ById,
    body: hall.IssuingSwitch,
    response: z.object({ revision: z.int() }),
    status: 200,
    summary: 'Stop or resume giving out tickets of a service',
  },
} as const satisfies Record<string, Endpoint>;
