import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Link } from '@sunbeon/client';
import type { Board } from '@sunbeon/contract';
import type { Place } from '../device/guarded.ts';
import type { Received } from '../stale.ts';
import { BoardKeeper, keptAfterMs } from './board-keeper.ts';
import { boardMemory } from './board-memory.ts';

const board = (revision: number): Board => ({ revision, services: [] }) as unknown as Board;
const live: Link = { state: 'live', ageSeconds: 0, lastContactMs: 1 };
const away: Link = { state: 'offline', ageSeconds: null, lastContactMs: null };
const start = Date.parse('2026-11-23T10:00:00+09:00');

let stored: Map<string, string>;
let shown: Received<Board>[];
const place = (): Place => ({
  getItem: (key) => stored.get(key) ?? null,
  setItem: (key, value) => stored.set(key, value),
  removeItem: (key) => stored.delete(key),
});
const keeper = () => new BoardKeeper(boardMemory('board', place()), (one) => shown.push(one));
const kept = () => boardMemory('board', place()).read();

beforeEach(() => {
  jest.useFakeTimers({ now: start });
  [stored, shown] = [new Map(), []];
});
afterEach(() => {
  jest.useRealTimers();
});

/** A page that was live, and ended a minute and a half later. */
function pageBefore(): void {
  const page = keeper();
  page.since(live);
  page.take({ value: board(7), receivedAtMs: Date.now() });
  jest.advanceTimersByTime(90_000);
  page.stop();
}

describe('the board of the page before', () => {
  it('is shown once none came in time, as old as its last contact', () => {
    pageBefore();
    const page = keeper();
    jest.advanceTimersByTime(keptAfterMs - 1);
    expect(shown).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(shown).toEqual([{ value: board(7), receivedAtMs: start }]);
    const link = page.since(away);
    expect(link).toMatchObject({ state: 'offline', ageSeconds: (Date.now() - (link.lastContactMs ?? 0)) / 1_000 });
    // It stood unchanged, and was said to be still true.
    expect(link.lastContactMs).toBeGreaterThanOrEqual(start + 60_000);
    page.stop();
  });
  it('is not shown where one came, and is not written over while the line is down', () => {
    pageBefore();
    const before = kept();
    const page = keeper();
    jest.advanceTimersByTime(keptAfterMs);
    page.since(away);
    jest.advanceTimersByTime(120_000);
    expect(kept()).toEqual(before);
    page.since(live);
    page.take({ value: board(8), receivedAtMs: Date.now() });
    expect(kept()?.value).toEqual(board(8));
    expect(page.since(live)).toBe(live);
    page.stop();
  });
  it('is forgotten when the institution rests', () => {
    pageBefore();
    const page = keeper();
    page.drop();
    jest.advanceTimersByTime(keptAfterMs);
    page.stop();
    expect([shown, kept()]).toEqual([[], null]);
  });
  it.each(['', '{', 'null', '{"value":{}}', '{"value":{"services":[]},"receivedAtMs":"x"}'])('%j is none', (text) => {
    stored.set('board', text);
    expect(kept()).toBeNull();
  });
});
