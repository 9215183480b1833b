import { z } from 'zod';
import { Id, Instant } from './basics.ts';
import { Reason } from './audit.ts';

/** `POST /api/admin/tenants/{id}/erasure`: first step; the tenant must be closed. */
export const ErasurePlan = z
  .strictObject({
    reason: Reason,
    /** Without the thirty days in which it can be called off. */
    immediate: z.boolean().default(false),
  })
  .meta({ id: 'ErasurePlan' });

/** `POST /api/admin/erasures/{id}/confirm`: second step; the slug as it is typed by who erases, and their password. */
export const ErasureConfirm = z
  .strictObject({ slug: z.string().max(40), password: z.string().min(1).max(200) })
  .meta({ id: 'ErasureConfirm' });

export const erasureStates = ['planned', 'confirmed', 'erasing', 'erased', 'cancelled'] as const;

export const ErasureRow = z
  .object({
    id: Id,
    state: z.enum(erasureStates),
    tenant: z.object({ id: Id, slug: z.string(), name: z.string() }),
    reason: z.string(),
    askedBy: z.string(),
    askedAt: Instant,
    /** Not before this instant. */
    dueAt: Instant,
    confirmedBy: z.string().nullable(),
    confirmedAt: Instant.nullable(),
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'ErasureRow' });

/** What was erased, and that nothing was left. */
export const ErasureCertificate = z
  .object({
    id: Id,
    /** SHA-256 (hex) of the tenant's id. */
    tenantHash: z.string(),
    slug: z.string(),
    name: z.string(),
    reason: z.string(),
    plannedBy: z.string(),
    plannedAt: Instant,
    confirmedBy: z.string(),
    confirmedAt: Instant,
    startedAt: Instant,
    finishedAt: Instant,
    /** The keys were destroyed first: what was sealed is unreadable in every backup. */
    keysDestroyed: z.int().min(0),
    /** Rows before it began, by table. */
    rows: z.record(z.string(), z.int().min(0)),
    /** Rows counted in all of them afterwards. */
    remaining: z.literal(0),
  })
  .meta({ id: 'ErasureCertificate' });
export type ErasureCertificate = z.infer<typeof ErasureCertificate>;

/** `GET /api/admin/erasures/{id}/certificate` */
export const SignedCertificate = z
  .object({
    certificate: ErasureCertificate,
    /** HMAC-SHA256 (base64url) of the certificate's canonical JSON under a key made from the master key of that name. */
    signature: z.object({ key: z.string(), value: z.string(), genuine: z.boolean() }),
    /** To print. */
    text: z.string(),
  })
  .meta({ id: 'SignedCertificate' });
