/** Roles of people. An operator belongs to the platform, the others to a tenant. */
export const roles = ['operator', 'owner', 'supervisor', 'staff', 'greeter', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** Kinds of devices that are paired with an office. */
export const deviceKinds = ['kiosk', 'display', 'relay', 'printer'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/** What a person may be allowed to do; the table below says which role may. */
export const permissions = [
  'hall.view',
  'counter.operate',
  'ticket.issue',
  'ticket.correct',
  'office.configure',
  'device.manage',
  'staff.manage',
  'tenant.manage',
  'clock.set',
  'audit.view',
  'sso.manage',
] as const;
export type Permission = (typeof permissions)[number];

const hall = ['hall.view', 'counter.operate', 'ticket.issue', 'ticket.correct'] as const;

/** Role -> permissions. A permission counts within the offices of the person (none listed = all of the tenant). */
export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  operator: ['tenant.manage', 'clock.set', 'audit.view'],
  owner: [...hall, 'office.configure', 'device.manage', 'staff.manage', 'audit.view', 'sso.manage'],
  supervisor: [...hall, 'office.configure', 'device.manage'],
  staff: ['hall.view', 'counter.operate', 'ticket.issue'],
  greeter: ['hall.view', 'ticket.issue', 'ticket.correct'],
  viewer: ['hall.view'],
};

/**
 * Who may call a route: anyone; anyone logged in; a person with a permission; a device of a kind.
 * Several = any one of them suffices. Every route carries exactly one such list (an architecture test asks).
 */
export type Access = 'public' | 'session' | Permission | `device:${DeviceKind}` | 'device';
