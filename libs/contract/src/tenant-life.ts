import { z } from 'zod';
import { AreaCode } from './areas.ts';
import { Id, Instant } from './basics.ts';

/**
 * pending: signed up, waits for the operator's yes; may prepare everything, nothing of it is public. trial and active:
 * served. suspended: halls rest, owners may log in and look after their data. closed: nobody is served any more.
 */
export const tenantStatuses = ['pending', 'trial', 'active', 'suspended', 'closed'] as const;
export const TenantStatus = z.enum(tenantStatuses);
export type TenantStatus = z.infer<typeof TenantStatus>;

/** What a plan limits. Tickets are never refused: a day over the limit is told to the owner and the operator. */
export const planLimits = ['offices', 'devices', 'staff', 'ticketsPerDay'] as const;
export type PlanLimit = (typeof planLimits)[number];
export type PlanLimits = Readonly<Record<PlanLimit, number | null>>;

/** Plan -> limits; null = none. */
export const plans = {
  small: { offices: 3, devices: 20, staff: 40, ticketsPerDay: 1_000 },
  standard: { offices: 30, devices: 300, staff: 800, ticketsPerDay: 15_000 },
  unlimited: { offices: null, devices: null, staff: null, ticketsPerDay: null },
} as const satisfies Record<string, PlanLimits>;
export type Plan = keyof typeof plans;
export const Plan = z.enum(Object.keys(plans) as [Plan, ...Plan[]]);

/** A limit of the plan, and how much of it is used. */
export const LimitUse = z
  .object({ limit: z.enum(planLimits), value: z.int().min(0).nullable(), used: z.int().min(0) })
  .meta({ id: 'LimitUse' });
export type LimitUse = z.infer<typeof LimitUse>;

/** Figures only; nothing in them is about a person. Counted once a day, and when the operator asks. */
export const TenantUsage = z
  .object({
    at: Instant,
    offices: z.int(),
    devices: z.object({ total: z.int(), online: z.int() }),
    staff: z.int(),
    tickets: z.object({ today: z.int(), days30: z.int() }),
    /** Of tickets, events and audit; bytes are estimated. */
    stored: z.object({ rows: z.int(), bytes: z.int() }),
    lastActivityAt: Instant.nullable(),
    /** Business days of the last 30 on which more tickets were drawn than the plan has. */
    daysOver: z.int(),
  })
  .meta({ id: 'TenantUsage' });
export type TenantUsage = z.infer<typeof TenantUsage>;

/** A tenant as the operator sees it. */
export const TenantView = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    kind: z.enum(['live', 'rehearsal', 'region']),
    status: TenantStatus,
    /** Why it is suspended, closed or was refused, in the operator's words. */
    statusReason: z.string().nullable(),
    plan: Plan,
    areaCode: z.string().nullable(),
    /** 서울특별시 성동구, where the catalogue knows it. */
    areaName: z.string().nullable(),
    createdAt: Instant,
    trialEndsAt: Instant.nullable(),
    /** A change that waits for the end of the halls' business day. */
    next: z.object({ status: TenantStatus, at: Instant, reason: z.string().nullable() }).nullable(),
    usage: TenantUsage.nullable(),
  })
  .meta({ id: 'TenantView' });
export type TenantView = z.infer<typeof TenantView>;

export const tenantSorts = [
  'name',
  'slug',
  'status',
  'plan',
  'createdAt',
  'trialEndsAt',
  'tickets',
  'bytes',
  'lastActivityAt',
] as const;

/** `GET /api/admin/tenants/page`: pages from 1; `q` is looked for in name and slug; `status` may be several with commas. */
export const TenantPageQuery = z.strictObject({
  q: z.string().trim().max(100).optional(),
  status: z
    .string()
    .regex(/^[a-z]+(?:,[a-z]+)*$/)
    .transform((text) => text.split(','))
    .pipe(z.array(TenantStatus).max(tenantStatuses.length))
    .optional(),
  kind: z.enum(['live', 'rehearsal', 'region']).optional(),
  plan: Plan.optional(),
  sort: z.enum(tenantSorts).default('createdAt'),
  order: z.enum(['asc', 'desc']).default('desc'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export type TenantPageQuery = z.output<typeof TenantPageQuery>;
export const TenantPage = z.object({ rows: z.array(TenantView), total: z.int() }).meta({ id: 'TenantPage' });

/** `GET /api/admin/tenants/{id}`: with the application and who to write to about it. Reading it stands in the audit. */
export const TenantDetail = TenantView.extend({
  application: z
    .object({
      appliedAt: Instant,
      contact: z.object({ name: z.string(), email: z.string(), phone: z.string().nullable() }),
      terms: z.string(),
      decidedAt: Instant.nullable(),
      decision: z.enum(['approved', 'refused']).nullable(),
      reason: z.string().nullable(),
    })
    .nullable(),
  limits: z.array(LimitUse),
}).meta({ id: 'TenantDetail' });
export type TenantDetail = z.infer<typeof TenantDetail>;

const StatusReason = z.string().trim().min(2).max(500);
export const TenantApprove = z.strictObject({ plan: Plan.optional() }).meta({ id: 'TenantApprove' });
export const TenantReason = z.strictObject({ reason: StatusReason }).meta({ id: 'TenantReason' });
/** Without `immediately` the halls finish their day first. */
export const TenantClose = z
  .strictObject({ reason: StatusReason, immediately: z.boolean().default(false) })
  .meta({ id: 'TenantClose' });
export const TenantExtend = z.strictObject({ days: z.int().min(1).max(365) }).meta({ id: 'TenantExtend' });
export const TenantPlanSet = z.strictObject({ plan: Plan }).meta({ id: 'TenantPlanSet' });
/** A region reads the figures of the tenants whose code begins with its two digits. */
export const TenantAreaSet = z.strictObject({ areaCode: AreaCode }).meta({ id: 'TenantAreaSet' });

/** `GET /api/plan`: what one's own tenant may have and has. */
export const OwnPlan = z
  .object({
    status: TenantStatus,
    /** Why it is suspended or was refused, in the operator's words. */
    statusReason: z.string().nullable(),
    plan: Plan,
    trialEndsAt: Instant.nullable(),
    next: TenantView.shape.next,
    limits: z.array(LimitUse),
  })
  .meta({ id: 'OwnPlan' });
