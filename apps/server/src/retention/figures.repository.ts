import { Injectable } from '@nestjs/common';
import type { HourFigure, legOf } from '@sunbeon/domain';
import { statement, type Transaction } from '../platform/database/database.ts';

const columns = `service_id as "serviceId", hour::int, issued, priority, night, served, no_show as "noShow", cancelled, expired,
  waits, wait_seconds as "waitSeconds", wait_median_seconds as "waitMedianSeconds", wait_p90_seconds as "waitP90Seconds",
  within_limit as "withinLimit", limit_minutes as "limitMinutes", services, service_seconds as "serviceSeconds"`;
const readDay = statement(
  'figures.day',
  `select ${columns} from day_figure where tenant_id = $1 and office_id = $2 and business_on = $3
   order by service_id, hour`,
);
const readSpan = statement(
  'figures.span',
  `select business_on as "businessOn", ${columns} from day_figure
   where tenant_id = $1 and office_id = $2 and business_on between $3 and $4 order by business_on, service_id, hour`,
);
const dropDay = statement(
  'figures.drop_day',
  'delete from day_figure where tenant_id = $1 and office_id = $2 and business_on = $3',
);
const insertDay = statement(
  'figures.insert_day',
  `insert into day_figure (tenant_id, office_id, business_on, service_id, hour, issued, priority, night, served, no_show,
     cancelled, expired, waits, wait_seconds, wait_median_seconds, wait_p90_seconds, within_limit, limit_minutes, services,
     service_seconds)
   select $1, $2, $3, f."serviceId", f.hour, f.issued, f.priority, f.night, f.served, f."noShow", f.cancelled, f.expired,
     f.waits, f."waitSeconds", f."waitMedianSeconds", f."waitP90Seconds", f."withinLimit", f."limitMinutes", f.services,
     f."serviceSeconds"
   from jsonb_to_recordset($4) as f("serviceId" uuid, hour smallint, issued integer, priority integer, night integer,
     served integer, "noShow" integer, cancelled integer, expired integer, waits integer, "waitSeconds" bigint,
     "waitMedianSeconds" integer, "waitP90Seconds" integer, "withinLimit" integer, "limitMinutes" integer, services integer,
     "serviceSeconds" bigint)`,
);
const markDay = statement(
  'figures.mark_day',
  `insert into figured_day (tenant_id, office_id, business_on, events, tickets) values ($1, $2, $3, $4, $5)
   on conflict (tenant_id, office_id, business_on)
   do update set events = excluded.events, tickets = excluded.tickets, figured_at = now(), corrected = false`,
);
const readMark = statement(
  'figures.mark',
  `select events, tickets, purge_began_at is not null as begun from figured_day
   where tenant_id = $1 and office_id = $2 and business_on = $3 for update`,
);
const countSource = statement(
  'figures.count_source',
  `select (select count(*)::int from ticket_event where tenant_id = $1 and office_id = $2 and business_on = $3) as events,
     (select count(*)::int from ticket where tenant_id = $1 and office_id = $2 and business_on = $3) as tickets`,
);
// What ticket hardware told is folded into its tickets on arrival; it leaves no events of ours.
const hardwareLegs = statement(
  'figures.hardware',
  `select service_id as "serviceId", priority, joined_at as "joinedAt", called_at as "calledAt", started_at as "startedAt",
     ended_at as "endedAt", state from ticket
   where tenant_id = $1 and office_id = $2 and business_on = $3 and source = 'hardware' order by id`,
);
const lastFigured = statement(
  'figures.last',
  'select max(business_on) as day from figured_day where tenant_id = $1 and office_id = $2',
);
const daysSince = statement(
  'figures.days_since',
  `select distinct business_on as day from ticket
   where tenant_id = $1 and office_id = $2 and business_on >= $3 and business_on <= $4 order by 1`,
);

/** What a day's figures are made of, by number; more of it may come while hardware tells late. */
export interface DaySource {
  readonly events: number;
  readonly tickets: number;
}

export type HardwareTicket = Parameters<typeof legOf>[0];

/** Figures of days, and what they were made of. */
@Injectable()
export class FiguresRepository {
  day(tx: Transaction, officeId: string, businessOn: string): Promise<HourFigure[]> {
    return tx.rows<HourFigure>(readDay, [tx.scope.tenantId, officeId, businessOn]);
  }

  span(tx: Transaction, officeId: string, from: string, to: string): Promise<(HourFigure & { businessOn: string })[]> {
    return tx.rows(readSpan, [tx.scope.tenantId, officeId, from, to]);
  }

  async replace(
    tx: Transaction,
    officeId: string,
    businessOn: string,
    figures: readonly HourFigure[],
    source: DaySource,
  ): Promise<void> {
    const key = [tx.scope.tenantId, officeId, businessOn];
    await tx.rows(dropDay, key);
    await tx.rows(insertDay, [...key, JSON.stringify(figures)]);
    await tx.rows(markDay, [...key, source.events, source.tickets]);
  }

  /** Locked: of two who work on a day, one waits. Undefined where there are no figures. */
  mark(tx: Transaction, officeId: string, businessOn: string): Promise<(DaySource & { begun: boolean }) | undefined> {
    return tx.row(readMark, [tx.scope.tenantId, officeId, businessOn]);
  }

  async source(tx: Transaction, officeId: string, businessOn: string): Promise<DaySource> {
    const row = await tx.row<DaySource>(countSource, [tx.scope.tenantId, officeId, businessOn]);
    return row ?? { events: 0, tickets: 0 };
  }

  hardwareTickets(tx: Transaction, officeId: string, businessOn: string): Promise<HardwareTicket[]> {
    return tx.rows<HardwareTicket>(hardwareLegs, [tx.scope.tenantId, officeId, businessOn]);
  }

  async lastFigured(tx: Transaction, officeId: string): Promise<string | null> {
    return (await tx.row<{ day: string | null }>(lastFigured, [tx.scope.tenantId, officeId]))?.day ?? null;
  }

  /** Days with tickets, both ends included. */
  async days(tx: Transaction, officeId: string, from: string, to: string): Promise<string[]> {
    return (await tx.rows<{ day: string }>(daysSince, [tx.scope.tenantId, officeId, from, to])).map(({ day }) => day);
  }
}
