import type { TicketMoment, TicketRow } from '@sunbeon/contract';
import { iso } from '../platform/clock/clock.ts';
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

const instant = (at: number | null): string | null => (at === null ? null : iso(at));
