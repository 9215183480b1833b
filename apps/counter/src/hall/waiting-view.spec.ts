import { describe, expect, it } from '@jest/globals';
import { at, counter, hall, now, ticket } from './spec-hall.ts';
import { allTickets, findByNumber, longestWaiting, minutesSince, urgencyOf, waitingGroups } from './waiting-view.ts';

describe('waitingGroups', () => {
  const full = hall({
    waiting: [
      ticket({ number: '107', serviceId: 'c', place: 1, joinedAt: at(31) }),
      ticket({ number: '215', place: 3, joinedAt: at(9) }),
      ticket({ number: '214', place: 2, joinedAt: at(7) }),
      ticket({ number: '108', serviceId: 'c', place: 4, joinedAt: at(2), targetCounter: '5' }),
    ],
  });
  const numbers = (filter: 'mine' | 'all') =>
    waitingGroups(full, counter(), filter, now).map(({ service, rows }) => [
      service.id,
      ...rows.map((row) => row.ticket.number),
    ]);

  it('puts own services first and keeps the order of the line within each', () => {
    expect(numbers('all')).toEqual([
      ['p', '214', '215'],
      ['c', '107', '108'],
    ]);
  });

  it('shows of other services only what is kept for this counter', () => {
    expect(numbers('mine')).toEqual([
      ['p', '214', '215'],
      ['c', '108'],
    ]);
  });

  it('tells minutes and urgency by the service’s own figures', () => {
    const rows = waitingGroups(full, null, 'all', now).flatMap((group) => group.rows);
    expect(rows.map(({ ticket: { number }, minutes, urgency }) => [number, minutes, urgency])).toEqual([
      ['107', 31, 'limit'],
      ['108', 2, 'fresh'],
      ['214', 7, 'fresh'],
      ['215', 9, 'target'],
    ]);
    expect(longestWaiting(waitingGroups(full, null, 'all', now))?.ticket.number).toBe('107');
  });
});

describe('times', () => {
  it('counts whole minutes, never below nought', () => {
    expect(minutesSince(at(1.99), now)).toBe(1);
    expect(minutesSince(at(-5), now)).toBe(0);
  });

  it('changes the mark exactly at target and at limit', () => {
    const service = { targetMinutes: 8, limitMinutes: 30 };
    expect([7, 8, 29, 30].map((minutes) => urgencyOf(minutes, service))).toEqual([
      'fresh',
      'target',
      'target',
      'limit',
    ]);
  });
});

describe('findByNumber', () => {
  const tickets = ['214', 'A21', '21', '2140'].map((number) => ticket({ number }));

  it('finds by what was typed so far, the exact number first', () => {
    expect(findByNumber(tickets, '21').map(({ number }) => number)).toEqual(['21', '214', '2140']);
    expect(findByNumber(tickets, ' a2 ').map(({ number }) => number)).toEqual(['A21']);
    expect(findByNumber(tickets, '')).toEqual([]);
  });

  it('knows tickets wherever they are', () => {
    const own = ticket({ number: '1', state: 'serving' });
    const everywhere = hall({
      counters: [counter({ ticket: own })],
      waiting: [ticket({ number: '2' })],
      held: [ticket({ number: '3', state: 'held' })],
      absent: [ticket({ number: '4', state: 'no_show' })],
    });
    expect(allTickets(everywhere).map(({ number }) => number)).toEqual(['1', '2', '3', '4']);
  });
});
