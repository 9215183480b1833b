import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { counterShare, roundOutwards, simpleWait, type SimpleWaitInput } from './simple-wait.ts';
import { randomOf } from './spec-support.ts';

const input = (changes: Partial<SimpleWaitInput> = {}): SimpleWaitInput => ({
  open: true,
  ahead: 5,
  targetMinutes: 5,
  counters: 2,
  counterIdle: false,
  ...changes,
});

describe('the simple range', () => {
  it('says why there is none', () => {
    expect(simpleWait(input({ open: false }))).toEqual({ unavailable: 'closed' });
    expect(simpleWait(input({ counters: 0 }))).toEqual({ unavailable: 'no_counter_open' });
    expect(simpleWait(input({ targetMinutes: null }))).toEqual({ unavailable: 'too_few_data' });
    expect(simpleWait(input({ ahead: 60, counters: 1, targetMinutes: 10 }))).toEqual({ unavailable: 'too_wide' });
  });

  it('is short when a counter is free', () => {
    expect(simpleWait(input({ ahead: 0, counterIdle: true }))).toEqual({
      basis: 'simple',
      lowMinutes: 0,
      highMinutes: 3,
    });
  });

  it('lies around people x minutes / counters', () => {
    expect(simpleWait(input())).toEqual({ basis: 'simple', lowMinutes: 8, highMinutes: 30 });
  });

  it('is whole minutes, in fives from ten on, low < high, wider out than what it rounds, rising with the line', () => {
    const range = fc.tuple(fc.double({ min: 0, max: 200, noNaN: true }), fc.double({ min: 0, max: 200, noNaN: true }));
    fc.assert(
      fc.property(range, ([low, width]) => {
        const { lowMinutes, highMinutes } = roundOutwards(low, low + width);
        expect(lowMinutes).toBeLessThanOrEqual(low);
        expect(highMinutes).toBeGreaterThanOrEqual(low + width);
        expect(highMinutes).toBeGreaterThan(lowMinutes);
        for (const minutes of [lowMinutes, highMinutes]) expect(minutes < 10 ? minutes % 1 : minutes % 5).toBe(0);
      }),
    );
    const high = (ahead: number): number => {
      const wait = simpleWait(input({ ahead }));
      return 'unavailable' in wait ? Infinity : wait.highMinutes;
    };
    for (let ahead = 0; ahead < 30; ahead += 1) expect(high(ahead + 1)).toBeGreaterThanOrEqual(high(ahead));
  });

  it('holds at least 80 % of true waits when the target is right (lognormal services, log-sd .6)', () => {
    const random = randomOf(42);
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const service = (): number => 5 * Math.exp(0.6 * normal() - 0.18);
    for (const { ahead, counters } of [
      { ahead: 0, counters: 1 },
      { ahead: 4, counters: 2 },
      { ahead: 12, counters: 3 },
    ]) {
      const range = simpleWait(input({ ahead, counters }));
      if ('unavailable' in range) throw new Error(range.unavailable);
      let held = 0;
      for (let run = 0; run < 2000; run += 1) {
        const wait = lineWait(ahead, counters, service);
        if (range.lowMinutes <= wait && wait <= range.highMinutes) held += 1;
      }
      expect(held / 2000).toBeGreaterThan(0.8);
    }
  });

  /** Time until the person behind `ahead` others is called, all counters having just begun. */
  function lineWait(ahead: number, counters: number, service: () => number): number {
    const free = Array.from({ length: counters }, service);
    for (let called = 0; called < ahead; called += 1) {
      const next = free.indexOf(Math.min(...free));
      free[next] = (free[next] ?? 0) + service();
    }
    return Math.min(...free);
  }
});

describe('shared counters', () => {
  const demand = (serviceId: string, waiting: number, targetMinutes = 5) => ({ serviceId, waiting, targetMinutes });

  it('count whole for their only service, and in parts of the work for several', () => {
    expect(counterShare('a', [{ serviceIds: ['a'] }, { serviceIds: ['a'] }], [demand('a', 3)])).toBe(2);
    expect(counterShare('a', [{ serviceIds: ['a', 'b'] }], [demand('a', 1), demand('b', 2)])).toBe(0.5);
    expect(counterShare('a', [{ serviceIds: ['a', 'b'] }], [demand('a', 9), demand('b', 0)])).toBe(1);
    expect(counterShare('a', [{ serviceIds: ['b'] }], [demand('a', 1), demand('b', 2)])).toBe(0);
  });

  it('give with one line for all the whole work divided by the counters', () => {
    const counters = [{ serviceIds: ['a', 'b'] }, { serviceIds: ['a', 'b'] }];
    const share = counterShare('a', counters, [demand('a', 3, 4), demand('b', 6, 10)]);
    expect((4 * 4) / share).toBeCloseTo((4 * 4 + 6 * 10) / 2);
  });
});
