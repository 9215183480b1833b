import { expect, it } from '@jest/globals';
import { callAgeMs, patienceOf } from './call-age.ts';

const reading = (rate: number) => ({
  value: { now: '2026-11-23T10:01:00+09:00', rate },
  receivedAtMs: Date.now(),
});

it('measures the age of a call on the office clock, in real time', () => {
  const call = { at: '2026-11-23T10:00:00+09:00' };
  expect(callAgeMs(call, reading(1))).toBeCloseTo(60_000, -3);
  expect(callAgeMs(call, reading(60))).toBeCloseTo(1_000, -3);
  expect(callAgeMs(call, reading(0))).toBeCloseTo(60_000, -3);
  expect(callAgeMs({ at: '2026-11-23T10:05:00+09:00' }, reading(1))).toBe(0);
  expect(callAgeMs(call, null)).toBe(0);
});

it('lets calls wait for three minutes, less in a fast rehearsal', () => {
  expect(patienceOf(1)).toBe(180_000);
  expect(patienceOf(0)).toBe(180_000);
  expect(patienceOf(6)).toBe(30_000);
  expect(patienceOf(600)).toBe(10_000);
});
