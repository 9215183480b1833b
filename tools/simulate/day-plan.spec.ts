import { describe, expect, it } from '@jest/globals';
import { localTime } from '@sunbeon/domain';
import { arrivalsOf, visitsPerDay } from './day-plan.ts';

const zone = 'Asia/Seoul';
const total = visitsPerDay.reduce((sum, [, visits]) => sum + visits, 0);

describe('arrivals of a day', () => {
  it('are the same for the same day and seed, others for another', () => {
    expect(arrivalsOf('2026-11-24', zone, 7)).toEqual(arrivalsOf('2026-11-24', zone, 7));
    expect(arrivalsOf('2026-11-24', zone, 7)).not.toEqual(arrivalsOf('2026-11-24', zone, 8));
  });

  it('come in order, by day between 08:50 and 18:00, on Mondays also to the night office', () => {
    for (const on of ['2026-11-23', '2026-11-24', '2026-11-27']) {
      const minutes = arrivalsOf(on, zone, 1).map(({ at }) => localTime(at, zone).minuteOfDay);
      expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
      expect(Math.min(...minutes)).toBeGreaterThanOrEqual(8 * 60 + 50);
      expect(Math.max(...minutes)).toBeLessThan(on === '2026-11-23' ? 19 * 60 + 46 : 18 * 60 + 1);
    }
  });

  it('are as many as the weekday says, over many days', () => {
    const mean = (on: string) => {
      const counts = Array.from({ length: 60 }, (_, seed) => arrivalsOf(on, zone, seed).length);
      return counts.reduce((sum, count) => sum + count, 0) / counts.length;
    };
    expect(mean('2026-11-23') / total).toBeCloseTo(1.28, 0);
    expect(mean('2026-11-25') / total).toBeGreaterThan(0.93);
    expect(mean('2026-11-25') / total).toBeLessThan(1.07);
    expect(mean('2026-11-27')).toBeLessThan(mean('2026-11-25'));
  });
});
