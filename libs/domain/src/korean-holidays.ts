import { addDays, weekdayOf } from './business-day.ts';

/**
 * Public holidays of Korean government offices (관공서의 공휴일), computed.
 *
 * Sources: 「공휴일에 관한 법률」 as amended on 2026-02-10 (제헌절 a holiday again) and in April 2026 (노동절 from
 * 2026-05-01), 「관공서의 공휴일에 관한 규정」 articles 2 and 3 (substitutes), 「공직선거법」 article 34 (election
 * days); tested against the official almanacs (월력요항) of 2018-2027, that of 2027 being the first with substitutes
 * for 노동절 (05-03) and 제헌절 (07-19).
 *
 * Substitutes (대체공휴일), article 3: 3·1절, 광복절, 개천절, 한글날 (since August 2021), 부처님 오신 날 and 기독탄신일
 * (since May 2023), 제헌절 and 노동절 (since 2026) and 어린이날 (since 2014) when they fall on a Saturday or Sunday;
 * 설날 and 추석 with their eves (since 2014) on a Sunday only; any of them on a weekday together with another public
 * holiday. The substitute is the first day after that is neither holiday nor Saturday nor Sunday. 1월 1일, 현충일 and
 * election days get none.
 *
 * Limits: years from 2014; holidays decreed for once (임시공휴일) are known up to 2026 and otherwise entered as a
 * closing of the office; lunar dates are those of Intl's calendar `dangi`.
 */
export interface Holiday {
  /** 'YYYY-MM-DD' */
  on: string;
  /** Name as in the law; of a substitute '대체공휴일(광복절)'. */
  name: string;
  kind: 'fixed' | 'lunar' | 'election' | 'temporary' | 'substitute';
}

/** When a holiday is replaced: on Saturday or Sunday, on Sunday only, or never. */
type Replaced = 'weekend' | 'sunday' | 'never';

interface Rule {
  date: string;
  name: string;
  since?: number;
  replaced: Replaced;
  /** First year with a substitute. */
  replacedSince?: number;
}

const fixed: readonly Rule[] = [
  { date: '01-01', name: '1월 1일', replaced: 'never' },
  { date: '03-01', name: '3·1절', replaced: 'weekend', replacedSince: 2022 },
  { date: '05-01', name: '노동절', since: 2026, replaced: 'weekend' },
  { date: '05-05', name: '어린이날', replaced: 'weekend', replacedSince: 2014 },
  { date: '06-06', name: '현충일', replaced: 'never' },
  { date: '07-17', name: '제헌절', since: 2026, replaced: 'weekend' },
  { date: '08-15', name: '광복절', replaced: 'weekend', replacedSince: 2021 },
  { date: '10-03', name: '개천절', replaced: 'weekend', replacedSince: 2021 },
  { date: '10-09', name: '한글날', replaced: 'weekend', replacedSince: 2021 },
  { date: '12-25', name: '기독탄신일', replaced: 'weekend', replacedSince: 2023 },
];

/** Holidays decreed for one day, and the presidential election of 2025, which followed a vacancy. */
const temporary: readonly (readonly [string, string])[] = [
  ['2015-08-14', '임시공휴일'],
  ['2016-05-06', '임시공휴일'],
  ['2017-05-09', '대통령선거'],
  ['2017-10-02', '임시공휴일'],
  ['2020-08-17', '임시공휴일'],
  ['2023-10-02', '임시공휴일'],
  ['2024-10-01', '임시공휴일'],
  ['2025-01-27', '임시공휴일'],
  ['2025-06-03', '대통령선거'],
];

/** Ends of presidential terms: the election is the first Wednesday from 70 days before. */
const presidentialTermEnds = ['2022-05-09', '2030-06-03'];

interface Dated {
  on: string;
  name: string;
  kind: Holiday['kind'];
  replaced: Replaced;
}

const years = new Map<number, readonly Holiday[]>();

/** All public holidays of a year (2014-2099) in order of date, Sundays not among them. Two may share a date. */
export function koreanHolidays(year: number): readonly Holiday[] {
  let list = years.get(year);
  if (!list) {
    list = computeYear(year);
    years.set(year, list);
  }
  return list;
}

/** The public holiday on a date, or null; of two on one day the first by name. */
export function koreanHoliday(date: string): Holiday | null {
  return koreanHolidays(Number(date.slice(0, 4))).find((holiday) => holiday.on === date) ?? null;
}

function computeYear(year: number): Holiday[] {
  const dated = [...fixedOf(year), ...lunarOf(year)];
  const regular = new Set(dated.map((holiday) => holiday.on));
  const once = temporary
    .filter(([on]) => on.startsWith(`${year}-`))
    .map(([on, name]): Dated => ({
      on,
      name,
      kind: name === '임시공휴일' ? 'temporary' : 'election',
      replaced: 'never',
    }));
  const all = [...dated, ...once, ...electionsOf(year, regular)];
  return [...all.map(({ on, name, kind }) => ({ on, name, kind })), ...substitutesOf(all)].sort(byDate);
}

function fixedOf(year: number): Dated[] {
  return fixed
    .filter(({ since = 0 }) => year >= since)
    .map(({ date, name, replaced, replacedSince = 0 }) => ({
      on: `${year}-${date}`,
      name,
      kind: 'fixed',
      replaced: year >= replacedSince ? replaced : 'never',
    }));
}

function lunarOf(year: number): Dated[] {
  const threeDays = (middle: string, name: string): Dated[] =>
    [`${name} 전날`, name, `${name} 다음 날`].map((label, index) => ({
      on: addDays(middle, index - 1),
      name: label,
      kind: 'lunar',
      replaced: 'sunday',
    }));
  const buddha: Dated = {
    on: solarOf(year, 4, 8),
    name: '부처님 오신 날',
    kind: 'lunar',
    replaced: year >= 2023 ? 'weekend' : 'never',
  };
  return [...threeDays(solarOf(year, 1, 1), '설날'), buddha, ...threeDays(solarOf(year, 8, 15), '추석')];
}

/** Elections at the end of a term (공직선거법 34조): assembly 50, local councils 30, president 70 days before. */
function electionsOf(year: number, holidays: ReadonlySet<string>): Dated[] {
  const ends: [string, number, string][] = [];
  if (year % 4 === 0) ends.push([`${year}-05-29`, 50, '국회의원선거']);
  if (year % 4 === 2) ends.push([`${year}-06-30`, 30, '전국동시지방선거']);
  for (const end of presidentialTermEnds) if (end.startsWith(`${year}-`)) ends.push([end, 70, '대통령선거']);
  return ends.map(([end, days, name]) => ({
    on: electionDay(end, days, holidays),
    name,
    kind: 'election',
    replaced: 'never',
  }));
}

/** The first Wednesday in time; the one after when it, its eve or its morrow is a public holiday. */
function electionDay(termEnd: string, days: number, holidays: ReadonlySet<string>): string {
  const from = addDays(termEnd, -days);
  const wednesday = addDays(from, (3 - weekdayOf(from) + 7) % 7);
  const clash = [-1, 0, 1].some((shift) => holidays.has(addDays(wednesday, shift)));
  return clash ? addDays(wednesday, 7) : wednesday;
}

function substitutesOf(all: readonly Dated[]): Holiday[] {
  const taken = new Set(all.map((holiday) => holiday.on));
  return [...all]
    .sort(byDate)
    .filter((holiday) => isReplaced(holiday, all))
    .map((holiday) => {
      let on = addDays(holiday.on, 1);
      while (taken.has(on) || isWeekend(on)) on = addDays(on, 1);
      taken.add(on);
      return { on, name: `대체공휴일(${holiday.name.replace(/ (전날|다음 날)$/, '')})`, kind: 'substitute' };
    });
}

function isReplaced(holiday: Dated, all: readonly Dated[]): boolean {
  if (holiday.replaced === 'never') return false;
  if (weekdayOf(holiday.on) === 0) return true;
  if (weekdayOf(holiday.on) === 6) return holiday.replaced === 'weekend';
  const others = all.filter((other) => other !== holiday && other.on === holiday.on && other.kind !== 'temporary');
  // Two on one weekday get one substitute between them, named after the lunar one (2017 추석, 2025 부처님 오신 날).
  return others.some((other) => holiday.kind === 'lunar' || other.replaced === 'never');
}

const isWeekend = (date: string): boolean => weekdayOf(date) === 0 || weekdayOf(date) === 6;
const byDate = (a: { on: string; name: string }, b: { on: string; name: string }): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : a.name < b.name ? -1 : 1;

const dangi = new Intl.DateTimeFormat('en-u-ca-dangi', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });

/** Gregorian date of a day of the Korean lunar calendar (not in a leap month). */
function solarOf(year: number, lunarMonth: number, lunarDay: number): string {
  // A lunar month begins 19 to 52 days after the same month of the sun; leap months are written '4bis'.
  let date = `${year}-01-15`;
  const wanted = `${lunarMonth}/${lunarDay}`;
  for (let step = 0; step < 330; step += 1, date = addDays(date, 1)) {
    const parts = dangi.formatToParts(Date.parse(`${date}T00:00:00Z`));
    const text = parts.filter(({ type }) => type === 'month' || type === 'day').map(({ value }) => value);
    if (text.join('/') === wanted) return date;
  }
  throw new RangeError(`the lunar day ${wanted} of ${year} was not found`);
}
