import { Injectable } from '@nestjs/common';
import type { RelayEvent } from '@sunbeon/contract';
import { statement, type Transaction } from '../platform/database/database.ts';
import { iso } from '../platform/clock/clock.ts';
import type { TicketHistory } from './hardware-ticket.ts';
import { asHardwareEvent, isTicketEvent, type CheckedEvent } from './relay-check.ts';

const insertEvents = statement(
  'relay.insert',
  `insert into hardware_event (tenant_id, office_id, event_id, business_on, device_id, type, occurred_at, ticket_key, body)
   select $1, $2, e.event_id, e.business_on, $3, e.type, e.occurred_at, e.ticket_key, e.body
   from jsonb_to_recordset($4) as e(event_id text, business_on date, type text, occurred_at timestamptz, ticket_key text, body jsonb)
   on conflict (tenant_id, office_id, event_id) do nothing
   returning event_id as id`,
);
const readTickets = statement(
  'relay.tickets',
  `select e.business_on as "businessOn", e.ticket_key as "ticketKey", e.occurred_at as at, e.body
   from jsonb_to_recordset($3) as t(business_on date, ticket_key text)
   join hardware_event e on e.tenant_id = $1 and e.office_id = $2 and e.business_on = t.business_on and e.ticket_key = t.ticket_key`,
);

/** An event with the business day that it happened on. */
export interface DatedEvent extends CheckedEvent {
  readonly businessOn: string;
}

interface EventRow {
  businessOn: string;
  ticketKey: string;
  at: number;
  body: RelayEvent;
}

/** Events of hardware as received. One statement each, however many events come. */
@Injectable()
export class RelayRepository {
  /** Stores what is not there yet. Returns the ids of the new ones. */
  async insert(
    tx: Transaction,
    officeId: string,
    deviceId: string,
    events: readonly DatedEvent[],
  ): Promise<Set<string>> {
    if (events.length === 0) return new Set();
    const records = events.map(({ id, businessOn, type, at, ticketKey, body }) => {
      return { event_id: id, business_on: businessOn, type, occurred_at: iso(at), ticket_key: ticketKey, body };
    });
    const rows = await tx.rows<{ id: string }>(insertEvents, [
      tx.scope.tenantId,
      officeId,
      deviceId,
      JSON.stringify(records),
    ]);
    return new Set(rows.map(({ id }) => id));
  }

  /** All stored events of the tickets that these events are about. */
  async historiesOf(tx: Transaction, officeId: string, events: readonly DatedEvent[]): Promise<TicketHistory[]> {
    const keys = new Map(events.flatMap((event) => (event.ticketKey === null ? [] : [[keyOf(event), event]])));
    if (keys.size === 0) return [];
    const wanted = [...keys.values()].map(({ businessOn, ticketKey }) => ({
      business_on: businessOn,
      ticket_key: ticketKey,
    }));
    const rows = await tx.rows<EventRow>(readTickets, [tx.scope.tenantId, officeId, JSON.stringify(wanted)]);
    const groups = Map.groupBy(rows, keyOf);
    return [...groups.values()].flatMap(historyOf);
  }
}

/** One ticket of one business day. */
export const keyOf = ({ businessOn, ticketKey }: { businessOn: string; ticketKey: string | null }): string =>
  `${businessOn} ${ticketKey ?? ''}`;

function historyOf(rows: readonly EventRow[]): TicketHistory[] {
  const [first] = rows;
  if (!first) return [];
  const events = rows.flatMap(({ body, at }) => (isTicketEvent(body) ? [asHardwareEvent(body, at)] : []));
  return [{ businessOn: first.businessOn, ticketKey: first.ticketKey, events }];
}
