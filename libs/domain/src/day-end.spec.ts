import { describe, expect, it } from '@jest/globals';
import { endDay } from './day-end.ts';
import { defaultTicketRules } from './policy.ts';
import { nineOClock, ticketOf } from './spec-support.ts';
import { ticketStates } from './ticket.ts';

describe('the end of the day', () => {
  const rules = { ...defaultTicketRules, minCallsBeforeNoShow: 3 };
  const tickets = ticketStates.map((state, index) =>
    ticketOf({ ordinal: index + 1, state, counterId: state === 'waiting' ? null : 'c1', callCount: 1 }),
  );
  const end = endDay(tickets, nineOClock, rules);

  it('expires waiting and held, makes called no-shows, leaves the rest', () => {
    const moved = end.moved.map(({ event }) => `${event.from} -> ${event.to}`);
    expect(moved).toEqual(['waiting -> expired', 'called -> no_show', 'held -> expired']);
    for (const { ticket, event } of end.moved) {
      expect(ticket.endedAt).toBe(nineOClock);
      expect(event).toMatchObject({ reason: 'day_end', actor: { kind: 'system', id: null } });
    }
  });

  it('flags who is still being served', () => {
    expect(end.flagged).toEqual(tickets.filter(({ state }) => state === 'serving').map(({ id }) => id));
  });

  it('does nothing the second time', () => {
    const after = tickets.map((ticket) => end.moved.find((one) => one.ticket.id === ticket.id)?.ticket ?? ticket);
    expect(endDay(after, nineOClock, rules)).toEqual({ moved: [], flagged: end.flagged });
  });
});
