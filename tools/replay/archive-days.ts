import { addDays, weekdayOf } from '@sunbeon/domain';

/** A day of an office: the day it was, and how the archive labels it. */
export interface ArchiveDay {
  readonly date: string;
  readonly label: string;
  /** Why label and day differ; null when they do not. */
  readonly correction: 'week_year' | 'wrong_clock' | null;
}

const DAY_MS = 86_400_000;
/** A label that lies so far behind all others was not written on its day. */
const FAR_DAYS = 180;

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
const first = (days: readonly string[]): string => days.reduce((a, b) => (a < b ? a : b), '9999-12-31');
const last = (days: readonly string[]): string => days.reduce((a, b) => (a > b ? a : b), '0000-01-01');

/**
 * Which day each label of the archive means, worked out from the labels alone. Two faults are known:
 *
 * - week_year: a date written with the year of its week instead of its own: 2019-12-30 lies in week 1 of 2020 and is
 *   labelled 2020-12-30. Corrected when a 29-31 December lies more than 180 days behind every other day of the archive.
 * - wrong_clock: an office whose clock is off by years: none of its days is a day of the other offices. All its labels
 *   are moved by the same number of days, so that its first day is the first of the others, of whom there must be two; only if then every one of
 *   them up to the others' last day is a day of the others, and none falls on a weekend unless theirs do.
 *
 * @param labels labels per office
 * @returns days per office, the earliest first
 */
export function daysOf(labels: ReadonlyMap<string, ReadonlySet<string>>): Map<string, ArchiveDay[]> {
  const all = [...labels.values()].flatMap((own) => [...own]);
  const others = all.filter((label) => !isYearEnd(label));
  const newest = last(others);
  const days = new Map<string, ArchiveDay[]>();
  for (const [office, own] of labels) {
    days.set(office, [...own].map((label) => correctYear(label, others.length > 0 ? newest : null)).sort(byDate));
  }
  for (const [office, own] of days) days.set(office, correctClock(office, own, days));
  return days;
}

const byDate = (a: ArchiveDay, b: ArchiveDay): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);
const isYearEnd = (label: string): boolean => /-12-(?:29|30|31)$/.test(label);

function correctYear(label: string, newest: string | null): ArchiveDay {
  const far = newest !== null && isYearEnd(label) && daysBetween(newest, label) > FAR_DAYS;
  if (!far) return { date: label, label, correction: null };
  const year = Number(label.slice(0, 4));
  return { date: `${year - 1}${label.slice(4)}`, label, correction: 'week_year' };
}

function correctClock(office: string, own: ArchiveDay[], days: ReadonlyMap<string, ArchiveDay[]>): ArchiveDay[] {
  const others = new Set([...days].flatMap(([name, list]) => (name === office ? [] : list.map(({ date }) => date))));
  // Of two offices alone nobody can say whose clock is wrong.
  if (days.size < 3 || own.some(({ date }) => others.has(date))) return own;
  const from = first([...others]);
  const until = last([...others]);
  const shift = daysBetween(first(own.map(({ date }) => date)), from);
  const moved = own.map(({ date, label }) => ({
    date: addDays(date, shift),
    label,
    correction: 'wrong_clock' as const,
  }));
  const weekends = [...others].some(isWeekend);
  const fits = moved.every(({ date }) => (date <= until ? others.has(date) : weekends || !isWeekend(date)));
  return fits ? moved : own;
}

const isWeekend = (date: string): boolean => weekdayOf(date) === 0 || weekdayOf(date) === 6;
