import { z } from 'zod';
import { Id, Slug } from './basics.ts';
import * as devices from './devices.ts';
import * as hall from './hall.ts';
import * as identity from './identity.ts';
import { OfficeTemplate } from './office-template.ts';
import type { Access } from './permissions.ts';
import { PublicStatus, PublicTenant, PublicTicket, TicketToken } from './public.ts';
import { Hall } from './realtime.ts';
import { RelayBatch, RelayResult } from './relay.ts';

const NoContent = z.undefined();
const ById = z.object({ id: Id });
const ByToken = z.object({ token: TicketToken });
const ByOffice = z.object({ tenant: Slug, office: Slug });

/** Shape of one row of the table of endpoints. `idempotent`: yes = key taken, required = key needed. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with {names}; every name is a key of `params`. */
  readonly path: string;
  readonly access: readonly Access[];
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  readonly status: 200 | 201 | 204;
  readonly idempotent?: 'required' | 'optional';
  readonly summary: string;
}

const command = <B extends z.ZodType>(name: string, body: B, summary: string) =>
  ({
    method: 'POST',
    path: `/api/counters/{id}/${name}`,
    access: ['counter.operate'],
    params: ById,
    body,
    response: hall.CounterAnswer,
    status: 200,
    idempotent: 'optional',
    summary,
  }) as const satisfies Endpoint;

const correction = <B extends z.ZodType>(name: string, body: B, summary: string) =>
  ({
    method: 'POST',
    path: `/api/tickets/{id}/${name}`,
    access: ['ticket.correct', 'counter.operate'],
    params: ById,
    body,
    response: hall.CounterAnswer,
    status: 200,
    summary,
  }) as const satisfies Endpoint;

/** Every JSON endpoint. The server's routes, the OpenAPI document and the typed client are held against this table by tests. */
export const endpoints = {
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

  pair: {
    method: 'POST',
    path: '/api/devices/pair',
    access: ['public'],
    body: devices.PairRequest,
    response: devices.PairAnswer,
    status: 200,
    summary: 'Pair a device by its code',
  },
  deviceConfig: {
    method: 'GET',
    path: '/api/device/config',
    access: ['device'],
    response: devices.DeviceConfig,
    status: 200,
    summary: 'Configuration of this device (ETag)',
  },
  heartbeat: {
    method: 'POST',
    path: '/api/device/heartbeat',
    access: ['device'],
    body: devices.Heartbeat,
    response: devices.HeartbeatAnswer,
    status: 200,
    summary: 'State of this device',
  },
  kioskIssue: {
    method: 'POST',
    path: '/api/kiosk/tickets',
    access: ['device:kiosk'],
    body: hall.KioskIssue,
    response: hall.IssuedTicket,
    status: 201,
    idempotent: 'required',
    summary: 'Give out a ticket at the kiosk',
  },
  relayEvents: {
    method: 'POST',
    path: '/api/relay/events',
    access: ['device:relay'],
    body: RelayBatch,
    response: RelayResult,
    status: 200,
    summary: 'Events of ticket hardware',
  },

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

  hall: {
    method: 'GET',
    path: '/api/offices/{office}/hall',
    access: ['hall.view'],
    params: z.object({ office: Slug }),
    response: Hall,
    status: 200,
    summary: 'The hall as staff see it',
  },
  explain: {
    method: 'GET',
    path: '/api/offices/{office}/order',
    access: ['hall.view'],
    params: z.object({ office: Slug }),
    query: z.object({ first: z.string().max(16), second: z.string().max(16) }),
    response: hall.OrderExplanation,
    status: 200,
    summary: 'Why was one ticket called before another',
  },
  staffIssue: {
    method: 'POST',
    path: '/api/tickets',
    access: ['ticket.issue'],
    body: hall.StaffIssue,
    response: hall.IssuedTicket,
    status: 201,
    idempotent: 'optional',
    summary: 'Staff or greeter gives out a ticket',
  },

  counterOpen: command('open', hall.CounterOpen, 'Open the counter'),
  counterPause: command('pause', hall.CounterPause, 'Pause'),
  counterResume: command('resume', hall.Nothing, 'Go on after a pause'),
  counterClose: command('close', hall.Nothing, 'Close the counter'),
  callNext: {
    ...command('call-next', hall.Nothing, 'Call the next ticket; 204 when nobody waits'),
    response: hall.CounterAnswer.optional(),
  },
  call: command('call', hall.CounterCall, 'Call a certain ticket'),
  recall: command('recall', hall.Nothing, 'Call again'),
  start: command('start', hall.Nothing, 'The visitor is here'),
  complete: command('complete', hall.TicketComplete, 'Done; a journey goes on to its next step'),
  noShow: command('no-show', hall.Nothing, 'The visitor is absent'),
  putBack: command('put-back', hall.Nothing, 'Back to the line, place kept'),
  hold: command('hold', hall.TicketHold, 'Park the ticket'),
  takeUp: command('take-up', hall.TicketTakeUp, 'Take up a parked ticket'),
  transfer: command('transfer', hall.TicketTransfer, 'To another service or counter, place kept'),
  undo: command('undo', hall.Nothing, 'Undo the last action of this counter'),
  help: command('help', hall.HelpCall, 'Call a colleague, silently'),

  ticketCancel: correction('cancel', hall.TicketCancel, 'Cancel a ticket'),
  ticketReinstate: correction('reinstate', hall.Nothing, 'Bring an absent ticket back'),
  ticketAddService: correction('add-service', hall.TicketAddService, 'One more service on this ticket'),
  ticketPriority: correction('priority', hall.TicketPriority, 'Mark or unmark a priority visitor'),

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
  deviceCreate: {
    method: 'POST',
    path: '/api/admin/devices',
    access: ['device.manage'],
    body: devices.DeviceCreate,
    response: devices.DeviceRow,
    status: 201,
    summary: 'Register a device',
  },
  deviceList: {
    method: 'GET',
    path: '/api/admin/devices',
    access: ['device.manage'],
    response: z.array(devices.DeviceRow),
    status: 200,
    summary: 'Devices of the tenant',
  },
  pairingCode: {
    method: 'POST',
    path: '/api/admin/devices/{id}/pairing-code',
    access: ['device.manage'],
    params: ById,
    body: hall.Nothing,
    response: devices.PairingCode,
    status: 201,
    summary: 'A new pairing code, ten minutes, one use',
  },
  deviceRevoke: {
    method: 'POST',
    path: '/api/admin/devices/{id}/revoke',
    access: ['device.manage'],
    params: ById,
    body: hall.Nothing,
    response: devices.DeviceRow,
    status: 200,
    summary: 'Revoke the device token at once',
  },
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof endpoints;
