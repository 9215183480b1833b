import { endpoints, type Endpoint, type EndpointName } from '@sunbeon/contract';

const ticketLog = 'the hall has a log of its own: ticket_event, which nobody can change either';

/** What people may do without a row in the audit, each with the reason. */
export const notAudited: Readonly<Partial<Record<EndpointName, string>>> = {
  staffIssue: ticketLog,
  ticketCancel: ticketLog,
  ticketReinstate: ticketLog,
  ticketAddService: ticketLog,
  ticketPriority: ticketLog,
  counterOpen: ticketLog,
  counterPause: ticketLog,
  counterResume: ticketLog,
  counterClose: ticketLog,
  callNext: ticketLog,
  call: ticketLog,
  recall: ticketLog,
  start: ticketLog,
  complete: ticketLog,
  noShow: ticketLog,
  putBack: ticketLog,
  hold: ticketLog,
  takeUp: ticketLog,
  transfer: ticketLog,
  undo: ticketLog,
  help: ticketLog,
  callBack: ticketLog,
  callBackSeen: ticketLog,
};

/** Reads that show data of people, and what they are called in the audit. One's own data (`me`) is none of them. */
export const personalReads: Readonly<Partial<Record<EndpointName, string>>> = {
  staffList: 'staff.list',
  tenantShow: 'tenant.read',
  staffSessions: 'staff.sessions',
  invitationList: 'invitation.list',
  regionReaders: 'region.readers',
};

/** True when a person (not a device, not the public) may call the endpoint. */
export function isForPeople({ access }: Endpoint): boolean {
  return access.some((one) => one !== 'public' && (!one.startsWith('device') || one === 'device.manage'));
}

/** Every endpoint after whose success there must be a row in the audit: changes by people, and reads of personal data. */
export function isAudited(name: EndpointName): boolean {
  if (name in notAudited) return false;
  if (name in personalReads) return true;
  const endpoint: Endpoint = endpoints[name];
  return endpoint.method !== 'GET' && isForPeople(endpoint);
}
