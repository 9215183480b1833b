import { Injectable, Module } from '@nestjs/common';
import type { PermitGroup, PermitQuery } from '@sunbeon/contract';
import { statement, type Transaction } from '../platform/database/database.ts';

/** What is said of a kind of permit, apart from its place in the catalogue. */
export interface PermitFields {
  readonly group: PermitGroup;
  readonly field: string;
  readonly name: string;
  readonly days: number;
  readonly legalDays: number | null;
  readonly note: string;
}

/** A kind of permit as stored. */
export interface PermitRow extends PermitFields {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  /** Epoch milliseconds; null = in use. */
  readonly archivedAt: number | null;
}

const columns = `id, code, group_code as "group", field, name, days, legal_days as "legalDays", note, version,
  archived_at as "archivedAt"`;
/** Sorted by one of the table's own columns, never by what a client writes; the code breaks ties, so that pages fit together. */
const sortedBy = {
  code: 'code',
  name: 'name',
  group: 'group_code',
  field: 'field',
  days: 'days',
  legalDays: 'legal_days',
} as const satisfies Record<PermitQuery['sort'], string>;
const matching = `tenant_id = $1 and ($2::text is null or group_code = $2)
  and ($3::boolean is null or (archived_at is not null) = $3)
  and ($4::text is null or position(lower($4) in lower(concat_ws(' ', code, field, name, note))) > 0)`;

const pages = Object.fromEntries(
  Object.entries(sortedBy).flatMap(([sort, column]) =>
    (['asc', 'desc'] as const).map((order) => [
      `${sort} ${order}`,
      statement(
        `permits.page_${column}_${order}`,
        `select ${columns} from permit where ${matching} order by ${column} ${order} nulls last, code limit $5 offset $6`,
      ),
    ]),
  ),
);
const count = statement('permits.count', `select count(*)::int as total from permit where ${matching}`);
const countGroups = statement(
  'permits.groups',
  `select group_code as "group", count(*)::int as n from permit where tenant_id = $1 and archived_at is null group by 1`,
);
const readOne = statement('permits.one', `select ${columns} from permit where tenant_id = $1 and id = $2`);
const readAll = statement('permits.all', `select ${columns} from permit where tenant_id = $1 order by code`);

// A district has some hundred kinds; a kiosk must not choke on a table that somebody filled by mistake.
const readUsed = statement(
  'permits.used',
  `select ${columns} from permit where tenant_id = $1 and archived_at is null order by code limit 500`,
);

/** Reads of the catalogue of permits. */
@Injectable()
export class PermitsReader {
  async page(tx: Transaction, query: PermitQuery): Promise<{ rows: PermitRow[]; total: number }> {
    const { sort, order, page, limit } = query;
    const search = valuesOf(tx, query);
    const wanted = pages[`${sort} ${order}`];
    if (!wanted) throw new Error(`permits cannot be sorted by ${sort}`);
    const rows = await tx.rows<PermitRow>(wanted, [...search, limit, (page - 1) * limit]);
    const counted = await tx.row<{ total: number }>(count, search);
    return { rows, total: counted?.total ?? 0 };
  }

  /** Kinds in use of each group. */
  async groups(tx: Transaction): Promise<Record<PermitGroup, number>> {
    const rows = await tx.rows<{ group: PermitGroup; n: number }>(countGroups, [tx.scope.tenantId]);
    return { hygiene: 0, culture: 0, industry: 0, ...Object.fromEntries(rows.map(({ group, n }) => [group, n])) };
  }

  one(tx: Transaction, id: string): Promise<PermitRow | undefined> {
    return tx.row<PermitRow>(readOne, [tx.scope.tenantId, id]);
  }

  /** Those in use, by their codes: for kiosks. */
  used(tx: Transaction): Promise<PermitRow[]> {
    return tx.rows<PermitRow>(readUsed, [tx.scope.tenantId]);
  }

  /** Archived ones, too, by their codes. */
  all(tx: Transaction): Promise<PermitRow[]> {
    return tx.rows<PermitRow>(readAll, [tx.scope.tenantId]);
  }
}

/** For kiosks. */
@Module({ providers: [PermitsReader], exports: [PermitsReader] })
export class PermitsReaderModule {}

function valuesOf(tx: Transaction, { group, state, q }: PermitQuery): unknown[] {
  return [tx.scope.tenantId, group ?? null, state === undefined ? null : state === 'archived', q || null];
}
