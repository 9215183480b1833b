import { Injectable, Module } from '@nestjs/common';
import type { UnmannedKiosk } from '@sunbeon/contract';
import { Database, statement, type TenantScope, type Transaction } from '../platform/database/database.ts';

/** What is said of a machine, apart from its place in the directory. */
export type UnmannedKioskFields = Omit<UnmannedKiosk, 'id' | 'code' | 'conditionSince' | 'version' | 'archivedAt'>;

/** A machine as stored. */
export interface UnmannedKioskRow extends UnmannedKioskFields {
  readonly id: string;
  readonly code: string;
  readonly officeId: string | null;
  /** Epoch milliseconds. */
  readonly conditionSince: number;
  readonly version: number;
  /** Epoch milliseconds; null = in the directory. */
  readonly archivedAt: number | null;
}

const select = `select u.id, u.code, u.office_id as "officeId", o.slug as office, u.kind, u.place, u.address, u.hours,
  u.certificates, u.certificate_kinds as "certificateKinds", u.condition, u.condition_since as "conditionSince",
  u.condition_note as "conditionNote", u.accessibility, u.fee, u.map_url as "mapUrl", u.version,
  u.archived_at as "archivedAt"
  from unmanned_kiosk u left join office o on o.tenant_id = u.tenant_id and o.id = u.office_id
  where u.tenant_id = $1`;
const readAll = statement('unmanned_kiosks.all', `${select} order by u.code`);
const readOne = statement('unmanned_kiosks.one', `${select} and u.id = $2`);
const readShown = statement('unmanned_kiosks.shown', `${select} and u.archived_at is null order by u.code`);

/** Reads of the directory of unmanned kiosks. */
@Injectable()
export class UnmannedKiosksReader {
  constructor(private readonly database: Database) {}

  /** All of the tenant, archived ones too, by their codes. */
  all(tx: Transaction): Promise<UnmannedKioskRow[]> {
    return tx.rows<UnmannedKioskRow>(readAll, [tx.scope.tenantId]);
  }

  one(tx: Transaction, id: string): Promise<UnmannedKioskRow | undefined> {
    return tx.row<UnmannedKioskRow>(readOne, [tx.scope.tenantId, id]);
  }

  /** Those in the directory, as residents see it. */
  shown(scope: TenantScope): Promise<UnmannedKioskRow[]> {
    return this.database.transaction(scope, (tx) => tx.rows<UnmannedKioskRow>(readShown, [scope.tenantId]));
  }
}

@Module({ providers: [UnmannedKiosksReader], exports: [UnmannedKiosksReader] })
export class UnmannedKiosksReaderModule {}
