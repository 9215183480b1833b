import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Identity } from '../auth/identity.ts';
import { statement, type SqlScope } from '../database/database.ts';
import { requestContext, type RequestContext } from '../http/request-context.ts';
import { firstAnchor, hashOf, type ActorKind, type AuditAnchor } from './chain.ts';
import { maskForAudit } from './mask.ts';

/** What happened, in the words of the slice that did it. Who, when and from where are known already. */
export interface AuditEntry {
  /** `device.revoke`, `staff.list`: thing and verb. */
  readonly action: string;
  readonly target?: { readonly kind: string; readonly id?: string | null } | undefined;
  /** Whose data, masked by the caller: `k**@…`, an id. */
  readonly subject?: string | null;
  /** State before and after; masked and cut here. Left out where there is none. */
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string | null;
  /** True when `name` in before and after is the name of a person. */
  readonly people?: boolean;
}

// One row of a tenant after the other: each is chained to the one before it.
const inTurn = statement('audit.turn', 'select pg_advisory_xact_lock(hashtextextended($1, 11))');
const readHead = statement(
  'audit.head',
  `select seq, hash from (
     (select seq, hash from audit where tenant_id = $1 order by seq desc limit 1)
     union all select seq, hash from audit_anchor where tenant_id = $2) h order by seq desc limit 1`,
);
const insertRow = statement(
  'audit.insert',
  `insert into audit (tenant_id, seq, id, at, actor_kind, actor_id, actor_name, address, action, target_kind, target_id,
     subject, before, after, reason, trace_id, previous_hash, hash)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
);

/**
 * Writes the audit. Call it last in the transaction of the change: the row is committed with the change or not at all, and
 * the turn in which a tenant's rows are chained is held for the shortest time.
 */
@Injectable()
export class Audit {
  /** @param tx the transaction of the change, in the scope of the tenant whose data it is */
  async record(tx: SqlScope, entry: AuditEntry): Promise<void> {
    const { tenantId } = tx.scope;
    await tx.rows(inTurn, [`audit:${tenantId}`]);
    const [stored] = await tx.rows<{ seq: number | string; hash: string }>(readHead, [tenantId, tenantId]);
    const head: AuditAnchor = stored ? { seq: Number(stored.seq), hash: stored.hash } : firstAnchor(tenantId);
    const request = requestContext();
    const facts = { tenantId, seq: head.seq + 1, id: uuidv7(), at: Date.now(), ...whoOf(request), ...whatOf(entry) };
    const { before, after } = facts;
    await tx.rows(insertRow, [
      tenantId,
      facts.seq,
      facts.id,
      new Date(facts.at).toISOString(),
      facts.actorKind,
      facts.actorId,
      facts.actorName,
      facts.address,
      facts.action,
      facts.targetKind,
      facts.targetId,
      facts.subject,
      before === null ? null : JSON.stringify(before),
      after === null ? null : JSON.stringify(after),
      facts.reason,
      facts.traceId,
      head.hash,
      hashOf(head.hash, facts),
    ]);
    if (request) request.audited = true;
  }
}

function whoOf(request: RequestContext | undefined) {
  const identity = request?.identity;
  return {
    actorKind: kindOf(request, identity),
    actorId: identity === undefined ? null : identity.kind === 'staff' ? identity.staffId : identity.deviceId,
    actorName: identity?.kind === 'staff' ? identity.name.toWellFormed() : null,
    address: request?.address ?? null,
    traceId: request?.traceId ?? null,
  };
}

function kindOf(request: RequestContext | undefined, identity: Identity | undefined): ActorKind {
  if (!request) return 'system';
  if (!identity) return 'public';
  if (identity.kind === 'device') return 'device';
  return identity.roles.includes('operator') ? 'operator' : 'staff';
}

function whatOf({ action, target, subject, before, after, reason, people }: AuditEntry) {
  return {
    action,
    targetKind: target?.kind ?? null,
    targetId: target?.id ?? null,
    subject: subject ?? null,
    before: before === undefined ? null : maskForAudit(before, people),
    after: after === undefined ? null : maskForAudit(after, people),
    reason: reason?.toWellFormed() ?? null,
  };
}
