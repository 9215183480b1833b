import { z } from 'zod';
import { Id, Instant, TenantSlug, TimeZone } from './basics.ts';
import { permissions, roles } from './permissions.ts';
import { Slug } from './basics.ts';

/** `POST /api/auth/login`. The refresh token comes as an httpOnly cookie, the access token in the answer. */
export const LoginRequest = z
  .strictObject({ email: z.string().min(3).max(200), password: z.string().min(1).max(200) })
  .meta({ id: 'LoginRequest' });
export const Me = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    roles: z.array(z.enum(roles)),
    permissions: z.array(z.enum(permissions)),
    tenant: z.object({ slug: z.string(), name: z.string() }),
    offices: z.array(z.object({ id: Id, slug: z.string(), name: z.string() })),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;
export const SessionAnswer = z
  .object({ accessToken: z.string(), expiresAt: Instant, me: Me })
  .meta({ id: 'SessionAnswer' });
export type SessionAnswer = z.infer<typeof SessionAnswer>;

/** At least 10 characters; length beats rules of composition. */
export const Password = z.string().min(10).max(200);

/** `POST /api/admin/tenants` (operator). */
export const TenantCreate = z
  .strictObject({
    slug: TenantSlug,
    name: z.string().min(1).max(100),
    kind: z.enum(['live', 'rehearsal']).default('live'),
    areaCode: z
      .string()
      .regex(/^\d{10}$/)
      .optional(),
    zone: TimeZone.default('Asia/Seoul'),
    owner: z.strictObject({ email: z.email().max(200), name: z.string().min(1).max(80), password: Password }),
  })
  .meta({ id: 'TenantCreate' });
export const TenantRow = z
  .object({ id: Id, slug: z.string(), name: z.string(), kind: z.enum(['live', 'rehearsal']), status: z.string() })
  .meta({ id: 'TenantRow' });

/** `POST /api/admin/staff` */
export const StaffCreate = z
  .strictObject({
    email: z.email().max(200),
    name: z.string().min(1).max(80),
    password: Password,
    roles: z
      .array(z.enum(roles).exclude(['operator']))
      .min(1)
      .max(5),
    /** Slugs of offices; none = all of the tenant. */
    offices: z.array(Slug).max(100).default([]),
  })
  .meta({ id: 'StaffCreate' });
export const StaffRow = z
  .object({ id: Id, email: z.string(), name: z.string(), roles: z.array(z.enum(roles)), offices: z.array(z.string()) })
  .meta({ id: 'StaffRow' });

/** `PUT /api/admin/clock` (operator; rehearsal tenants only). rate: seconds of the tenant per real second, 0 = stand still. */
export const ClockSet = z
  .strictObject({
    tenant: TenantSlug.optional(),
    now: Instant.optional(),
    rate: z.number().min(0).max(3600).default(1),
  })
  .meta({ id: 'ClockSet' });
export const ClockAnswer = z.object({ tenant: z.string(), now: Instant, rate: z.number() }).meta({ id: 'ClockAnswer' });
