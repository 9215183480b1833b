import { describe, expect, it } from '@jest/globals';
import { rateLimits } from './rate-table.ts';
import { Window } from './window.ts';

const start = 1_800_000_000_000; // the beginning of a minute
const limit = { ...rateLimits.person, requests: 100, seconds: 60 };
const filled = (window: Window, key: string, times: number, now = start) =>
  Array.from({ length: times }, () => window.spend(key, now).allowed).filter(Boolean).length;

describe('a window', () => {
  it('lets as many pass as the limit says, then none until the next, each key for itself', () => {
    const window = new Window(limit);
    expect(filled(window, 'a', 150)).toBe(100);
    expect(window.spend('a', start + 59_999)).toMatchObject({ allowed: false, remaining: 0, resetSeconds: 1 });
    expect(window.isSpent('a', start)).toBe(true);
    expect(window.spend('b', start)).toMatchObject({ allowed: true, remaining: 99, resetSeconds: 60 });
    expect(window.spend('a', start + 60_000).allowed).toBe(true);
  });

  it('tells others of whoever uses much, once, and of nobody else', () => {
    const window = new Window(limit);
    filled(window, 'little', 9);
    filled(window, 'much', 30);
    const [report, ...more] = window.reports(start);
    expect([report, more]).toEqual([{ key: `person:${start}:much`, add: 30, until: start + 60_000 }, []]);
    window.learn(report?.key ?? '', 30, 30);
    expect(window.reports(start)).toEqual([{ ...report, add: 0 }]); // asks on, to learn of the others
    expect(window.spend('much', start).remaining).toBe(69);
  });

  it('counts what others counted', () => {
    const [one, two] = [new Window(limit), new Window(limit)];
    filled(one, 'a', 60);
    filled(two, 'a', 20);
    let total = 0;
    for (const window of [one, two]) {
      const [report] = window.reports(start);
      total += report?.add ?? 0;
      window.learn(report?.key ?? '', report?.add ?? 0, total);
    }
    expect(filled(two, 'a', 100)).toBe(20);
    expect(filled(one, 'a', 100)).toBe(40); // does not know of two's yet …
    const [again] = two.reports(start);
    total += again?.add ?? 0;
    const [mine] = one.reports(start);
    one.learn(mine?.key ?? '', mine?.add ?? 0, total + (mine?.add ?? 0));
    expect(one.isSpent('a', start)).toBe(true);
  });

  it('forgets what was told of a window that is over', () => {
    const window = new Window(limit);
    filled(window, 'a', 50);
    const [report] = window.reports(start);
    window.spend('a', start + 60_000);
    window.learn(report?.key ?? '', 50, 500);
    expect(window.spend('a', start + 60_000)).toMatchObject({ allowed: true, remaining: 98 });
  });

  it('refuses nobody because there are too many', () => {
    const window = new Window({ ...limit, requests: 1 });
    for (let n = 0; n < 60_000; n += 1) expect(window.spend(`key ${n}`, start).allowed).toBe(true);
    expect(window.spend('key 1', start).allowed).toBe(false);
    expect(window.spend('key 59999', start).allowed).toBe(true);
  });
});
