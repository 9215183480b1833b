/** Roles of people. An operator belongs to the platform, a regional reader to a region, the others to a tenant. */
export const roles = ['operator', 'owner', 'supervisor', 'staff', 'greeter', 'viewer', 'region'] as const;
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
  'ticket.amend',
  'office.configure',
  'device.manage',
  'staff.manage',
  'staff.invite',
  'tenant.manage',
  'clock.set',
  'audit.view',
  'sso.manage',
  'privacy.manage',
  'personal.read',
  'data.export',
  'region.view',
] as const;
export type Permission = (typeof permissions)[number];

const hall = ['hall.view', 'counter.operate', 'ticket.issue', 'ticket.correct'] as const;
/** What concerns the data of people as such. */
const data = ['privacy.manage', 'personal.read', 'data.export'] as const;

/** Role -> permissions. A permission counts within the offices of the person (none listed = all of the tenant). */
export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  operator: ['tenant.manage', 'clock.set', 'audit.view'],
  owner: [
    ...hall,
    'ticket.amend',
    'office.configure',
    'device.manage',
    'staff.manage',
    'staff.invite',
    'audit.view',
    'sso.manage',
    ...data,
  ],
  supervisor: [...hall, 'ticket.amend', 'office.configure', 'device.manage', 'staff.invite', 'personal.read'],
  staff: ['hall.view', 'counter.operate', 'ticket.issue'],
  greeter: ['hall.view', 'ticket.issue', 'ticket.correct'],
  viewer: ['hall.view'],
  region: ['region.view'],
};

/**
 * What a session is good for: all that the roles allow; setting up the second factor that the account must have and has
 * not yet; what is done at a counter, for who took it over by a PIN.
 */
export const sessionKinds = ['full', 'enrolment', 'counter'] as const;
export type SessionKind = (typeof sessionKinds)[number];

/** All that a session begun by a PIN may do; of these, what the person's roles allow. */
export const counterPermissions: readonly Permission[] = ['hall.view', 'counter.operate', 'ticket.issue'];

/**
 * Who may call a route: anyone; somebody with a full session; somebody with a full session or one that must set up a
 * second factor (`enrolment`); any session; a person with a permission; a device of a kind.
 * Several = any one of them suffices. Every route carries exactly one such list (an architecture test asks).
 */
export type Access =
  'public' | 'session' | 'enrolment' | 'any_session' | Permission | `device:${DeviceKind}` | 'device';
