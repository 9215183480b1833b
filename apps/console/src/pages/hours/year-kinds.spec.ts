import { describe, expect, it } from '@jest/globals';
import type { YearDay } from '@sunbeon/contract';
import { dateByKey, kindOf, usualMinutes } from './year-kinds.ts';

const usual = { from: '09:00', to: '18:00', night: false };
const day = (change: Partial<YearDay> = {}): YearDay => ({
  on: '2026-11-24',
  open: [usual],
  closed: null,
  holiday: null,
  reason: null,
  ...change,
});

describe('a day of the year', () => {
  it.each([
    ['open', day()],
    ['night', day({ open: [usual, { from: '18:00', to: '20:00', night: true }] })],
    ['short', day({ open: [{ ...usual, to: '13:00' }] })],
    ['short', day({ holiday: '성탄절', reason: '공휴일 개방' })],
    ['holiday', day({ open: [], closed: 'holiday', holiday: '성탄절' })],
    ['weekly', day({ open: [], closed: 'weekly' })],
    ['closing', day({ open: [], closed: 'closing', reason: '공사' })],
  ] as const)('is %s', (kind, one) => expect(kindOf(one, 540)).toBe(kind));

  it('is measured by what most open days have', () => {
    const days = [day(), day(), day({ open: [{ ...usual, to: '10:00' }] }), day({ open: [], closed: 'weekly' })];
    expect(usualMinutes({ year: 2026, openDays: 3, days })).toBe(540);
  });
});

it.each([
  ['ArrowRight', '2026-02-28', '2026-03-01'],
  ['ArrowLeft', '2026-01-01', null],
  ['ArrowDown', '2026-12-28', null],
  ['ArrowUp', '2026-12-28', '2026-12-21'],
  ['PageDown', '2026-01-31', '2026-02-28'],
  ['PageUp', '2026-03-31', '2026-02-28'],
  ['PageDown', '2026-12-01', null],
  ['Home', '2026-07-07', '2026-01-01'],
  ['End', '2026-07-07', '2026-12-31'],
  ['a', '2026-07-07', null],
])('the key %s leads from %s to %s', (key, on, expected) => expect(dateByKey(on, key)).toBe(expected));
