import type { HallTicket, Wait } from '@sunbeon/contract';
import type { SimpleWait, WaitUnavailable } from '@sunbeon/domain';
import type { OfficeConfig } from '../offices/offices.reader.ts';
import { iso } from '../platform/clock/clock.ts';
import type { StoredTicket } from './stored-ticket.ts';

/** The range, or in words why there is none. */
export function presentWait(wait: SimpleWait): { wait: Wait | null; waitUnavailable: WaitUnavailable | null } {
  if ('unavailable' in wait) return { wait: null, waitUnavailable: wait.unavailable };
  return {
    wait: { lowMinutes: wait.lowMinutes, highMinutes: wait.highMinutes, basis: wait.basis },
    waitUnavailable: null,
  };
}

/** Label of a counter by its id, or what the hardware calls it. */
export function counterLabelOf(config: OfficeConfig, ticket: StoredTicket): string | null {
  return config.counterById.get(ticket.counterId ?? '')?.number ?? ticket.counterLabel;
}

/** A ticket as staff of the hall see it. */
export function presentHallTicket(config: OfficeConfig, ticket: StoredTicket): HallTicket {
  // Hardware may call a ticket that it never issued: then its place is the first that is known of it.
  const joinedAt = ticket.joinedAt ?? ticket.place / 1000;
  return {
    id: ticket.id,
    number: ticket.label,
    serviceId: ticket.serviceId,
    state: ticket.state,
    issuedAt: iso(ticket.firstJoinedAt ?? joinedAt),
    joinedAt: iso(joinedAt),
    place: ticket.place,
    priority: ticket.priority,
    appointmentAt: iso(ticket.appointmentAt),
    counter: counterLabelOf(config, ticket),
    targetCounter: config.counterById.get(ticket.targetCounterId ?? '')?.number ?? null,
    calledAt: iso(ticket.calledAt),
    startedAt: iso(ticket.startedAt),
    callCount: ticket.callCount,
    steps: ticket.steps.map(({ serviceId, done }) => ({ serviceId, done })),
    addOns: [...ticket.addOns],
    reinstated: ticket.reinstatedAt !== null,
    note: ticket.note,
    holdReason: ticket.holdReason,
  };
}
