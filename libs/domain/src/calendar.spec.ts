import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkCalendar, isAtLunch, nextBoundary, officeDay, openState, type OfficeCalendar } from './calendar.ts';

const weekdays = [1, 2, 3, 4, 5];
const seongdong: OfficeCalendar = {
  zone: 'Asia/Seoul',
  weekly: [
    ...weekdays.map((weekday) => ({ weekday, from: '09:00', to: '18:00', night: false })),
    { weekday: 1, from: '18:00', to: '20:00', night: true },
  ],
  holidays: 'kr',
  lunchTurns: [
    { from: '11:30', to: '12:30', counterIds: ['c1', 'c2'] },
    { from: '12:30', to: '13:30', counterIds: ['c3'] },
  ],
  issueBeforeOpeningMinutes: 30,
  issueStopBeforeClosingMinutes: 10,
};
const seoul = (text: string): number => Date.parse(`${text}:00+09:00`);

describe('the office’s day', () => {
  it('has its hours, and on Mondays the night office on top', () => {
    const monday = officeDay(seongdong, '2026-11-23');
    expect(monday.intervals.map(({ opensAt, closesAt, night }) => [opensAt, closesAt, night])).toEqual([
      [seoul('2026-11-23T09:00'), seoul('2026-11-23T18:00'), false],
      [seoul('2026-11-23T18:00'), seoul('2026-11-23T20:00'), true],
    ]);
    expect(monday.issuing).toEqual({ from: seoul('2026-11-23T08:30'), until: seoul('2026-11-23T19:50') });
    expect(officeDay(seongdong, '2026-11-24')).toMatchObject({ nightOffice: false, closed: null, holiday: null });
  });

  it('is closed on weekends and public holidays, with the reason', () => {
    expect(officeDay(seongdong, '2026-11-22').closed).toEqual({ code: 'weekly', text: null });
    expect(officeDay(seongdong, '2026-12-25').closed).toEqual({ code: 'holiday', text: '기독탄신일' });
    expect(officeDay(seongdong, '2026-10-05').closed).toEqual({ code: 'holiday', text: '대체공휴일(개천절)' });
    expect(officeDay({ ...seongdong, holidays: 'none' }, '2026-12-25').closed).toBeNull();
  });

  it('opens on a holiday where the office says so', () => {
    const day = officeDay({ ...seongdong, openOnHolidays: ['2026-06-03'] }, '2026-06-03');
    expect(day).toMatchObject({ closed: null, holiday: '전국동시지방선거' });
    expect(day.intervals).toHaveLength(1);
  });

  it('takes one-off closings, whole or in part, and special openings', () => {
    const calendar: OfficeCalendar = {
      ...seongdong,
      exceptions: [
        { on: '2026-11-24', kind: 'closed', reason: '청사 정전 점검' },
        { on: '2026-11-25', kind: 'closed', from: '15:00', to: '24:00', reason: '직원 교육' },
        { on: '2026-11-28', kind: 'open', from: '10:00', to: '13:00', reason: '여권 토요 특별 접수' },
      ],
    };
    expect(officeDay(calendar, '2026-11-24').closed).toEqual({ code: 'closing', text: '청사 정전 점검' });
    const early = officeDay(calendar, '2026-11-25');
    expect(early.intervals[0]?.closesAt).toBe(seoul('2026-11-25T15:00'));
    expect(early.notes).toEqual(['직원 교육']);
    const special = openState(calendar, seoul('2026-11-28T10:30'));
    expect(special).toMatchObject({
      openNow: true,
      reasonText: '여권 토요 특별 접수',
      closesAt: seoul('2026-11-28T13:00'),
    });
  });

  it('splits for a closing in the middle and does not count overlapping hours twice', () => {
    const calendar: OfficeCalendar = {
      ...seongdong,
      exceptions: [
        { on: '2026-11-24', kind: 'closed', from: '12:00', to: '13:00', reason: '소방 훈련' },
        { on: '2026-11-24', kind: 'open', from: '17:00', to: '19:00', reason: '연장 운영' },
      ],
    };
    const hours = officeDay(calendar, '2026-11-24').intervals.map(({ opensAt, closesAt }) => [opensAt, closesAt]);
    expect(hours).toEqual([
      [seoul('2026-11-24T09:00'), seoul('2026-11-24T12:00')],
      [seoul('2026-11-24T13:00'), seoul('2026-11-24T17:00')],
      [seoul('2026-11-24T17:00'), seoul('2026-11-24T19:00')],
    ]);
    expect(openState(calendar, seoul('2026-11-24T12:30'))).toMatchObject({
      openNow: false,
      reason: 'break',
      opensAt: seoul('2026-11-24T13:00'),
    });
    expect(openState(calendar, seoul('2026-11-24T14:00')).closesAt).toBe(seoul('2026-11-24T19:00'));
  });

  it('lets counters pause for lunch in turn while the office stays open', () => {
    const day = officeDay(seongdong, '2026-11-23');
    expect(isAtLunch(day, 'c1', seoul('2026-11-23T11:30'))).toBe(true);
    expect(isAtLunch(day, 'c1', seoul('2026-11-23T12:30'))).toBe(false);
    expect(isAtLunch(day, 'c3', seoul('2026-11-23T12:30'))).toBe(true);
    expect(openState(seongdong, seoul('2026-11-23T12:00')).openNow).toBe(true);
  });
});

describe('open or not', () => {
  const state = (text: string) => openState(seongdong, seoul(text));

  it('opens at nine to the minute, issues from half past eight', () => {
    expect(state('2026-11-23T08:29')).toMatchObject({
      openNow: false,
      reason: 'before_opening',
      issuing: 'not_yet',
      opensAt: seoul('2026-11-23T09:00'),
    });
    expect(state('2026-11-23T08:30')).toMatchObject({ openNow: false, issuing: 'open' });
    expect(state('2026-11-23T09:00')).toMatchObject({
      openNow: true,
      opensAt: null,
      closesAt: seoul('2026-11-23T20:00'),
      nightOffice: false,
    });
  });

  it('runs on into the Monday night office and stops issuing before closing', () => {
    expect(state('2026-11-23T18:00')).toMatchObject({ openNow: true, nightOffice: true, issuing: 'open' });
    expect(state('2026-11-23T19:50')).toMatchObject({ openNow: true, issuing: 'over' });
    expect(state('2026-11-23T20:00')).toMatchObject({
      openNow: false,
      reason: 'after_closing',
      closesAt: null,
      opensAt: seoul('2026-11-24T09:00'),
    });
  });

  it('finds the next opening across the longest holidays', () => {
    expect(state('2025-10-02T18:00').opensAt).toBe(seoul('2025-10-10T09:00'));
    expect(state('2027-02-05T19:00').opensAt).toBe(seoul('2027-02-10T09:00'));
    expect(state('2025-10-06T12:00')).toMatchObject({ reason: 'holiday', reasonText: '추석', issuing: 'closed' });
  });

  it('says null when an office never opens', () => {
    expect(openState({ ...seongdong, weekly: [] }, seoul('2026-11-23T12:00')).opensAt).toBeNull();
  });
});

describe('the next boundary', () => {
  it('names what changes', () => {
    const next = (text: string) => nextBoundary(seongdong, seoul(text), ['13:00']);
    expect(next('2026-11-23T03:00')).toEqual({ at: seoul('2026-11-23T04:00'), kinds: ['business_day'] });
    expect(next('2026-11-23T04:00')).toEqual({ at: seoul('2026-11-23T08:30'), kinds: ['issuing'] });
    expect(next('2026-11-23T08:30').kinds).toEqual(['opens']);
    expect(next('2026-11-23T12:30')).toEqual({ at: seoul('2026-11-23T13:00'), kinds: ['window'] });
    expect(next('2026-11-23T13:30')).toEqual({ at: seoul('2026-11-23T18:00'), kinds: ['closes', 'night_begins'] });
    expect(next('2026-11-23T20:00').at).toBe(seoul('2026-11-24T04:00'));
  });

  it('misses nothing: between two boundaries the state stays the same, in both zones', () => {
    const zones = fc.constantFrom('Asia/Seoul', 'Europe/Warsaw');
    const start = fc.integer({ min: seoul('2026-03-20T00:00'), max: seoul('2026-11-30T00:00') });
    fc.assert(
      fc.property(zones, start, fc.double({ min: 0, max: 1, noNaN: true }), (zone, now, part) => {
        const calendar = { ...seongdong, zone };
        const { at } = nextBoundary(calendar, now);
        expect(at).toBeGreaterThan(now);
        const between = now + Math.floor((at - 1 - now) * part);
        const seen = (instant: number) => {
          const { localDate: _, minuteOfDay: __, opensAt: ___, reason: ____, ...state } = openState(calendar, instant);
          return {
            ...state,
            lunch: ['c1', 'c3'].map((id) =>
              isAtLunch(officeDay(calendar, openState(calendar, instant).localDate), id, instant),
            ),
          };
        };
        const midnight = openState(calendar, now).localDate !== openState(calendar, between).localDate;
        if (!midnight) expect(seen(between)).toEqual(seen(now));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a calendar as configured', () => {
  it('is checked before it is stored', () => {
    expect(checkCalendar(seongdong)).toEqual([]);
    const faulty: OfficeCalendar = {
      zone: 'Asia/Nowhere',
      dayStart: '4',
      weekly: [{ weekday: 7, from: '18:00', to: '09:00', night: false }],
      holidays: 'kr',
      openOnHolidays: ['2026-02-30'],
      exceptions: [{ on: '23.11.2026', kind: 'closed', from: '9:00', to: '10:00', reason: '' }],
      lunchTurns: [{ from: '12:00', to: '12:00', counterIds: [] }],
    };
    expect(checkCalendar(faulty).map(({ code, path }) => `${path} ${code}`)).toEqual([
      'zone zone_unknown',
      'dayStart time_invalid',
      'weekly.0 hours_reversed',
      'weekly.0 weekday_invalid',
      'lunchTurns.0 hours_reversed',
      'exceptions.0 time_invalid',
      'exceptions.0 date_invalid',
      'openOnHolidays.0 date_invalid',
    ]);
  });
});
