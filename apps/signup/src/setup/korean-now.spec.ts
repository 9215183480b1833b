import { describe, expect, it } from '@jest/globals';
import { koreanNow } from './korean-now.ts';

describe('now in Korea', () => {
  it.each([
    ['2026-11-24T06:30:00Z', { on: '2026-11-24', weekday: '2', at: '15:30' }],
    ['2026-11-22T14:59:59Z', { on: '2026-11-22', weekday: '7', at: '23:59' }],
    ['2026-11-22T15:00:00Z', { on: '2026-11-23', weekday: '1', at: '00:00' }],
  ])('at %s', (instant, now) => expect(koreanNow(Date.parse(instant))).toEqual(now));
});
