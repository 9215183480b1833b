import { describe, expect, it } from '@jest/globals';
import type { Hall, HallCounter } from '@sunbeon/contract';
import { longestWait, minutesAt, summaryOf } from './hall-facts.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const ago = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();
const ticket = (serviceId: string, joined: number, more: object = {}) => ({
  serviceId,
  joinedAt: ago(joined),
  startedAt: null,
  calledAt: null,
  ...more,
});
const counter = (more: object) => ({ state: 'open', since: ago(30), ticket: null, help: null, ...more }) as HallCounter;
const hall = (more: object) =>
  ({ waiting: [], waitingTotal: 0, counters: [], board: { services: [] }, ...more }) as unknown as Hall;

describe('the longest wait', () => {
  const waiting = [ticket('a', 3), ticket('b', 12.9), ticket('a', 7)] as unknown as Hall['waiting'];
  it('is nobody’s where nobody waits', () => {
    expect(longestWait({ waiting: [] }, NOW)).toBeNull();
    expect(longestWait({ waiting }, NOW, 'c')).toBeNull();
  });
  it('is that of all, or of one service, in whole minutes', () => {
    expect(longestWait({ waiting }, NOW)).toBe(12);
    expect(longestWait({ waiting }, NOW, 'a')).toBe(7);
  });
  it('is never below nothing, should the clocks disagree', () => expect(longestWait({ waiting }, NOW - 9e7)).toBe(0));
});

describe('the minutes at a counter', () => {
  it('are those of its ticket: since it began, else since it was called', () => {
    expect(minutesAt(counter({ ticket: ticket('a', 40, { calledAt: ago(9), startedAt: ago(5) }) }), NOW)).toBe(5);
    expect(minutesAt(counter({ ticket: ticket('a', 40, { calledAt: ago(9) }) }), NOW)).toBe(9);
  });
  it('are those of its state where there is none, and none when it is closed', () => {
    expect(minutesAt(counter({ state: 'paused' }), NOW)).toBe(30);
    expect(minutesAt(counter({ state: 'closed' }), NOW)).toBeNull();
    expect(minutesAt(counter({ since: null }), NOW)).toBeNull();
  });
});

it('a hall is summed up: who waits in all, where it is open, who asks for help, what is stopped', () => {
  const counters = [counter({}), counter({ state: 'closed' }), counter({ help: { kind: 'help', at: ago(1) } })];
  const board = { services: [{ acceptingReason: 'stopped' }, { acceptingReason: 'closed' }, {}] };
  const waiting = [ticket('a', 4)];
  expect(summaryOf(hall({ counters, board, waiting, waitingTotal: 1200 }), NOW)).toEqual({
    waiting: 1200,
    open: 2,
    counters: 3,
    longest: 4,
    helps: 1,
    stopped: 1,
  });
});
