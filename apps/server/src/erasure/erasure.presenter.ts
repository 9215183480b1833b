import { iso } from '../platform/clock/clock.ts';
import type { RouteOutput } from '../platform/http/route.ts';
import type { ErasureRecord } from './erasure.repository.ts';

export function presentErasure(row: ErasureRecord): RouteOutput<'erasurePlan'> {
  return {
    id: row.id,
    state: stateOf(row),
    tenant: { id: row.subjectId, slug: row.subjectSlug, name: row.subjectName },
    reason: row.reason,
    askedBy: row.askedByName,
    askedAt: iso(row.askedAt),
    dueAt: iso(row.dueAt),
    confirmedBy: row.confirmedByName,
    confirmedAt: iso(row.confirmedAt),
    finishedAt: iso(row.finishedAt),
  };
}

function stateOf({ cancelledAt, finishedAt, startedAt, confirmedAt }: ErasureRecord) {
  if (cancelledAt !== null) return 'cancelled';
  if (finishedAt !== null) return 'erased';
  if (startedAt !== null) return 'erasing';
  return confirmedAt === null ? 'planned' : 'confirmed';
}
