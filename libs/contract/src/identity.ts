import { z } from 'zod';
import { Id, Instant, TenantSlug, TimeZone } from './basics.ts';
import { permissions, roles, sessionKinds } from './permissions.ts';
import { Plan } from './tenant-life.ts';

/**
 * `POST /api/auth/login`. The refresh token comes as an httpOnly cookie, the access token in the answer. An account with a
 * second factor is answered by the problem `second_factor_required` and its `challenge`.
 */
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
    /** `enrolment`: nothing may be done but to set up the second factor; `permissions` is empty then. */
    session: z.enum(sessionKinds),
    secondFactor: z.object({ enabled: z.boolean(), required: z.boolean(), recoveryCodesLeft: z.int().min(0) }),
    /** Minutes without any act of the person after which pages log out by themselves; the tenant's policy. */
    idleMinutes: z.int().min(5),
    /** The PIN for taking over a counter: locked = after five wrong ones, until the next log-in with the password. */
    pin: z.enum(['none', 'set', 'locked']),
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
    /** Unless said: standard, and unlimited for a rehearsal. */
    plan: Plan.optional(),
    owner: z.strictObject({ email: z.email().max(200), name: z.string().min(1).max(80), password: Password }),
  })
  .meta({ id: 'TenantCreate' });
export const TenantRow = z
  .object({ id: Id, slug: z.string(), name: z.string(), kind: z.enum(['live', 'rehearsal']), status: z.string() })
  .meta({ id: 'TenantRow' });

/** `PUT /api/admin/clock` (operator; rehearsal tenants only). rate: seconds of the tenant per real second, 0 = stand still. */
export const ClockSet = z
  .strictObject({
    tenant: TenantSlug.optional(),
    now: Instant.optional(),
    rate: z.number().min(0).max(3600).default(1),
  })
  .meta({ id: 'ClockSet' });
export const ClockAnswer = z.object({ tenant: z.string(), now: Instant, rate: z.number() }).meta({ id: 'ClockAnswer' });
