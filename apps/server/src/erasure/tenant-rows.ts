import { Injectable } from '@nestjs/common';
import { Database, statement, type TenantScope, type Transaction } from '../platform/database/database.ts';

const tenantTables = statement(
  'erasure.tables',
  `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
     and not a.attisdropped
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
);
const readTenant = statement('erasure.tenant', 'select id, slug, name, kind, status from tenant where id = $1');
const erase = statement('erasure.rows', 'select sys.erase_rows($1, $2)::int as n');
const BATCH = 5_000;

export interface Subject {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  readonly status: string;
}

/** The rows of a tenant that is to be erased. */
@Injectable()
export class TenantRows {
  constructor(private readonly database: Database) {}

  subject(tenantId: string): Promise<Subject | undefined> {
    return this.database.transaction({ tenantId }, (tx) => tx.row<Subject>(readTenant, [tenantId]));
  }

  /** Rows by table, of every table of the schema that has a tenant, and of the table of tenants. All of one instant. */
  count(scope: TenantScope): Promise<Record<string, number>> {
    return this.database.snapshot(scope, async (tx) => {
      const counts: Record<string, number> = { tenant: await countOf(tx, 'tenant', 'id') };
      for (const { name } of await tx.rows<{ name: string }>(tenantTables))
        counts[name] = await countOf(tx, name, 'tenant_id');
      return counts;
    });
  }

  /** Deletes everything, some thousand rows at a time, the tenant last. May be broken off and called again. */
  async erase(tenantId: string): Promise<void> {
    while (await this.subject(tenantId)) await this.database.system(erase, [tenantId, BATCH]);
  }
}

async function countOf(tx: Transaction, table: string, key: string): Promise<number> {
  const count = statement(`erasure.count.${table}`, `select count(*)::int as n from "${table}" where ${key} = $1`);
  return (await tx.row<{ n: number }>(count, [tx.scope.tenantId]))?.n ?? -1;
}
