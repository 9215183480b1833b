import type { OfficeYear, YearDay } from '@sunbeon/contract';

export const dayKinds = ['open', 'short', 'night', 'holiday', 'weekly', 'closing'] as const;
export type DayKind = (typeof dayKinds)[number];

/** What stands beside a date, so that nobody needs its colour. All of them are in the font that is shipped. */
export const kindMarks: Readonly<Record<DayKind, string>> = {
  open: '',
  short: '*',
  night: '+',
  holiday: '★',
  weekly: '–',
  closing: '×',
};

/** What a day is at a glance. `usual`: minutes of an ordinary day of this year, see usualMinutes. */
export function kindOf(day: YearDay, usual: number): DayKind {
  if (day.closed !== null) return day.closed;
  if (day.reason !== null || minutesOpen(day) < usual) return 'short';
  return day.open.some(({ night }) => night) ? 'night' : 'open';
}

/** Minutes without the evening that most open days of a year have. */
export function usualMinutes({ days }: OfficeYear): number {
  const counts = new Map<number, number>();
  for (const day of days)
    if (day.closed === null) counts.set(minutesOpen(day), 1 + (counts.get(minutesOpen(day)) ?? 0));
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}

const minutesOpen = ({ open }: YearDay): number =>
  open.filter(({ night }) => !night).reduce((sum, { from, to }) => sum + minutesOf(to) - minutesOf(from), 0);

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

/** The date that a key leads to from `on`, within its year; null = no key of the calendar. */
export function dateByKey(on: string, key: string): string | null {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  const step = steps[key];
  if (step !== undefined) return within(year, Date.UTC(year, month - 1, day + step));
  if (key === 'PageUp' || key === 'PageDown') {
    const other = month + (key === 'PageUp' ? -1 : 1);
    const last = new Date(Date.UTC(year, other, 0)).getUTCDate();
    return within(year, Date.UTC(year, other - 1, Math.min(day, last)));
  }
  if (key === 'Home') return `${year}-01-01`;
  return key === 'End' ? `${year}-12-31` : null;
}

function within(year: number, instant: number): string | null {
  const date = new Date(instant).toISOString().slice(0, 10);
  return date.startsWith(`${year}-`) ? date : null;
}
