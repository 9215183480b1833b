import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  afterPick,
  canCall,
  compareInLine,
  newcomersAhead,
  pickNext,
  positionOf,
  positionsOf,
  type Hall,
  type PickingCounter,
  type Turns,
} from './pick-next.ts';
import { defaultCallingPolicy, type CallingPolicy } from './policy.ts';
import { minute, nineOClock, ticketOf } from './spec-support.ts';
import type { Ticket } from './ticket.ts';

const counter: PickingCounter = { id: 'c1', staffId: 's1', serviceIds: ['passport', 'family'] };
const now = nineOClock + 10 * minute;
const joined = (ordinal: number, minutes: number, changes: Partial<Ticket> = {}): Ticket =>
  ticketOf({ ordinal, joinedAt: nineOClock + minutes * minute, ...changes });
const hallOf = (waiting: Ticket[], policy: Partial<CallingPolicy> = {}, turns: Turns = {}): Hall => ({
  waiting,
  policy: { ...defaultCallingPolicy, ...policy },
  turns,
});
const picked = (hall: Hall, at = now, at_counter = counter): string | null => {
  const pick = pickNext(hall, at_counter, at);
  return pick && `${pick.ticketId} ${pick.reason}`;
};

describe('who is called next', () => {
  it('is nobody when nobody waits whom the counter serves', () => {
    expect(picked(hallOf([]))).toBeNull();
    expect(picked(hallOf([joined(1, 0, { serviceId: 'permit' })]))).toBeNull();
    expect(picked(hallOf([joined(1, 0, { state: 'called' })]))).toBeNull();
  });

  it('is who came first over all services of the counter', () => {
    expect(picked(hallOf([joined(2, 2), joined(1, 1, { serviceId: 'family' })]))).toBe('t0001 first_come');
  });

  it('is the first of the preferred service, where the office prefers', () => {
    const hall = hallOf([joined(1, 1, { serviceId: 'family' }), joined(2, 2)], { order: 'preference' });
    expect(picked(hall)).toBe('t0002 preference');
  });

  it('is a priority visitor, two for each regular one', () => {
    const hall = hallOf([
      joined(1, 0),
      joined(2, 1),
      joined(3, 2, { priority: 'age_75' }),
      joined(4, 3, { priority: 'pregnant' }),
      joined(5, 4, { priority: 'age_75' }),
    ]);
    expect(runDown(hall)).toEqual([
      't0003 priority',
      't0004 priority',
      't0001 regular_turn',
      't0005 priority',
      't0002 first_come',
    ]);
  });

  it('does not count priority visitors while nobody else waits', () => {
    const alone = pickNext(hallOf([joined(1, 0, { priority: 'age_75' })]), counter, now);
    expect(alone && afterPick({}, alone)).toEqual({ c1: { priorityRun: 0, overdueRun: 0 } });
  });

  it('is a regular one who has aged, before priority visitors who came later', () => {
    const hall = hallOf([joined(1, -31), joined(2, 5, { priority: 'age_75' })]);
    expect(picked(hall, nineOClock + 9 * minute - 1)).toBe('t0002 priority');
    expect(picked(hall, nineOClock + 9 * minute)).toBe('t0001 aged');
  });

  it('is a due appointment, and an early one only when nobody stands in front', () => {
    const slot = nineOClock + 20 * minute;
    const visitor = joined(2, 0, { appointmentAt: slot });
    expect(picked(hallOf([joined(1, 5), visitor]), slot)).toBe('t0002 appointment');
    expect(picked(hallOf([joined(1, 5), visitor]), slot - 1)).toBe('t0001 first_come');
    expect(picked(hallOf([visitor]), slot - 15 * minute)).toBe('t0002 first_come');
    expect(picked(hallOf([visitor]), slot - 15 * minute - 1)).toBeNull();
  });

  it('is who was sent to this counter or person, and never who was sent to another', () => {
    const sent = joined(9, 9, { targetCounterId: 'c1', serviceId: 'permit' });
    expect(picked(hallOf([joined(1, 0), sent]))).toBe('t0009 targeted');
    expect(picked(hallOf([joined(1, 0), { ...sent, targetCounterId: null, targetStaffId: 's1' }]))).toBe(
      't0009 targeted',
    );
    expect(picked(hallOf([{ ...joined(1, 0), targetCounterId: 'c2' }]))).toBeNull();
    expect(picked(hallOf([{ ...joined(1, 0), targetStaffId: 's2' }]), now, { ...counter, staffId: null })).toBeNull();
  });

  it('is at every second call who waits longest beyond the limit', () => {
    const waiting = [joined(1, -70), joined(2, -65), ...[3, 4, 5].map((n) => joined(n, n, { targetCounterId: 'c1' }))];
    expect(runDown(hallOf(waiting))).toEqual([
      't0003 targeted',
      't0001 longest_wait',
      't0004 targeted',
      't0002 longest_wait',
      't0005 targeted',
    ]);
  });

  it('goes by the place: who postponed does not overtake by the old time of joining', () => {
    const postponed = joined(1, -70, { place: (nineOClock + 8 * minute) * 1000 + 1 });
    expect(picked(hallOf([postponed, joined(2, 5)]))).toBe('t0002 first_come');
  });

  it('does not depend on the order of the list', () => {
    const tickets = fc
      .array(anyTicket, { minLength: 1, maxLength: 12 })
      .map((list) => list.map((ticket, i) => ({ ...ticket, id: `t${i}` })));
    fc.assert(
      fc.property(
        tickets,
        fc.infiniteStream(fc.nat()),
        fc.constantFrom('first_come' as const, 'preference' as const),
        (list, keys, order) => {
          const shuffled = list
            .map((ticket) => ({ ticket, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key);
          const other = shuffled.map(({ ticket }) => ticket);
          expect(pickNext(hallOf(other, { order }), counter, now)).toEqual(
            pickNext(hallOf(list, { order }), counter, now),
          );
        },
      ),
    );
  });
});

const anyTicket = fc
  .record({
    serviceId: fc.constantFrom('passport', 'family', 'permit'),
    minutes: fc.integer({ min: -80, max: 10 }),
    ordinal: fc.integer({ min: 1, max: 9 }),
    priority: fc.option(fc.constant('age_75')),
    targetCounterId: fc.option(fc.constantFrom('c1', 'c2'), { freq: 8 }),
    slot: fc.option(fc.integer({ min: -30, max: 60 }), { freq: 6 }),
  })
  .map(({ minutes, slot, ...rest }) =>
    joined(rest.ordinal, minutes, { ...rest, appointmentAt: slot === null ? null : nineOClock + slot * minute }),
  );

function runDown(hall: Hall, at = now): string[] {
  const calls: string[] = [];
  let { waiting, turns } = hall;
  for (let pick = pickNext(hall, counter, at); pick; pick = pickNext({ ...hall, waiting, turns }, counter, at)) {
    const { ticketId } = pick;
    calls.push(`${ticketId} ${pick.reason}`);
    waiting = waiting.filter(({ id }) => id !== ticketId);
    turns = afterPick(turns, pick);
  }
  return calls;
}

/** Plays a hall against an endless stream of rivals; returns each counter's calls until `victim` is called, or null after `limit`. */
function callsUntil(
  victim: Ticket,
  start: Hall,
  counters: PickingCounter[],
  rivals: (n: number, at: number) => Ticket[],
  options: { from: number; millisPerCall: number; limit: number; choose: (n: number) => number },
): Map<string, number> | null {
  let waiting = [...start.waiting, victim];
  let turns = start.turns;
  const calls = new Map<string, number>();
  for (let n = 0; n < options.limit; n += 1) {
    const at = options.from + n * options.millisPerCall;
    waiting = [...waiting, ...rivals(n, at)];
    const one = counters[options.choose(n) % counters.length] as PickingCounter;
    const pick = pickNext({ ...start, waiting, turns }, one, at);
    if (!pick) continue;
    calls.set(one.id, (calls.get(one.id) ?? 0) + 1);
    if (pick.ticketId === victim.id) return calls;
    turns = afterPick(turns, pick);
    waiting = waiting.filter(({ id }) => id !== pick.ticketId);
  }
  return null;
}

describe('nobody starves', () => {
  const ratio = fc.integer({ min: 1, max: 4 });
  const regulars = fc.integer({ min: 0, max: 6 });

  it('a regular ticket of rank r is called within (ratio + 1) x r calls in an endless stream of priority visitors', () => {
    fc.assert(
      fc.property(
        ratio,
        regulars,
        fc.integer({ min: 1, max: 3 }),
        fc.nat({ max: 5 }),
        (priorityPerRegular, ahead, stream, oldRun) => {
          const before = Array.from({ length: ahead }, (_, i) => joined(i + 1, -20 + i));
          const hall = hallOf(
            before,
            { priorityPerRegular, ageAfterMinutes: 1e6, longestWaitMinutes: 1e6 },
            { c1: { priorityRun: oldRun, overdueRun: 0 } },
          );
          const rivals = (n: number, at: number): Ticket[] =>
            Array.from({ length: stream }, (_, i) =>
              ticketOf({ id: `p${n}-${i}`, ordinal: 500 + n, joinedAt: at, priority: 'age_75' }),
            );
          const limit = (priorityPerRegular + 1) * (ahead + 1);
          const calls = callsUntil(joined(99, 0), hall, [counter], rivals, {
            from: now,
            millisPerCall: 0,
            limit,
            choose: () => 0,
          });
          expect(calls).not.toBeNull();
        },
      ),
    );
  });

  it('an overdue ticket of rank r is called within longestWaitEvery x r calls of any counter, whatever comes', () => {
    const kinds = fc.infiniteStream(fc.constantFrom('priority', 'targeted', 'due', 'preferred'));
    const counters: PickingCounter[] = [counter, { id: 'c2', staffId: 's2', serviceIds: ['passport', 'family'] }];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        regulars,
        kinds,
        fc.infiniteStream(fc.nat({ max: 1 })),
        (longestWaitEvery, ahead, kind, choice) => {
          const policy = { longestWaitEvery, order: 'preference' as const };
          const before = Array.from({ length: ahead }, (_, i) => joined(i + 1, -90 + i, { serviceId: 'family' }));
          const victim = joined(99, -60, { serviceId: 'family' });
          const rivals = (n: number, at: number): Ticket[] =>
            counters.map(({ id }) => rival(kind.next().value as string, `r${n}-${id}`, at, id));
          const bound = longestWaitEvery * (ahead + 1);
          const options = {
            from: nineOClock,
            millisPerCall: minute,
            limit: bound * counters.length + 1,
            choose: () => choice.next().value as number,
          };
          const calls = callsUntil(victim, hallOf(before, policy), counters, rivals, options);
          // With two counters one of them may rest; none of them makes more than its bound of calls.
          if (calls) for (const made of calls.values()) expect(made).toBeLessThanOrEqual(bound);
          else throw new Error('never called');
        },
      ),
      { numRuns: 200 },
    );
  });

  function rival(kind: string, id: string, at: number, counterId: string): Ticket {
    const ticket = ticketOf({ id, ordinal: 700, joinedAt: at });
    if (kind === 'priority') return { ...ticket, priority: 'age_75' };
    if (kind === 'targeted') return { ...ticket, targetCounterId: counterId };
    return kind === 'due' ? { ...ticket, appointmentAt: at } : ticket;
  }
});

describe('people ahead', () => {
  const c2: PickingCounter = { id: 'c2', staffId: 's2', serviceIds: ['passport'] };

  it('are those the counters call before', () => {
    const hall = hallOf([
      joined(1, 1),
      joined(2, 2),
      joined(3, 3, { priority: 'age_75' }),
      joined(4, 4, { serviceId: 'permit' }),
    ]);
    expect(positionOf(hall, 't0003', [counter], now)).toBe(0);
    expect(positionOf(hall, 't0001', [counter], now)).toBe(1);
    expect(positionOf(hall, 't0002', [counter, c2], now)).toBe(2);
    expect(positionOf(hall, 'nobody', [counter], now)).toBeNull();
  });

  it('are for a newcomer those who would be called before', () => {
    const hall = hallOf([joined(1, 1), joined(2, 2), joined(3, 3, { serviceId: 'permit' })]);
    expect(newcomersAhead(hall, { serviceId: 'passport' }, [counter], now)).toBe(2);
    expect(newcomersAhead(hall, { serviceId: 'passport', priority: 'age_75' }, [counter], now)).toBe(0);
    expect(newcomersAhead(hall, { serviceId: 'permit' }, [counter], now)).toBe(1);
  });

  it('are those before in the own line where no counter serves it', () => {
    const permits = [1, 2].map((n) => joined(n, n, { serviceId: 'permit' }));
    expect(positionOf(hallOf([...permits, joined(3, 0)]), 't0002', [counter], now)).toBe(1);
    expect(positionOf(hallOf([...permits]), 't0002', [], now)).toBe(1);
  });

  it('are with one counter exactly the calls it makes before (any hall)', () => {
    const tickets = fc
      .array(anyTicket, { maxLength: 15 })
      .map((list) => list.map((ticket, i) => ({ ...ticket, id: `t${i}` })));
    fc.assert(
      fc.property(tickets, (list) => {
        const hall = hallOf(list);
        const order = runDown(hall).map((call) => call.split(' ')[0] ?? '');
        const positions = positionsOf(hall, [counter], now);
        order.forEach((id, index) => expect(positions.get(id)).toBe(index));
        expect(positions.size).toBe(list.length);
        const rest = list.filter((ticket) => !canCall(ticket, counter, hall.policy, now)).sort(compareInLine);
        expect(order).toHaveLength(list.length - rest.length);
      }),
    );
  });
});
