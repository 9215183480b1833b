import type { TicketMoment, TicketRow } from '@sunbeon/contract';
import { iso } from '../platform/clock/clock.ts';
import { csvLine } from '../platform/http/csv.ts';
import type { FoundMoment, FoundTicket } from './tickets.reader.ts';

export function presentFound(row: FoundTicket): TicketRow {
  const { id, businessOn: day, number, state, counter, priority, channel } = row;
  return {
    id,
    day,
    number,
    service: { id: row.serviceId, name: row.serviceName },
    state,
    issuedAt: instant(row.issuedAt),
    calledAt: instant(row.calledAt),
    startedAt: instant(row.startedAt),
    endedAt: instant(row.endedAt),
    counter,
    priority,
    channel,
  };
}

export function presentMoment(row: FoundMoment): TicketMoment {
  const { seq, at, type, from, to, actorKind, actorName, counter, service, reason, pick, priority } = row;
  const actor = { kind: actorKind ?? 'system', name: actorName };
  return { seq, at: iso(at), type, from, to, actor, counter, service, reason, pick, priority };
}

/** First line of the export; every line has as many cells. */
export const csvHead = csvLine([
  ...['day', 'number', 'service_id', 'service', 'state', 'counter', 'issued_at', 'called_at', 'started_at', 'ended_at'],
  ...['priority', 'channel', 'id'],
]);

export function csvOf(row: FoundTicket): string {
  const { day, number, service, state, counter, priority, channel, id, ...times } = presentFound(row);
  const { issuedAt, calledAt, startedAt, endedAt } = times;
  const what = [day, number, service.id, service.name.ko, state, counter];
  return csvLine([...what, issuedAt, calledAt, startedAt, endedAt, priority ? 'yes' : 'no', channel, id]);
}

const instant = (at: number | null): string | null => (at === null ? null : iso(at));
