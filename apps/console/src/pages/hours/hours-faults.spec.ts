import { describe, expect, it } from '@jest/globals';
import type { OfficeHours } from '@sunbeon/contract';
import { hoursFaults } from './hours-faults.ts';
import { tidyTime } from './tidy-time.ts';

const day = { from: '09:00', to: '18:00' };
const hours = (change: Partial<OfficeHours> = {}): OfficeHours => ({
  week: { '1': [day] },
  night: {},
  lunchTurns: [],
  issueBeforeMinutes: 0,
  issueStopMinutes: 0,
  holidays: 'KR',
  exceptions: [],
  ...change,
});
const faults = (change: Partial<OfficeHours>) => Object.fromEntries(hoursFaults(hours(change)));

describe('impossible hours', () => {
  it('are none of an ordinary week with a night office and a closing', () => {
    const closing = { on: '2026-12-24', open: [], reason: '공사' };
    expect(faults({ night: { '1': [{ from: '18:00', to: '20:00' }] }, exceptions: [closing] })).toEqual({});
  });

  it.each([
    ['that end before they begin', { week: { '2': [{ from: '18:00', to: '09:00' }] } }, { 'week.2.0': 'reversed' }],
    ['that are no times', { week: { '2': [{ from: '9시', to: '18:00' }] } }, { 'week.2.0': 'time' }],
    ['twice the same', { week: { '2': [day, { from: '17:59', to: '19:00' }] } }, { 'week.2.1': 'overlap' }],
    ['an evening within the day', { night: { '1': [{ from: '17:00', to: '20:00' }] } }, { 'night.1.0': 'overlap' }],
    ['a turn of nobody', { lunchTurns: [{ span: day, counters: [] }] }, { 'lunchTurns.0.counters': 'counters' }],
    ['too long before opening', { issueBeforeMinutes: 241 }, { issueBeforeMinutes: 'minutes' }],
    [
      'a day twice, and without a reason',
      {
        exceptions: [
          { on: '2026-12-24', open: [], reason: '공사' },
          { on: '2026-12-24', open: [{ from: '13:00', to: '12:00' }], reason: ' ' },
        ],
      },
      { 'exceptions.1.on': 'twice', 'exceptions.1.reason': 'reason', 'exceptions.1.open.0': 'reversed' },
    ],
    ['a day without a date', { exceptions: [{ on: '', open: [], reason: '공사' }] }, { 'exceptions.0.on': 'date' }],
  ] as const)('%s', (_what, change, expected) => {
    expect(faults(structuredClone(change) as unknown as Partial<OfficeHours>)).toEqual(expected);
  });
});

it.each([
  ['9', '09:00'],
  ['930', '09:30'],
  ['9:5', '09:05'],
  ['1830', '18:30'],
  ['24:00', '24:00'],
  ['25:00', '25:00'],
  ['아홉 시', '아홉 시'],
])('a time typed as %s is %s', (typed, time) => expect(tidyTime(typed)).toBe(time));
