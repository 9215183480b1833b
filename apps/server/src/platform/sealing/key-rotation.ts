import { Injectable } from '@nestjs/common';
import { Database, statement, type Statement, type TenantScope, type Transaction } from '../database/database.ts';
import { placeOf, sealedColumns, type SealedColumn } from './sealed-columns.ts';
import { Sealing } from './sealing.ts';

/** Texts sealed anew in one transaction. */
const BATCH = 200;
/** Looks at what is still sealed with an old key, and the pause between them: a letter that is being sent holds its row. */
const MOST_LOOKS = 20;
const PAUSE_MS = 300;

interface ColumnStatements {
  readonly sealed: SealedColumn;
  readonly read: Statement;
  readonly left: Statement;
  readonly write: Statement;
}

const columns: readonly ColumnStatements[] = sealedColumns.map((sealed) => {
  const { table, column } = placeOf(sealed);
  const old = `tenant_id = $1 and ${column} is not null and split_part(${column}, '.', 2)::integer < $2`;
  return {
    sealed,
    // Held until they are written: nobody removes the key of what is being opened. What others hold comes with the next look.
    read: statement(
      `rotation.read.${sealed}`,
      `select ${column} as sealed from ${table} where ${old} limit ${BATCH} for update skip locked`,
    ),
    left: statement(`rotation.left.${sealed}`, `select from ${table} where ${old} limit 1`),
    // Sealed texts are all different, so the text itself says which row it is; one changed meanwhile is left alone.
    write: statement(
      `rotation.write.${sealed}`,
      `update ${table} t set ${column} = n.fresh from jsonb_to_recordset($2) as n(old text, fresh text)
       where t.tenant_id = $1 and t.${column} = n.old`,
    ),
  };
});
const newest = statement('rotation.newest', 'select max(version) as version from tenant_key where tenant_id = $1');
// Waits for all who are sealing with an old key: they hold its row until their commit.
const lockOld = statement(
  'rotation.lock_old',
  'select version from tenant_key where tenant_id = $1 and version < $2 for update',
);
const dropOld = statement('rotation.drop_old', 'delete from tenant_key where tenant_id = $1 and version < $2');

/** What an exchange did. */
export interface Rotation {
  readonly version: number;
  readonly resealed: number;
}

/**
 * Exchanges a tenant's key: a new one, everything sealed anew with it in small transactions, and the old one removed once
 * nothing is sealed with it any more. Broken off anywhere, it may be begun again or gone on with: both keys open until the end.
 */
@Injectable()
export class KeyRotation {
  constructor(
    private readonly database: Database,
    private readonly sealing: Sealing,
  ) {}

  async rotate(scope: TenantScope): Promise<Rotation> {
    await this.database.transaction(scope, (tx) => this.sealing.addKey(tx));
    return this.finish(scope);
  }

  /** Seals anew what older keys sealed, and removes these. Nothing happens where there is one key. */
  async finish(scope: TenantScope): Promise<Rotation> {
    const row = await this.database.transaction(scope, (tx) =>
      tx.row<{ version: number | null }>(newest, [scope.tenantId]),
    );
    const version = row?.version ?? 0;
    let resealed = 0;
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      resealed += await this.resealAll(scope, version);
      if (await this.database.transaction(scope, (tx) => this.dropOldKeys(tx, version))) return { version, resealed };
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    throw new Error('texts are still sealed with an old key; the exchange goes on with the next run');
  }

  private async resealAll(scope: TenantScope, version: number): Promise<number> {
    let total = 0;
    for (const column of columns) {
      for (;;) {
        const done = await this.database.transaction(scope, (tx) => this.resealSome(tx, column, version));
        total += done;
        if (done < BATCH) break;
      }
    }
    return total;
  }

  private async resealSome(tx: Transaction, { sealed, read, write }: ColumnStatements, version: number) {
    const rows = await tx.rows<{ sealed: string }>(read, [tx.scope.tenantId, version]);
    const fresh: { old: string; fresh: string }[] = [];
    for (const { sealed: old } of rows) {
      const text = await this.sealing.open(tx, sealed, old);
      fresh.push({ old, fresh: await this.sealing.seal(tx, sealed, text) });
    }
    if (fresh.length > 0) await tx.rows(write, [tx.scope.tenantId, JSON.stringify(fresh)]);
    return rows.length;
  }

  /** @returns false when somebody was still sealing with an old key: what they sealed must be done first */
  private async dropOldKeys(tx: Transaction, version: number): Promise<boolean> {
    const { tenantId } = tx.scope;
    const old = await tx.rows(lockOld, [tenantId, version]);
    if (old.length === 0) return true;
    for (const { left } of columns) if ((await tx.rows(left, [tenantId, version])).length > 0) return false;
    await tx.rows(dropOld, [tenantId, version]);
    return true;
  }
}
