import { describe, expect, it } from '@jest/globals';
import { addDays, weekdayOf } from './business-day.ts';
import { koreanHoliday, koreanHolidays } from './korean-holidays.ts';

/** The official almanacs (월력요항) with the days decreed later. */
const almanac: Record<number, string> = {
  2018: '01-01 02-15 02-16 02-17 03-01 05-05 05-07 05-22 06-06 06-13 08-15 09-23 09-24 09-25 09-26 10-03 10-09 12-25',
  2020: '01-01 01-24 01-25 01-26 01-27 03-01 04-15 04-30 05-05 06-06 08-15 08-17 09-30 10-01 10-02 10-03 10-09 12-25',
  2021: '01-01 02-11 02-12 02-13 03-01 05-05 05-19 06-06 08-15 08-16 09-20 09-21 09-22 10-03 10-04 10-09 10-11 12-25',
  2023: '01-01 01-21 01-22 01-23 01-24 03-01 05-05 05-27 05-29 06-06 08-15 09-28 09-29 09-30 10-02 10-03 10-09 12-25',
  2024: '01-01 02-09 02-10 02-11 02-12 03-01 04-10 05-05 05-06 05-15 06-06 08-15 09-16 09-17 09-18 10-01 10-03 10-09 12-25',
  2025: '01-01 01-27 01-28 01-29 01-30 03-01 03-03 05-05 05-05 05-06 06-03 06-06 08-15 10-03 10-05 10-06 10-07 10-08 10-09 12-25',
  2026: '01-01 02-16 02-17 02-18 03-01 03-02 05-01 05-05 05-24 05-25 06-03 06-06 07-17 08-15 08-17 09-24 09-25 09-26 10-03 10-05 10-09 12-25',
  2027: '01-01 02-06 02-07 02-08 02-09 03-01 05-01 05-03 05-05 05-13 06-06 07-17 07-19 08-15 08-16 09-14 09-15 09-16 10-03 10-04 10-09 10-11 12-25 12-27',
};

describe('Korean public holidays', () => {
  for (const [year, days] of Object.entries(almanac)) {
    it(`of ${year} are those of the almanac`, () => {
      expect(koreanHolidays(Number(year)).map(({ on }) => on.slice(5))).toEqual(days.split(' '));
    });
  }

  it('name their substitutes after the day they stand for', () => {
    const name = (date: string): string | undefined => koreanHoliday(date)?.name;
    expect(name('2027-05-03')).toBe('대체공휴일(노동절)');
    expect(name('2027-07-19')).toBe('대체공휴일(제헌절)');
    expect(name('2027-02-09')).toBe('대체공휴일(설날)');
    expect(name('2025-05-06')).toBe('대체공휴일(부처님 오신 날)');
    expect(name('2026-11-23')).toBeUndefined();
  });

  it('give one substitute for two on a weekday (2028: 추석 and 개천절)', () => {
    const october = koreanHolidays(2028).filter(({ on }) => on.startsWith('2028-10'));
    expect(october.map(({ on, kind }) => `${on.slice(8)} ${kind}`)).toEqual([
      '02 lunar',
      '03 fixed',
      '03 lunar',
      '04 lunar',
      '05 substitute',
      '09 fixed',
    ]);
  });

  it('give none for New Year, Memorial Day and a Saturday of 추석', () => {
    expect(koreanHoliday('2027-06-07')).toBeNull();
    expect(koreanHoliday('2026-09-28')).toBeNull();
    expect(koreanHolidays(2022).filter(({ on }) => on.startsWith('2022-01-0'))).toHaveLength(1);
  });

  it('know the lunar new year where the Chinese one differs (2028) and the election days set by law', () => {
    expect(koreanHoliday('2028-01-27')?.name).toBe('설날');
    expect(koreanHoliday('2022-03-09')?.name).toBe('대통령선거');
    expect(koreanHoliday('2022-06-01')?.name).toBe('전국동시지방선거');
    expect(koreanHoliday('2028-04-12')?.name).toBe('국회의원선거');
  });

  it('put every substitute on a working day, once, shortly after what it stands for (2014-2060)', () => {
    for (let year = 2014; year <= 2060; year += 1) {
      const all = koreanHolidays(year);
      for (const { on } of all.filter(({ kind }) => kind === 'substitute')) {
        expect([0, 6]).not.toContain(weekdayOf(on));
        expect(all.filter((other) => other.on === on)).toHaveLength(1);
        const before = [1, 2, 3, 4, 5].map((days) => addDays(on, -days));
        expect(all.some((other) => other.kind !== 'substitute' && before.includes(other.on))).toBe(true);
      }
    }
  });
});
