import type { Permission } from '@sunbeon/contract';

/**
 * Resource or page -> permission without which it is neither in the menu nor opened. The server asks again whatever is
 * shown here; this only spares people what would be refused.
 */
export const access = {
  hall: 'hall.view',
  tickets: 'hall.view',
  announcements: 'office.configure',
  office: 'office.configure',
  services: 'office.configure',
  counters: 'office.configure',
  hours: 'office.configure',
  'unmanned-kiosks': 'office.configure',
  'notification-texts': 'office.configure',
  media: 'device.manage',
  playlists: 'device.manage',
  layouts: 'device.manage',
  'kiosk-screens': 'device.manage',
  receipts: 'office.configure',
  devices: 'device.manage',
  alerts: 'device.manage',
  staff: 'staff.manage',
  invitations: 'staff.invite',
  policy: 'staff.manage',
  sso: 'sso.manage',
  privacy: 'privacy.manage',
  exports: 'data.export',
  audit: 'audit.view',
  tenants: 'tenant.manage',
  regions: 'tenant.manage',
  erasures: 'tenant.manage',
  health: 'tenant.manage',
  region: 'region.view',
} as const satisfies Record<string, Permission>;

export type Place = keyof typeof access;

/** True when the permissions open a resource or page; what the table does not name is open to nobody. */
export function mayOpen(permissions: readonly Permission[], place: string): boolean {
  return Object.hasOwn(access, place) && permissions.includes(access[place as Place]);
}
