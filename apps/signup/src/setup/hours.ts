import type { OfficeHours } from '@sunbeon/contract';

export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;
/** 1 = Monday … 7 = Sunday. */
export type Weekday = (typeof weekdays)[number];

/** How an office takes its lunch: two halves of the counters one after the other, all together, or nobody. */
export const lunchWays = ['turns', 'together', 'none'] as const;
export type LunchWay = (typeof lunchWays)[number];

export interface DayDraft {
  readonly open: boolean;
  /** HH:mm */
  readonly from: string;
  readonly to: string;
  readonly night: boolean;
  /** End of the night office, which begins when the day ends. */
  readonly nightTo: string;
}

/** Opening hours as the set-up asks for them: what most offices have, and no more. */
export interface HoursDraft {
  readonly days: Readonly<Record<Weekday, DayDraft>>;
  readonly lunch: LunchWay;
  readonly lunchFrom: string;
  readonly lunchTo: string;
  /** Tickets are given out so many minutes before opening, and no longer so many before closing: as the template has it. */
  readonly issueBeforeMinutes: number;
  readonly issueStopMinutes: number;
  /** Closed on public holidays. */
  readonly holidays: boolean;
  /** Open all day today, so that the first ticket can be drawn at any hour. */
  readonly today: boolean;
}

const usual: DayDraft = { open: false, from: '09:00', to: '18:00', night: false, nightTo: '20:00' };

/** The hours of a template, as the set-up shows them. Where it says nothing of lunch, the counters have it in two turns. */
export function hoursDraft(hours: OfficeHours, today: boolean): HoursDraft {
  const { week, night, lunchTurns, holidays, issueBeforeMinutes, issueStopMinutes } = hours;
  const day = (key: Weekday): DayDraft => {
    const spans = week[key] ?? [];
    const [first, last] = [spans[0], spans.at(-1)];
    const late = night[key]?.[0];
    return {
      open: first !== undefined,
      from: first?.from ?? usual.from,
      to: last?.to ?? usual.to,
      night: late !== undefined,
      nightTo: late?.to ?? usual.nightTo,
    };
  };
  const gap = weekdays.map((key) => week[key] ?? []).find((spans) => spans.length === 2);
  const turn = lunchTurns[0]?.span;
  return {
    days: Object.fromEntries(weekdays.map((key) => [key, day(key)])) as HoursDraft['days'],
    lunch: turn === undefined && gap !== undefined ? 'together' : 'turns',
    lunchFrom: turn?.from ?? gap?.[0]?.to ?? '11:30',
    lunchTo: turn?.to ?? gap?.[1]?.from ?? '12:30',
    issueBeforeMinutes,
    issueStopMinutes,
    holidays: holidays === 'KR',
    today,
  };
}

/**
 * Opening hours for the contract.
 * @param counters how many there are, 1 to n; in turns, the odd ones have lunch first
 * @param today local date that is open all day when the draft says so, and why
 */
export function officeHours(draft: HoursDraft, counters: number, today: { on: string; reason: string }) {
  const open = weekdays.filter((key) => draft.days[key].open);
  const week = Object.fromEntries(open.map((key) => [key, spansOf(draft.days[key], draft)]));
  const late = open.filter((key) => draft.days[key].night);
  return {
    week,
    night: Object.fromEntries(late.map((key) => [key, [{ from: draft.days[key].to, to: draft.days[key].nightTo }]])),
    lunchTurns: draft.lunch === 'turns' ? lunchTurns(draft, counters) : [],
    issueBeforeMinutes: draft.issueBeforeMinutes,
    issueStopMinutes: draft.issueStopMinutes,
    holidays: draft.holidays ? ('KR' as const) : ('none' as const),
    exceptions: draft.today ? [{ on: today.on, open: [{ from: '00:00', to: '24:00' }], reason: today.reason }] : [],
  };
}

function spansOf({ from, to }: DayDraft, { lunch, lunchFrom, lunchTo }: HoursDraft) {
  const splits = lunch === 'together' && from < lunchFrom && lunchTo < to;
  if (!splits) return [{ from, to }];
  return [
    { from, to: lunchFrom },
    { from: lunchTo, to },
  ];
}

function lunchTurns({ lunchFrom, lunchTo }: HoursDraft, counters: number) {
  const numbers = Array.from({ length: counters }, (_, n) => String(n + 1));
  const [odd, even] = [numbers.filter((_, n) => n % 2 === 0), numbers.filter((_, n) => n % 2 === 1)];
  const second = { from: lunchTo, to: shifted(lunchTo, minutesOf(lunchTo) - minutesOf(lunchFrom)) };
  return [
    { span: { from: lunchFrom, to: lunchTo }, counters: odd },
    ...(even.length > 0 ? [{ span: second, counters: even }] : []),
  ];
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function shifted(time: string, minutes: number): string {
  const at = Math.min(24 * 60, minutesOf(time) + minutes);
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}

export const hoursFaults = ['no_day', 'day', 'night', 'lunch', 'lunch_outside'] as const;
export type HoursFault = (typeof hoursFaults)[number];

/** What is wrong with hours, by the day or the part that it is about; empty = nothing. */
export function hoursWrong(draft: HoursDraft): Partial<Record<Weekday | 'week' | 'lunch', HoursFault>> {
  const wrong: Partial<Record<Weekday | 'week' | 'lunch', HoursFault>> = {};
  const open = weekdays.filter((key) => draft.days[key].open);
  if (open.length === 0) wrong.week = 'no_day';
  for (const key of open) {
    const { from, to, night, nightTo } = draft.days[key];
    if (!isBefore(from, to)) wrong[key] = 'day';
    else if (night && !isBefore(to, nightTo)) wrong[key] = 'night';
  }
  if (draft.lunch !== 'none') {
    const { lunchFrom, lunchTo } = draft;
    const inside = open.some((key) => draft.days[key].from < lunchFrom && lunchTo < draft.days[key].to);
    if (!isBefore(lunchFrom, lunchTo)) wrong.lunch = 'lunch';
    else if (!inside) wrong.lunch = 'lunch_outside';
  }
  return wrong;
}

const time = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const isBefore = (from: string, to: string): boolean => time.test(from) && time.test(to) && from < to;

/** True when an office with these hours is open at this local weekday and time; holidays do not count here. */
export function isOpenAt({ days }: HoursDraft, weekday: Weekday, at: string): boolean {
  const { open, from, to, night, nightTo } = days[weekday];
  return open && from <= at && at < (night ? nightTo : to);
}
