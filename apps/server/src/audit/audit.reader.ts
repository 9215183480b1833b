import { Injectable } from '@nestjs/common';
import { Database, statement, type TenantScope, type Transaction } from '../platform/database/database.ts';
import { ChainCheck, firstAnchor, type AuditAnchor, type AuditRow } from '../platform/audit/chain.ts';

/** What is looked for; null = whatever. Instants as epoch milliseconds. */
export interface AuditSearch {
  readonly actor: string | null;
  readonly action: string | null;
  readonly target: string | null;
  readonly from: number | null;
  readonly to: number | null;
}

const columns = `seq, id, tenant_id as "tenantId", at, actor_kind as "actorKind", actor_id as "actorId",
  actor_name as "actorName", address, action, target_kind as "targetKind", target_id as "targetId", subject, before, after,
  reason, trace_id as "traceId", previous_hash as "previousHash", hash`;
const matching = `tenant_id = $1 and ($2::uuid is null or actor_id = $2) and ($3::text is null or action = $3
  or starts_with(action, $3 || '.')) and ($4::text is null or target_id = $4) and ($5::timestamptz is null or at >= $5)
  and ($6::timestamptz is null or at < $6)`;

const newest = statement(
  'audit.search',
  `select ${columns} from audit where ${matching} and seq < $7 order by seq desc limit $8`,
);
const oldest = statement(
  'audit.oldest',
  `select ${columns} from audit where ${matching} and seq > $7 order by seq limit $8`,
);
const readAnchor = statement('audit.anchor', 'select seq, hash from audit_anchor where tenant_id = $1');

/** Rows of a chain in one read. */
const CHUNK = 1_000;

/** Reads of the audit. */
@Injectable()
export class AuditReader {
  constructor(private readonly database: Database) {}

  /** The newest rows before a number. @param limit at most so many */
  search(scope: TenantScope, search: AuditSearch, before: number, limit: number): Promise<AuditRow[]> {
    return this.database.transaction(scope, (tx) =>
      tx.rows<AuditRow>(newest, [...valuesOf(scope, search), before, limit]),
    );
  }

  /** All rows that are looked for, oldest first, in pieces: what one of them needs is all that is held. */
  async *all(scope: TenantScope, search: AuditSearch): AsyncGenerator<AuditRow[]> {
    for (let after = 0; ;) {
      const rows = await this.database.transaction(scope, (tx) => this.chunk(tx, search, after));
      if (rows.length > 0) yield rows;
      if (rows.length < CHUNK) return;
      after = rows.at(-1)?.seq ?? after;
    }
  }

  /** Follows a tenant's whole chain from its anchor. */
  async verify(scope: TenantScope): Promise<{ check: ChainCheck; anchor: AuditAnchor }> {
    const anchor = await this.database.transaction(scope, (tx) => this.anchor(tx));
    const check = new ChainCheck(anchor);
    const everything = { actor: null, action: null, target: null, from: null, to: null };
    for await (const rows of this.all(scope, everything)) for (const row of rows) check.take(row);
    return { check, anchor };
  }

  private chunk(tx: Transaction, search: AuditSearch, after: number): Promise<AuditRow[]> {
    return tx.rows<AuditRow>(oldest, [...valuesOf(tx.scope, search), after, CHUNK]);
  }

  private async anchor(tx: Transaction): Promise<AuditAnchor> {
    return (await tx.row<AuditAnchor>(readAnchor, [tx.scope.tenantId])) ?? firstAnchor(tx.scope.tenantId);
  }
}

function valuesOf({ tenantId }: TenantScope, { actor, action, target, from, to }: AuditSearch): unknown[] {
  return [tenantId, actor, action, target, instant(from), instant(to)];
}

const instant = (at: number | null) => (at === null ? null : new Date(at));
