import type { EndpointName, endpoints } from '@sunbeon/contract';

type Table = typeof endpoints;
type Route<Name extends EndpointName> = readonly [Table[Name]['method'], Table[Name]['path']];

/**
 * Method and path of every endpoint. The compiler holds each row against the contract's table, so a missing, surplus or
 * different row does not build. It is written out here so that a page which calls two endpoints does not carry the
 * schemas of all (and zod with them).
 */
export const routes = {
  publicTenant: ['GET', '/api/public/{tenant}'],
  publicStatus: ['GET', '/api/public/{tenant}/{office}/status'],
  publicTicket: ['GET', '/api/public/tickets/{token}'],
  publicTicketCancel: ['POST', '/api/public/tickets/{token}/cancel'],
  publicTicketPostpone: ['POST', '/api/public/tickets/{token}/postpone'],
  pair: ['POST', '/api/devices/pair'],
  deviceConfig: ['GET', '/api/device/config'],
  heartbeat: ['POST', '/api/device/heartbeat'],
  kioskIssue: ['POST', '/api/kiosk/tickets'],
  relayEvents: ['POST', '/api/relay/events'],
  login: ['POST', '/api/auth/login'],
  refresh: ['POST', '/api/auth/refresh'],
  logout: ['POST', '/api/auth/logout'],
  me: ['GET', '/api/auth/me'],
  hall: ['GET', '/api/offices/{office}/hall'],
  explain: ['GET', '/api/offices/{office}/order'],
  staffIssue: ['POST', '/api/tickets'],
  counterOpen: ['POST', '/api/counters/{id}/open'],
  counterPause: ['POST', '/api/counters/{id}/pause'],
  counterResume: ['POST', '/api/counters/{id}/resume'],
  counterClose: ['POST', '/api/counters/{id}/close'],
  callNext: ['POST', '/api/counters/{id}/call-next'],
  call: ['POST', '/api/counters/{id}/call'],
  recall: ['POST', '/api/counters/{id}/recall'],
  start: ['POST', '/api/counters/{id}/start'],
  complete: ['POST', '/api/counters/{id}/complete'],
  noShow: ['POST', '/api/counters/{id}/no-show'],
  putBack: ['POST', '/api/counters/{id}/put-back'],
  hold: ['POST', '/api/counters/{id}/hold'],
  takeUp: ['POST', '/api/counters/{id}/take-up'],
  transfer: ['POST', '/api/counters/{id}/transfer'],
  undo: ['POST', '/api/counters/{id}/undo'],
  help: ['POST', '/api/counters/{id}/help'],
  ticketCancel: ['POST', '/api/tickets/{id}/cancel'],
  ticketReinstate: ['POST', '/api/tickets/{id}/reinstate'],
  ticketAddService: ['POST', '/api/tickets/{id}/add-service'],
  ticketPriority: ['POST', '/api/tickets/{id}/priority'],
  tenantCreate: ['POST', '/api/admin/tenants'],
  tenantList: ['GET', '/api/admin/tenants'],
  clockSet: ['PUT', '/api/admin/clock'],
  officeCreate: ['POST', '/api/admin/offices'],
  issuingSwitch: ['POST', '/api/admin/services/{id}/issuing'],
  staffCreate: ['POST', '/api/admin/staff'],
  staffList: ['GET', '/api/admin/staff'],
  deviceCreate: ['POST', '/api/admin/devices'],
  deviceList: ['GET', '/api/admin/devices'],
  pairingCode: ['POST', '/api/admin/devices/{id}/pairing-code'],
  deviceRevoke: ['POST', '/api/admin/devices/{id}/revoke'],
} as const satisfies { readonly [Name in EndpointName]: Route<Name> };
