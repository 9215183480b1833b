import { Injectable } from '@nestjs/common';
import { statement, type Transaction } from '../platform/database/database.ts';
import type { PermitRow } from './permits.reader.ts';

const lockAll = statement(
  'permits.lock',
  `select pg_advisory_xact_lock(hashtextextended('permits ' || $1::uuid::text, 0))`,
);
/** Many at once: an import is one statement. */
const put = statement(
  'permits.put',
  `insert into permit (tenant_id, id, code, group_code, field, name, days, legal_days, note)
   select $1, p.id, p.code, p."group", p.field, p.name, p.days, p."legalDays", p.note
   from jsonb_to_recordset($2) as p(id uuid, code text, "group" text, field text, name text, days int, "legalDays" int, note text)
   on conflict (tenant_id, id) do update set group_code = excluded.group_code, field = excluded.field,
     name = excluded.name, days = excluded.days, legal_days = excluded.legal_days, note = excluded.note,
     version = permit.version + 1`,
);
const archive = statement(
  'permits.archive',
  `update permit set archived_at = case when $3::boolean then now() end, version = version + 1
   where tenant_id = $1 and id = $2`,
);

// The catalogue is the institution's: kiosks of all its offices find kinds of permits.
const tellKiosks = statement(
  'permits.tell_kiosks',
  'update office_live set config_revision = config_revision + 1 where tenant_id = $1',
);

/** Writes of the catalogue of permits; kiosks learn of them with their next heartbeat. */
@Injectable()
export class PermitsRepository {
  /** One change at a time of a tenant's catalogue, until the transaction ends. */
  async lock(tx: Transaction): Promise<void> {
    await tx.rows(lockAll, [tx.scope.tenantId]);
  }

  async put(tx: Transaction, permits: readonly Omit<PermitRow, 'version' | 'archivedAt'>[]): Promise<void> {
    await tx.rows(put, [tx.scope.tenantId, JSON.stringify(permits)]);
    await tx.rows(tellKiosks, [tx.scope.tenantId]);
  }

  async setArchived(tx: Transaction, id: string, archived: boolean): Promise<void> {
    await tx.rows(archive, [tx.scope.tenantId, id, archived]);
    await tx.rows(tellKiosks, [tx.scope.tenantId]);
  }
}
