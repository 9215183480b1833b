import type { AuditRow as AuditRowAnswer } from '@sunbeon/contract';
import type { AuditRow } from '../platform/audit/chain.ts';
import { iso } from '../platform/clock/clock.ts';
import { csvLine } from '../platform/http/csv.ts';

export function presentAudit(row: AuditRow): AuditRowAnswer {
  const { seq, address, action, subject, before, after, reason, hash } = row;
  return {
    seq,
    at: iso(row.at),
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    address,
    action,
    target: row.targetKind === null ? null : { kind: row.targetKind, id: row.targetId },
    subject,
    before,
    after,
    reason,
    hash,
  };
}

/** First line of the export; every line has as many cells. */
export const csvHead = csvLine([
  ...['seq', 'at', 'actor_kind', 'actor_id', 'actor_name', 'address', 'action', 'target_kind', 'target_id'],
  ...['subject', 'before', 'after', 'reason', 'trace_id', 'id', 'previous_hash', 'hash'],
]);

export function csvOf(row: AuditRow): string {
  return csvLine([
    String(row.seq),
    iso(row.at),
    row.actorKind,
    row.actorId,
    row.actorName,
    row.address,
    row.action,
    row.targetKind,
    row.targetId,
    row.subject,
    row.before === null ? null : JSON.stringify(row.before),
    row.after === null ? null : JSON.stringify(row.after),
    row.reason,
    row.traceId,
    row.id,
    row.previousHash,
    row.hash,
  ]);
}
