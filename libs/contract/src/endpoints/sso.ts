import { z } from 'zod';
import { Slug } from '../basics.ts';
import * as hall from '../hall.ts';
import * as sso from '../sso.ts';
import { NoContent, type Endpoint } from './endpoint.ts';

/** Log-in by the tenant's own identity provider. The two redirects of a log-in itself are no JSON: `sso.ts` names them. */
export const ssoEndpoints = {
  ssoOffer: {
    method: 'GET',
    path: '/api/auth/sso/{tenant}/offer',
    access: ['public'],
    params: z.object({ tenant: Slug }),
    response: sso.SsoOffer,
    status: 200,
    summary: 'Can people of this tenant log in by its own identity provider?',
  },
  ssoSettings: {
    method: 'GET',
    path: '/api/admin/sso',
    access: ['sso.manage'],
    response: sso.SsoSettings,
    status: 200,
    summary: 'Settings of the identity provider; the secret is never shown',
  },
  ssoSave: {
    method: 'PUT',
    path: '/api/admin/sso',
    access: ['sso.manage'],
    body: sso.SsoSave,
    response: sso.SsoSettings,
    status: 200,
    summary: 'Set the identity provider',
  },
  ssoRemove: {
    method: 'POST',
    path: '/api/admin/sso/remove',
    access: ['sso.manage'],
    body: hall.Nothing,
    response: NoContent,
    status: 204,
    summary: 'Forget the identity provider; its people keep their accounts',
  },
  ssoTest: {
    method: 'POST',
    path: '/api/admin/sso/test',
    access: ['sso.manage'],
    body: hall.Nothing,
    response: sso.SsoTest,
    status: 200,
    summary: 'Ask the identity provider for its discovery document and say what is wrong',
  },
} as const satisfies Record<string, Endpoint>;
