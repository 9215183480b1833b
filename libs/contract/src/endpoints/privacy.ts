import { z } from 'zod';
import * as hall from '../hall.ts';
import * as privacy from '../privacy.ts';
import { ById, type Endpoint } from './endpoint.ts';

/** Phone numbers, consent, keys, terms and figures. */
export const privacyEndpoints = {
  privacySettings: {
    method: 'GET',
    path: '/api/admin/privacy',
    access: ['privacy.manage'],
    response: privacy.PrivacySettings,
    status: 200,
    summary: 'What the tenant keeps of people, and how long',
  },
  privacyChange: {
    method: 'PUT',
    path: '/api/admin/privacy',
    access: ['privacy.manage'],
    body: privacy.PrivacyChange,
    response: privacy.PrivacySettings,
    status: 200,
    summary: 'Turn notices on or off, change the consent text or the term',
  },
  keyRotate: {
    method: 'POST',
    path: '/api/admin/privacy/rotate-key',
    access: ['privacy.manage'],
    body: hall.Nothing,
    response: privacy.KeyRotated,
    status: 200,
    summary: 'Exchange the key that personal data is sealed with',
  },
  deletionProofs: {
    method: 'GET',
    path: '/api/admin/privacy/deletions',
    access: ['privacy.manage'],
    response: z.array(privacy.DeletionProof),
    status: 200,
    summary: 'Proofs of deletion, the newest 200',
  },
  ticketContact: {
    method: 'GET',
    path: '/api/tickets/{id}/contact',
    access: ['hall.view'],
    params: ById,
    response: privacy.TicketContact,
    status: 200,
    summary: 'The phone number of a ticket, masked',
  },
  ticketContactOpen: {
    method: 'POST',
    path: '/api/tickets/{id}/contact',
    access: ['personal.read'],
    params: ById,
    body: privacy.ContactOpen,
    response: privacy.OpenedContact,
    status: 200,
    summary: 'The phone number of a ticket, for a reason',
  },
  dayFigures: {
    method: 'GET',
    path: '/api/admin/figures',
    access: ['hall.view'],
    query: privacy.FiguresQuery,
    response: z.array(privacy.DayFigure),
    status: 200,
    summary: 'Figures of days',
  },
} as const satisfies Record<string, Endpoint>;
