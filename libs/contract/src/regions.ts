import { z } from 'zod';
import { AreaPrefix } from './areas.ts';
import { Id, Instant, LocalDate, TenantSlug } from './basics.ts';
import { Password } from './identity.ts';

const RegionPerson = z.strictObject({ email: z.email().max(200), name: z.string().min(1).max(80), password: Password });

/** `POST /api/admin/regions` (operator): a region over the tenants whose area code begins so, with its first person. */
export const RegionCreate = z
  .strictObject({ slug: TenantSlug, name: z.string().min(1).max(100), prefix: AreaPrefix, person: RegionPerson })
  .meta({ id: 'RegionCreate' });
export const RegionRow = z
  .object({ id: Id, slug: z.string(), name: z.string(), prefix: z.string() })
  .meta({ id: 'RegionRow' });
/** `POST /api/admin/regions/{id}/people` (operator) */
export const RegionPersonCreate = RegionPerson.meta({ id: 'RegionPersonCreate' });
export const RegionPersonRow = z
  .object({ id: Id, email: z.string(), name: z.string() })
  .meta({ id: 'RegionPersonRow' });

/** `POST /api/admin/regions/{id}/invitations` (operator): a letter with a link that is good for seven days. */
export const RegionInvite = z
  .strictObject({ email: z.email().max(200), name: z.string().trim().min(1).max(80) })
  .meta({ id: 'RegionInvite' });
/** Somebody who reads a region's figures, did so, or is asked to. */
export const RegionReader = z
  .object({
    /** Of the account; of the invitation while it is `invited` or `expired`. */
    id: Id,
    email: z.string(),
    name: z.string(),
    /** `removed`: is let in no more; `expired`: the letter's link was not used in time. */
    state: z.enum(['active', 'invited', 'expired', 'removed']),
    /** Last use of any session. */
    lastSeenAt: Instant.nullable(),
    /** When the letter went out; null for who has an account. */
    invitedAt: Instant.nullable(),
  })
  .meta({ id: 'RegionReader' });
export type RegionReader = z.infer<typeof RegionReader>;

/** Groups of fewer tickets, or of fewer tenants, are not told. */
export const smallestGroup = { tickets: 5, tenants: 3 } as const;

/** `GET /api/region/figures`: business days, both included; a year at most. */
export const RegionQuery = z
  .strictObject({ from: LocalDate, to: LocalDate })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not be before from' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= 366 * 86_400_000, {
    path: ['to'],
    message: 'a year at most',
  });

const Figures = z.object({
  /** Tickets that were called at least once. */
  tickets: z.int(),
  /** Minutes from drawing to the first call; 120 = two hours or more. */
  medianWaitMinutes: z.int().nullable(),
  /** Called within the limit of their service, whole percent. */
  withinTargetPercent: z.int().nullable(),
});
export const RegionFigures = z
  .object({
    from: LocalDate,
    to: LocalDate,
    region: z.object({ name: z.string(), prefix: z.string() }),
    /** Of all tenants together; null while fewer than three have figures. */
    total: Figures.nullable(),
    /** Tenants by name. A day on which somebody could be found out is in none of its figures; `hiddenDays` counts those. */
    tenants: z.array(Figures.extend({ name: z.string(), areaCode: z.string(), hiddenDays: z.int() })),
    smallest: z.object({ tickets: z.int(), tenants: z.int() }),
  })
  .meta({ id: 'RegionFigures' });
export type RegionFigures = z.infer<typeof RegionFigures>;
