import { z } from 'zod';
import { Id, Instant, Slug } from './basics.ts';
import { Password } from './identity.ts';
import { roles } from './permissions.ts';

const Email = z.email().max(200);
const Name = z.string().trim().min(1).max(80);
/** Roles within a tenant; the operator's is none of them. */
export const TenantRoles = z
  .array(z.enum(roles).exclude(['operator', 'region']))
  .min(1)
  .max(5);
/** Slugs of offices; none = all of the tenant. */
const Offices = z.array(Slug).max(100);

/** `POST /api/admin/staff` */
export const StaffCreate = z
  .strictObject({ email: Email, name: Name, password: Password, roles: TenantRoles, offices: Offices.default([]) })
  .meta({ id: 'StaffCreate' });
export const StaffRow = z
  .object({
    id: Id,
    email: z.string(),
    name: z.string(),
    roles: z.array(z.enum(roles)),
    /** Slugs; none = all of the tenant. */
    offices: z.array(z.string()),
    active: z.boolean(),
    secondFactor: z.boolean(),
    pin: z.enum(['none', 'set', 'locked']),
    /** Locked after wrong passwords until then. */
    lockedUntil: Instant.nullable(),
    /** Last use of any session. */
    lastSeenAt: Instant.nullable(),
  })
  .meta({ id: 'StaffRow' });
export type StaffRow = z.infer<typeof StaffRow>;
/** `PUT /api/admin/staff/{id}`: what is left out stays. */
export const StaffUpdate = z
  .strictObject({ name: Name.optional(), roles: TenantRoles.optional(), offices: Offices.optional() })
  .meta({ id: 'StaffUpdate' });

/** `POST /api/admin/invitations`: a letter with a link that is good for seven days. */
export const InvitationCreate = z
  .strictObject({ email: Email, name: Name, roles: TenantRoles, offices: Offices.default([]) })
  .meta({ id: 'InvitationCreate' });
export const InvitationRow = z
  .object({
    id: Id,
    email: z.string(),
    name: z.string(),
    roles: z.array(z.enum(roles)),
    offices: z.array(z.string()),
    state: z.enum(['open', 'accepted', 'withdrawn', 'expired']),
    invitedBy: z.object({ id: Id, name: z.string() }).nullable(),
    sentAt: Instant,
    expiresAt: Instant,
  })
  .meta({ id: 'InvitationRow' });
export type InvitationRow = z.infer<typeof InvitationRow>;

/** `GET/PUT /api/admin/policy`: rules of the tenant for the accounts of its people. */
export const TenantPolicy = z
  .strictObject({
    /** Roles that must have a second factor. A live tenant's owners must in any case. */
    secondFactorRoles: z.array(z.enum(roles).exclude(['operator'])).max(5),
    /** Minutes without any action after which a session ends. */
    idleMinutes: z.int().min(5).max(1_440),
  })
  .meta({ id: 'TenantPolicy' });
export type TenantPolicy = z.infer<typeof TenantPolicy>;
