import { Injectable } from '@nestjs/common';
import { statement, type Transaction } from '../platform/database/database.ts';
import type { UsageRecord } from './tenant-life.repository.ts';

/** A device that was not heard for so long is not online (three heartbeats). */
const HEARD_SECONDS = 90;

const things = statement(
  'usage.things',
  // The office's overflow draws besides the series: not counted again.
  `with drawn as (
     select d.business_on, d.last_ordinal from series_day d
       join number_series s on s.tenant_id = d.tenant_id and s.id = d.series_id
     where d.tenant_id = $1 and d.business_on > $2::date - 30 and d.business_on <= $2
   )
   select (select count(*)::int from office where tenant_id = $1) as offices,
     (select count(*)::int from device where tenant_id = $1 and revoked_at is null) as "devicesTotal",
     (select count(*)::int from device where tenant_id = $1 and revoked_at is null
        and last_heard_at > now() - ${HEARD_SECONDS} * interval '1 second') as "devicesOnline",
     (select count(*)::int from staff where tenant_id = $1 and active) as staff,
     (select coalesce(sum(last_ordinal) filter (where business_on = $2), 0)::int from drawn) as "ticketsToday",
     (select coalesce(sum(last_ordinal), 0)::int from drawn) as "tickets30Days",
     (select count(*)::int from plan_excess where tenant_id = $1 and business_on > $2::date - 30) as "daysOver",
     greatest((select max(used_at) from session where tenant_id = $1),
       (select max(issued_at) from ticket where tenant_id = $1 and business_on >= $2::date - 1)) as "lastActivityAt"`,
);

/** Rows of a table that grows, and the mean width of some of them; partitions cannot be asked for their size by tenant. */
const sizeOf = (table: string) =>
  statement(
    `usage.size_${table}`,
    `select count(*) as rows, coalesce((select avg(pg_column_size(s)) from
       (select * from ${table} where tenant_id = $1 limit 500) s), 0)::double precision as width
     from ${table} where tenant_id = $1`,
  );
const sizes = ['ticket', 'ticket_event', 'hardware_event', 'audit'].map(sizeOf);
/** Head of a row, and what indexes take beside it. */
const ROW_HEAD = 28;
const WITH_INDEXES = 1.6;

const save = statement(
  'usage.save',
  `insert into tenant_usage (tenant_id, counted_at, offices, devices_total, devices_online, staff, tickets_today,
     tickets_30_days, stored_rows, stored_bytes, last_activity_at, days_over)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
   on conflict (tenant_id) do update set counted_at = $2, offices = $3, devices_total = $4, devices_online = $5, staff = $6,
     tickets_today = $7, tickets_30_days = $8, stored_rows = $9, stored_bytes = $10, last_activity_at = $11, days_over = $12`,
);
const exceed = statement(
  'usage.exceed',
  `insert into plan_excess (tenant_id, business_on, tickets, allowed) values ($1, $2, $3, $4)
   on conflict (tenant_id, business_on) do update set tickets = excluded.tickets, allowed = excluded.allowed
   returning xmax = 0 as first`,
);

/** Counts of what a tenant has. Figures only. */
@Injectable()
export class UsageRepository {
  /** @param businessOn the tenant's present business day */
  async count(tx: Transaction, businessOn: string): Promise<UsageRecord> {
    const { tenantId } = tx.scope;
    const found = await tx.row<Omit<UsageRecord, 'countedAt' | 'storedRows' | 'storedBytes'>>(things, [
      tenantId,
      businessOn,
    ]);
    if (!found) throw new Error('a count without a row');
    const stored = { storedRows: 0, storedBytes: 0 };
    for (const size of sizes) {
      const { rows = 0, width = 0 } = (await tx.row<{ rows: number; width: number }>(size, [tenantId])) ?? {};
      stored.storedRows += rows;
      stored.storedBytes += Math.round(rows * (width + ROW_HEAD) * WITH_INDEXES);
    }
    return { ...found, ...stored, countedAt: Date.now() };
  }

  async save(tx: Transaction, usage: UsageRecord): Promise<void> {
    await tx.rows(save, [
      tx.scope.tenantId,
      new Date(usage.countedAt),
      usage.offices,
      usage.devicesTotal,
      usage.devicesOnline,
      usage.staff,
      usage.ticketsToday,
      usage.tickets30Days,
      usage.storedRows,
      usage.storedBytes,
      usage.lastActivityAt === null ? null : new Date(usage.lastActivityAt),
      usage.daysOver,
    ]);
  }

  /** Notes a day over the limit. @returns true when it was not noted before */
  async exceed(tx: Transaction, businessOn: string, tickets: number, allowed: number): Promise<boolean> {
    return (
      (await tx.row<{ first: boolean }>(exceed, [tx.scope.tenantId, businessOn, tickets, allowed]))?.first ?? false
    );
  }
}
