import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, businessDay, instantOf, localTime, minutesOf, offsetAt, weekdayOf } from './business-day.ts';

const at = (iso: string): number => Date.parse(iso);

describe('the business day', () => {
  it('begins at 04:00 of the office’s own clock', () => {
    expect(businessDay(at('2026-11-23T03:59:59.999+09:00'), 'Asia/Seoul')).toBe('2026-11-22');
    expect(businessDay(at('2026-11-23T04:00:00+09:00'), 'Asia/Seoul')).toBe('2026-11-23');
    expect(businessDay(at('2026-11-23T00:00:00+09:00'), 'Asia/Seoul', '00:00')).toBe('2026-11-23');
    expect(businessDay(at('2027-01-01T02:00:00+09:00'), 'Asia/Seoul')).toBe('2026-12-31');
  });

  it('begins at 04:00 of the wall clock also when the clocks change', () => {
    expect(businessDay(at('2026-03-29T03:59:00+02:00'), 'Europe/Warsaw')).toBe('2026-03-28');
    expect(businessDay(at('2026-03-29T04:00:00+02:00'), 'Europe/Warsaw')).toBe('2026-03-29');
    expect(businessDay(at('2026-10-25T03:59:00+01:00'), 'Europe/Warsaw')).toBe('2026-10-24');
    expect(businessDay(at('2026-10-25T04:00:00+01:00'), 'Europe/Warsaw')).toBe('2026-10-25');
  });

  it('refuses unknown zones and malformed times', () => {
    expect(() => businessDay(0, 'Asia/Nowhere')).toThrow(RangeError);
    expect(() => businessDay(0, 'Asia/Seoul', '4:00')).toThrow(RangeError);
    expect(() => minutesOf('24:01')).toThrow(RangeError);
    expect(() => minutesOf('10:60')).toThrow(RangeError);
    expect(minutesOf('24:00')).toBe(1440);
  });
});

describe('local time and back', () => {
  it('knows gaps and repeated hours', () => {
    expect(instantOf('2026-03-29', '02:30', 'Europe/Warsaw')).toBe(at('2026-03-29T03:30:00+02:00'));
    expect(instantOf('2026-10-25', '02:30', 'Europe/Warsaw')).toBe(at('2026-10-25T02:30:00+02:00'));
    expect(instantOf('2026-10-25', '03:00', 'Europe/Warsaw')).toBe(at('2026-10-25T03:00:00+01:00'));
    expect(instantOf('2026-11-23', '24:00', 'Asia/Seoul')).toBe(at('2026-11-24T00:00:00+09:00'));
    expect(instantOf('2026-11-23', 9 * 60, 'Asia/Seoul')).toBe(at('2026-11-23T09:00:00+09:00'));
  });

  const zones = fc.constantFrom(
    'Europe/Warsaw',
    'Asia/Seoul',
    'America/New_York',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'UTC',
  );
  const instants = fc.integer({ min: at('2010-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z') });

  it('agrees with Intl at any instant', () => {
    fc.assert(
      fc.property(zones, instants, (timeZone, instant) => {
        const text = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
          instant,
        );
        const { date, minuteOfDay } = localTime(instant, timeZone);
        const clock = [Math.floor(minuteOfDay / 60), minuteOfDay % 60].map((part) => String(part).padStart(2, '0'));
        expect(`${date} ${clock.join(':')}`).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('comes back to the same minute, unless that minute came twice', () => {
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const { date, minuteOfDay } = localTime(instant, zone);
        const back = instantOf(date, minuteOfDay, zone);
        const twice = offsetAt(instant - 3 * 3_600_000, zone) !== offsetAt(instant + 3 * 3_600_000, zone);
        if (!twice) expect(back).toBe(Math.floor(instant / 60_000) * 60_000);
        expect(localTime(back, zone)).toMatchObject({ date, minuteOfDay });
      }),
      { numRuns: 500 },
    );
  });

  it('counts days and weekdays', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect([weekdayOf('2026-11-22'), weekdayOf('2026-11-23'), weekdayOf('1969-12-31')]).toEqual([0, 1, 3]);
    expect(() => addDays('23.11.2026', 1)).toThrow(RangeError);
  });
});
