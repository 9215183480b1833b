import { Injectable } from '@nestjs/common';
import { tables } from '../platform/data/data-catalogue.ts';
import { Database, statement, type TenantScope } from '../platform/database/database.ts';

const BATCH = 5_000;

/** Statements that delete what was kept long enough, made from the catalogue: what docs/data.md says is what is done. */
const statements = Object.entries(tables).flatMap(([table, { aged }]) => {
  if (aged === undefined) return [];
  const own = table === 'rate_limit' ? '' : 'tenant_id = $1 and ';
  const text = `delete from ${table} where ctid in (select ctid from ${table} where ${own}${aged} limit ${BATCH})`;
  return [{ table, ofTenants: own !== '', delete: statement(`aged.${table}`, `${text} returning 1`) }];
});

/** Deletes rows that were kept as long as the catalogue says. */
@Injectable()
export class AgedRows {
  constructor(private readonly database: Database) {}

  /** Of one tenant, in its scope. @returns how many */
  async ofTenant(scope: TenantScope): Promise<number> {
    let total = 0;
    for (const { delete: text } of statements.filter(({ ofTenants }) => ofTenants)) {
      const run = () => this.database.transaction(scope, (tx) => tx.rows(text, [scope.tenantId]));
      for (let n = BATCH; n === BATCH; total += n) n = (await run()).length;
    }
    return total;
  }

  /** Of the tables that belong to nobody. */
  async ofNobody(): Promise<void> {
    for (const { delete: text } of statements.filter(({ ofTenants }) => !ofTenants)) {
      for (let n = BATCH; n === BATCH;) n = (await this.database.system(text)).length;
    }
  }
}
