interface DaySpan {
  /** HH:mm */
  readonly from: string;
  readonly to: string;
}

/** Spans by weekday, 1 = Monday … 7 = Sunday; a day that is left out has none. */
export type WeekSpans = Readonly<Partial<Record<'1' | '2' | '3' | '4' | '5' | '6' | '7', readonly DaySpan[]>>>;

export const weekdayKeys = ['1', '2', '3', '4', '5', '6', '7'] as const;
export type WeekdayKey = (typeof weekdayKeys)[number];

/** Days with the same spans. */
export interface WeekGroup {
  /** Runs of days, both ends included: 1-5, 7-7. */
  readonly runs: readonly (readonly [first: WeekdayKey, last: WeekdayKey])[];
  readonly spans: readonly DaySpan[];
}

/** A week as people say it: days with the same hours together, in the order of their first day; closed days are left out. */
export function weekGroups(week: WeekSpans): WeekGroup[] {
  const byHours = new Map<string, { days: WeekdayKey[]; spans: readonly DaySpan[] }>();
  for (const day of weekdayKeys) {
    const spans = week[day] ?? [];
    if (spans.length === 0) continue;
    const key = spans.map(({ from, to }) => `${from}-${to}`).join();
    const group = byHours.get(key) ?? { days: [], spans };
    group.days.push(day);
    byHours.set(key, group);
  }
  return [...byHours.values()].map(({ days, spans }) => ({ runs: runsOf(days), spans }));
}

function runsOf(days: readonly WeekdayKey[]): [WeekdayKey, WeekdayKey][] {
  const runs: [WeekdayKey, WeekdayKey][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && Number(day) === Number(last[1]) + 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}
