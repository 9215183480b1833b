import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  foldHardwareTicket,
  foldHardwareTickets,
  foldLastCalled,
  hardwareTicketEvents,
  hardwareTicketKey,
  isAnnounced,
  type HardwareEvent,
  type LastCalled,
} from './hardware-fold.ts';

let id = 0;
const event = (type: HardwareEvent['type'], occurredAt: number, more: Partial<HardwareEvent> = {}): HardwareEvent => ({
  id: `e${(id += 1)}`,
  type,
  occurredAt,
  number: '17',
  serviceCode: 'P',
  ...more,
});

describe('a hardware ticket', () => {
  it('is the fold of its events', () => {
    const life = [
      event('ticket.issued', 1000),
      event('ticket.called', 5000, { counterNumber: '3' }),
      event('ticket.recalled', 6000),
      event('ticket.started', 7000),
      event('ticket.completed', 9000),
    ];
    expect(foldHardwareTicket(life)).toMatchObject({
      state: 'completed',
      joinedAt: 1000,
      calledAt: 5000,
      lastCalledAt: 6000,
      callCount: 2,
      startedAt: 7000,
      endedAt: 9000,
      counterNumber: '3',
    });
    expect(foldHardwareTicket([])).toBeNull();
  });

  it('called without being issued has no time of joining', () => {
    expect(foldHardwareTicket([event('ticket.called', 5000)])).toMatchObject({ state: 'called', joinedAt: null });
    expect(foldHardwareTicket([event('ticket.called', 5000), event('ticket.issued', 6000)])).toMatchObject({
      state: 'called',
      joinedAt: null,
    });
  });

  it('issued late but before the call has its time after all', () => {
    const call = event('ticket.called', 5000);
    expect(foldHardwareTicket([call, event('ticket.issued', 4000)])).toMatchObject({ state: 'called', joinedAt: 4000 });
    expect(foldHardwareTicket([call, event('ticket.issued', 5000)])).toMatchObject({ state: 'called', joinedAt: 5000 });
  });

  it('issued and called in one second counts as issued first, whatever the ids', () => {
    const same = [event('ticket.called', 5000, { id: 'a' }), event('ticket.issued', 5000, { id: 'z' })];
    expect(foldHardwareTicket(same)).toMatchObject({ state: 'called', joinedAt: 5000 });
  });

  it('is never refused: a completed one may be called again, a transferred one waits', () => {
    const again = [
      event('ticket.issued', 1),
      event('ticket.completed', 2),
      event('ticket.called', 3),
      event('ticket.transferred', 4, { serviceCode: 'Q' }),
    ];
    expect(foldHardwareTicket(again)).toMatchObject({
      state: 'waiting',
      serviceCode: 'Q',
      joinedAt: 1,
      calledAt: null,
      transferCount: 1,
    });
  });

  it('is known by its reference, else by service and number', () => {
    expect(hardwareTicketKey(event('ticket.called', 1, { ticketRef: 'x' }))).toBe('ref:x');
    expect(hardwareTicketKey(event('ticket.called', 1))).toBe('number:P:17');
    expect(hardwareTicketKey(event('ticket.called', 1, { number: null }))).toBeNull();
  });

  const anyEvent = fc.record({
    id: fc.integer({ min: 1, max: 12 }).map((n) => `e${n}`),
    type: fc.constantFrom(...hardwareTicketEvents),
    occurredAt: fc.integer({ min: 1, max: 8 }),
    number: fc.constantFrom('17', '18'),
    serviceCode: fc.constantFrom('P', 'Q'),
    counterNumber: fc.option(fc.constantFrom('1', '2')),
  });
  const shuffles = fc
    .array(anyEvent, { minLength: 1, maxLength: 14 })
    .chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 })),
    );

  it('is the same for any order and any repetition of its events', () => {
    fc.assert(
      fc.property(shuffles, ([events, shuffled]) => {
        expect(foldHardwareTicket(shuffled)).toEqual(foldHardwareTicket(events));
        const sorted = (map: ReturnType<typeof foldHardwareTickets>): unknown =>
          [...map].sort(([a], [b]) => (a < b ? -1 : 1));
        expect(sorted(foldHardwareTickets(shuffled))).toEqual(sorted(foldHardwareTickets(events)));
      }),
      { numRuns: 500 },
    );
  });

  it('the last call is the same for any order, and never goes back on the way', () => {
    fc.assert(
      fc.property(shuffles, ([events, shuffled]) => {
        const unique = [...new Map(events.map((one) => [one.id, one])).values()];
        const run = (list: HardwareEvent[]): LastCalled | null => {
          let last: LastCalled | null = null;
          for (const one of list) {
            const next = foldLastCalled(last, one);
            if (last) expect(next?.at).toBeGreaterThanOrEqual(last.at);
            last = next;
          }
          return last;
        };
        const order = shuffled.flatMap(({ id: wanted }) => unique.filter((one) => one.id === wanted));
        expect(run(order)).toEqual(run(unique));
      }),
    );
  });
});

describe('an old call', () => {
  it('is not announced after 60 seconds', () => {
    const call = event('ticket.called', 100_000);
    expect(isAnnounced(call, 160_000)).toBe(true);
    expect(isAnnounced(call, 160_001)).toBe(false);
    expect(isAnnounced(event('ticket.issued', 100_000), 100_000)).toBe(false);
  });
});
