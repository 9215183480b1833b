import { Injectable } from '@nestjs/common';
import { statement, type Transaction } from '../platform/database/database.ts';
import type { UnmannedKioskFields } from './unmanned-kiosks.reader.ts';

/** What is written of a machine; the office by its id. */
export interface UnmannedKioskWrite extends Omit<UnmannedKioskFields, 'office'> {
  readonly id: string;
  readonly code: string;
  readonly officeId: string | null;
}

const lockAll = statement(
  'unmanned_kiosks.lock',
  `select pg_advisory_xact_lock(hashtextextended('unmanned_kiosks ' || $1::uuid::text, 0))`,
);
/** Many at once: an import is one statement. How long a machine is in its condition begins anew only with another. */
const put = statement(
  'unmanned_kiosks.put',
  `insert into unmanned_kiosk as old (tenant_id, id, code, office_id, kind, place, address, hours, certificates,
     certificate_kinds, condition, condition_since, condition_note, accessibility, fee, map_url)
   select $1, u.id, u.code, u."officeId", u.kind, u.place, u.address, u.hours, u.certificates, u."certificateKinds",
     u.condition, to_timestamp($3::float8 / 1000), u."conditionNote", u.accessibility, u.fee, u."mapUrl"
   from jsonb_to_recordset($2) as u(id uuid, code text, "officeId" uuid, kind text, place jsonb, address text, hours jsonb,
     certificates text[], "certificateKinds" int, condition text, "conditionNote" jsonb, accessibility text[], fee jsonb,
     "mapUrl" text)
   on conflict (tenant_id, id) do update set office_id = excluded.office_id, kind = excluded.kind, place = excluded.place,
     address = excluded.address, hours = excluded.hours, certificates = excluded.certificates,
     certificate_kinds = excluded.certificate_kinds, condition = excluded.condition,
     condition_since = case when old.condition = excluded.condition then old.condition_since
       else excluded.condition_since end,
     condition_note = excluded.condition_note, accessibility = excluded.accessibility, fee = excluded.fee,
     map_url = excluded.map_url, version = old.version + 1`,
);
const archive = statement(
  'unmanned_kiosks.archive',
  `update unmanned_kiosk set archived_at = case when $3::boolean then now() end, version = version + 1
   where tenant_id = $1 and id = $2`,
);

/** Writes of the directory of unmanned kiosks. */
@Injectable()
export class UnmannedKiosksRepository {
  /** One change at a time of a tenant's directory, until the transaction ends. */
  async lock(tx: Transaction): Promise<void> {
    await tx.rows(lockAll, [tx.scope.tenantId]);
  }

  /** @param now epoch milliseconds of the tenant's clock */
  async put(tx: Transaction, machines: readonly UnmannedKioskWrite[], now: number): Promise<void> {
    await tx.rows(put, [tx.scope.tenantId, JSON.stringify(machines), now]);
  }

  async setArchived(tx: Transaction, id: string, archived: boolean): Promise<void> {
    await tx.rows(archive, [tx.scope.tenantId, id, archived]);
  }
}
