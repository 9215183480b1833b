import { Injectable } from '@nestjs/common';
import { labelFor, overflowLabel, type IssuedCounts } from '@sunbeon/domain';
import type { HallDraft } from '../hall/hall-draft.ts';
import { hasQuota } from '../hall/hall-view.ts';
import { quotaWindow } from '../hall/issued.reader.ts';
import type { ServiceConfig } from '../offices/offices.reader.ts';
import { statement, type Transaction } from '../platform/database/database.ts';

/**
 * The next ordinal of a series on a day; where its range is used up, that of the office's overflow too ($4 its row, $5
 * the last ordinal of the range). Tickets of the service are counted only where a quota needs it ($6 null: not; it stands
 * in the where clause, so that then nothing is read: a condition of the join is looked at after the count).
 */
const drawNumber = statement(
  'hall.draw',
  `with drawn as (
     insert into series_day (tenant_id, series_id, business_on, last_ordinal) values ($1, $2, $3, 1)
     on conflict (tenant_id, series_id, business_on) do update set last_ordinal = series_day.last_ordinal + 1
     returning last_ordinal
   ), beyond as (
     insert into series_day (tenant_id, series_id, business_on, last_ordinal)
     select $1, $4, $3, 1 from drawn where last_ordinal > $5
     on conflict (tenant_id, series_id, business_on) do update set last_ordinal = series_day.last_ordinal + 1
     returning last_ordinal
   )
   select last_ordinal as ordinal, (select last_ordinal from beyond) as overflow, today, in_window as "inWindow"
   from drawn, lateral (
     select count(*)::int as today, count(*) filter (where e.at >= $7 and e.at < $8)::int as in_window
     from ticket_event e
     where $6::uuid is not null and e.tenant_id = $1 and e.office_id = $4 and e.business_on = $3
       and e.type = 'ticket.issued' and e.service_id = $6
   ) counted`,
);

interface DrawnRow {
  readonly ordinal: number;
  readonly overflow: number | null;
  /** 0 when not counted. */
  readonly today: number;
  readonly inWindow: number;
}

/** A number drawn, and how many tickets were given out before it where the service has a quota. */
export interface DrawnNumber {
  readonly ordinal: number;
  readonly label: string;
  readonly issued: IssuedCounts | null;
}

/** Numbers of tickets. The office's row is locked by the caller; what is drawn is rolled back with the transaction. */
@Injectable()
export class NumbersRepository {
  /** The next number of the service's series: 1, 2, 3 …, none twice and none skipped. One statement. */
  async draw(tx: Transaction, hall: HallDraft, service: ServiceConfig): Promise<DrawnNumber> {
    const { config, businessOn, openState } = hall;
    const { id, rangeFrom, rangeTo } = service.series;
    const counted = hasQuota(service, openState.minuteOfDay);
    const { from, to } = quotaWindow(service, config.zone, businessOn, openState.minuteOfDay);
    const drawn = await tx.row<DrawnRow>(drawNumber, [
      tx.scope.tenantId,
      id,
      businessOn,
      config.id,
      rangeTo - rangeFrom + 1,
      counted ? service.id : null,
      from,
      to,
    ]);
    if (!drawn) throw new Error('no ordinal returned');
    const { ordinal, today, inWindow } = drawn;
    return { ordinal, label: label(hall, service, drawn), issued: counted ? { today, inWindow } : null };
  }
}

function label({ config }: HallDraft, { series }: ServiceConfig, { ordinal, overflow }: DrawnRow): string {
  const own = labelFor(series, ordinal);
  return own.kind === 'label' ? own.label : overflowLabel(config.overflow, config.prefixes, overflow ?? 0);
}
