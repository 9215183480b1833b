import { z } from 'zod';
import { Id, Instant } from './basics.ts';

export const auditActors = ['staff', 'operator', 'device', 'system', 'public'] as const;

/** Why somebody takes personal data out, in their own words. */
export const Reason = z.string().trim().min(5).max(300);

const filters = {
  actor: Id.optional(),
  /** Whole (`device.revoke`) or its first part (`device`). */
  action: z
    .string()
    .regex(/^[A-Za-z][A-Za-z._]{0,59}$/)
    .optional(),
  /** Id of what was changed. */
  target: z.string().min(1).max(100).optional(),
  from: Instant.optional(),
  /** Before this instant. */
  to: Instant.optional(),
};

/** `GET /api/admin/audit`: newest first; `before` = the `seq` from which a next page goes on. */
export const AuditQuery = z.strictObject({
  ...filters,
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.output<typeof AuditQuery>;

export const AuditRow = z
  .object({
    /** 1, 2, 3 … within the tenant. */
    seq: z.int().min(1),
    at: Instant,
    actor: z.object({ kind: z.enum(auditActors), id: Id.nullable(), name: z.string().nullable() }),
    address: z.string().nullable(),
    action: z.string(),
    target: z.object({ kind: z.string(), id: z.string().nullable() }).nullable(),
    /** Whose data it was, masked. */
    subject: z.string().nullable(),
    /** Personal data in them is masked, secrets are left out. */
    before: z.unknown().nullable(),
    after: z.unknown().nullable(),
    reason: z.string().nullable(),
    hash: z.string(),
  })
  .meta({ id: 'AuditRow' });
export type AuditRow = z.infer<typeof AuditRow>;

/** A page of the audit; `next` goes into `before`, null = there is no more. */
export const AuditPage = z.object({ rows: z.array(AuditRow), next: z.int().nullable() }).meta({ id: 'AuditPage' });

/** `GET /api/admin/audit/verification`: is the chain whole? */
export const AuditVerification = z
  .object({
    whole: z.boolean(),
    /** Rows that were looked at. */
    checked: z.int().min(0),
    /** Last row that retention took after two years; 0 = none so far. */
    anchorSeq: z.int().min(0),
    /** Number and hash of the newest row: note them elsewhere, and the removal of the newest rows shows, too. */
    head: z.object({ seq: z.int().min(0), hash: z.string() }),
    /** missing = a row is not there; unchained = it does not follow the one before; changed = it reads otherwise. */
    fault: z.object({ seq: z.int().min(1), kind: z.enum(['missing', 'unchained', 'changed']) }).nullable(),
  })
  .meta({ id: 'AuditVerification' });

/** `POST /api/admin/audit/export`: the rows as CSV, oldest first. */
export const AuditExport = z.strictObject({ ...filters, reason: Reason }).meta({ id: 'AuditExport' });
export type AuditExport = z.output<typeof AuditExport>;
