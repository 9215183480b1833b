import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldEvents } from './fold-events.ts';
import { checkHistory } from './history-check.ts';
import { OfficeModel } from './spec-support.ts';
import { isOver, refusals, ticketMoveNames, type LoggedEvent } from './ticket.ts';

const day = (seed: number, steps = 300): LoggedEvent[] => new OfficeModel(seed).run(steps).events;
const codes = (events: LoggedEvent[]): string[] => [...new Set(checkHistory(events).map(({ code }) => code))];
const copy = (events: LoggedEvent[]): LoggedEvent[] => structuredClone(events);
const renumber = (events: LoggedEvent[]): LoggedEvent[] => events.map((event, index) => ({ ...event, seq: index + 1 }));

describe('a history', () => {
  it('of any random day is clean, folds to the tickets as they stand, and ends with nobody waiting', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom('first_come' as const, 'preference' as const), (seed, order) => {
        const { events, tickets, flagged } = new OfficeModel(seed, { order }).run(250);
        expect(checkHistory(events)).toEqual([]);
        expect(foldEvents(events)).toEqual(tickets);
        for (const ticket of tickets.values()) expect(isOver(ticket.state)).toBe(!flagged.includes(ticket.id));
      }),
      { numRuns: 60 },
    );
  });

  it('of random days makes every move and meets the refusals that a stranger can provoke', () => {
    const moves = new Set<string>();
    const refused = new Set<string>();
    for (let seed = 1; seed <= 40; seed += 1) {
      const model = new OfficeModel(seed);
      for (const { move } of model.run(300).events) moves.add(move);
      for (const code of model.refused.keys()) refused.add(code);
    }
    expect(ticketMoveNames.filter((move) => !moves.has(move))).toEqual([]);
    const unmet = refusals.filter((code) => !refused.has(code));
    expect(unmet).toEqual([
      'counter_required',
      'counter_closed',
      'counter_paused',
      'counter_has_ticket',
      'too_few_calls',
      'unknown_priority',
      'nothing_to_undo',
      'undo_overtaken',
    ]);
  });
});

describe('the checker finds', () => {
  const events = day(5);
  const change = (
    find: (event: LoggedEvent) => boolean,
    edit: (event: LoggedEvent) => void,
    nth = 0,
  ): LoggedEvent[] => {
    const list = copy(events);
    edit(list.filter(find)[nth] as LoggedEvent);
    return list;
  };
  const issued = (event: LoggedEvent): boolean => event.move === 'issue';

  it('nothing in a good day', () => expect(codes(events)).toEqual([]));

  it('a lost event', () => {
    const lost = events.filter((_, index) => index !== 40);
    expect(codes(lost)).toContain('seq_not_dense');
  });

  it('a gap that no event of a counter fills', () => {
    const spread = events.map((event) => ({ ...event, seq: event.seq < 30 ? event.seq : event.seq + 2 }));
    expect(checkHistory(spread, [30, 31])).toEqual([]);
    expect(checkHistory(spread, [30]).map(({ code }) => code)).toEqual(['seq_not_dense']);
    expect(checkHistory(spread, [30, 31, 32]).map(({ code }) => code)).toEqual(['seq_not_dense']);
  });

  it('events out of order', () => {
    const swapped = copy(events);
    [swapped[20], swapped[21]] = [swapped[21] as LoggedEvent, swapped[20] as LoggedEvent];
    expect(codes(swapped)).toContain('seq_not_dense');
  });

  it('a number given twice', () => {
    const label = events.find(issued)?.after.label ?? '';
    expect(codes(change(issued, (event) => (event.after.label = label), 5))).toEqual(['number_twice']);
  });

  it('an ordinal given twice, and one skipped', () => {
    const red = (event: LoggedEvent): boolean => issued(event) && event.after.seriesId === 'red';
    expect(codes(change(red, (event) => (event.after.ordinal = 1), 3)).sort()).toEqual([
      'ordinal_skipped',
      'ordinal_twice',
    ]);
  });

  it('a ticket issued twice, and one never issued', () => {
    const first = events.find(issued) as LoggedEvent;
    expect(codes([...events, { ...first, seq: events.length + 1 }])).toContain('issued_twice');
    expect(codes(renumber(events.filter((event) => event !== first)))).toContain('unknown_ticket');
  });

  it('a move that the table does not have', () => {
    const completed = events.findLast(({ move }) => move === 'complete') as LoggedEvent;
    expect(codes([...events, { ...completed, seq: events.length + 1 }])).toEqual(
      expect.arrayContaining(['move_not_allowed', 'lost_update']),
    );
  });

  it('two counters that called one ticket, and a counter with two tickets', () => {
    const index = events.findIndex(({ move }) => move === 'call');
    const call = events[index] as LoggedEvent;
    const twice: LoggedEvent = { ...call, counterId: 'c9', after: { ...call.after, counterId: 'c9' } };
    const doubled = renumber([...events.slice(0, index + 1), twice, ...events.slice(index + 1)]);
    expect(codes(doubled)).toEqual(expect.arrayContaining(['ticket_two_counters', 'move_not_allowed']));
    const waiting = [...foldEvents(events.slice(0, index + 1)).values()].find(({ state }) => state === 'waiting');
    if (!waiting) throw new Error('choose a day on which somebody waits at the first call');
    const second: LoggedEvent = { ...call, ticketId: waiting.id, before: { state: 'waiting' } };
    expect(codes(renumber([...events.slice(0, index + 1), second]))).toContain('counter_two_tickets');
  });

  it('an unexplained call: first come, but somebody else came first', () => {
    const list = new OfficeModel(11, { order: 'first_come', ageAfterMinutes: 1000 }).run(200).events;
    const found = list.some((event, index) => {
      if (event.call?.reason !== 'first_come') return false;
      const edited = copy(list);
      const issue = edited.slice(0, index).find((one) => issued(one) && one.ticketId === event.ticketId);
      if (issue) issue.after.place = event.at * 1000 + 999;
      return codes(edited).includes('call_unexplained');
    });
    expect(found).toBe(true);
  });

  it('a lost update', () => {
    const stale = change(
      ({ move }) => move === 'start',
      (event) => (event.before = { ...event.before, startedAt: 1 }),
    );
    expect(codes(stale)).toEqual(['lost_update']);
  });
});
