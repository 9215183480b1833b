import { addDays, defaultDayStart, instantOf, localTime, minutesOf, weekdayOf } from './business-day.ts';
import { koreanHoliday } from './korean-holidays.ts';

/** A stretch of the day, 'HH:MM' to 'HH:MM' (exclusive; '24:00' = midnight). */
export interface Hours {
  from: string;
  to: string;
}

export interface WeeklyHours extends Hours {
  /** 0 = Sunday … 6 = Saturday */
  weekday: number;
  /** Evening opening on top of the usual hours (월요일 야간민원실). */
  night: boolean;
}

/** A day, or part of it, that differs from the week. Both with a reason in words for the public page. */
export interface CalendarException {
  /** 'YYYY-MM-DD' */
  on: string;
  /** `closed` takes hours away (all of them without from/to), `open` adds hours, also on a holiday or Sunday. */
  kind: 'closed' | 'open';
  from?: string;
  to?: string;
  reason: string;
}

/** Some counters pause for lunch in turn; the office stays open. */
export interface LunchTurn extends Hours {
  counterIds: readonly string[];
}

/** An office's calendar: plain JSON, a setting of the office. */
export interface OfficeCalendar {
  /** IANA zone. */
  zone: string;
  /** When the business day begins; 04:00 unless set. */
  dayStart?: string;
  weekly: readonly WeeklyHours[];
  holidays: 'kr' | 'none';
  /** Public holidays on which this office opens as on any such weekday. */
  openOnHolidays?: readonly string[];
  exceptions?: readonly CalendarException[];
  lunchTurns?: readonly LunchTurn[];
  /** Tickets are given so many minutes before the first opening of the day … */
  issueBeforeOpeningMinutes?: number;
  /** … and no longer in the last minutes before the day's closing. */
  issueStopBeforeClosingMinutes?: number;
}

export interface OpenInterval {
  opensAt: number;
  closesAt: number;
  night: boolean;
  /** Words of the special opening, else null. */
  reason: string | null;
}

export const closedReasons = ['weekly', 'holiday', 'closing'] as const;
/** Why a whole day is closed: no hours in the week, a public holiday, a one-off closing. `text` in Korean or null. */
export interface ClosedReason {
  code: (typeof closedReasons)[number];
  text: string | null;
}

/** One local day of an office, computed. Intervals in order, not overlapping, touching ones kept apart when `night` differs. */
export interface OfficeDay {
  on: string;
  intervals: OpenInterval[];
  /** Null when the office opens at all on this day. */
  closed: ClosedReason | null;
  /** Public holiday of this day, also when the office opens. */
  holiday: string | null;
  /** Reasons of closings that take only a part of the day. */
  notes: string[];
  nightOffice: boolean;
  lunch: { from: number; to: number; counterIds: readonly string[] }[];
  /** Stretch in which tickets are given, by the office's hours; null when closed. */
  issuing: { from: number; until: number } | null;
}

export const openReasons = ['open', 'before_opening', 'break', 'after_closing', ...closedReasons] as const;
export type OpenReason = (typeof openReasons)[number];
export const issuingPhases = ['not_yet', 'open', 'over', 'closed'] as const;

/** What the public page says about the hours, and what issuing asks. */
export interface OpenState {
  openNow: boolean;
  /** Next opening (also across holidays) when closed; null when open or none within 400 days. */
  opensAt: number | null;
  /** End of the present stretch (evening included when it follows without a gap) when open; else null. */
  closesAt: number | null;
  /** Now within the evening opening. */
  nightOffice: boolean;
  reason: OpenReason;
  /** Name of the holiday, words of the closing or special opening; null when there is nothing to say. */
  reasonText: string | null;
  issuing: (typeof issuingPhases)[number];
  /** When giving tickets begins (phase not_yet) or ends (phase open); else null. */
  issuingChangesAt: number | null;
  /** Local date and minute of `now`, for windows of the day. */
  localDate: string;
  minuteOfDay: number;
}

export const boundaryKinds = ['opens', 'closes', 'night_begins', 'lunch', 'issuing', 'window', 'business_day'] as const;
export interface Boundary {
  at: number;
  kinds: (typeof boundaryKinds)[number][];
}

const searchDays = 400;
const minute = 60_000;

interface Span {
  from: number;
  to: number;
  night: boolean;
  reason: string | null;
}

/** The hours of one local date with the reasons. Throws RangeError for malformed dates, times or zones. */
export function officeDay(calendar: OfficeCalendar, on: string): OfficeDay {
  const at = (time: number): number => instantOf(on, time, calendar.zone);
  const holiday = calendar.holidays === 'kr' ? (koreanHoliday(on)?.name ?? null) : null;
  const { spans, closed, notes } = spansOf(calendar, on, holiday);
  const intervals = spans.map(({ from, to, night, reason }) => ({
    opensAt: at(from),
    closesAt: at(to),
    night,
    reason,
  }));
  const lunch = intervals.length
    ? (calendar.lunchTurns ?? []).map((turn) => ({
        from: at(minutesOf(turn.from)),
        to: at(minutesOf(turn.to)),
        counterIds: turn.counterIds,
      }))
    : [];
  const nightOffice = intervals.some((interval) => interval.night);
  return { on, intervals, closed, holiday, notes, nightOffice, lunch, issuing: issuingOf(calendar, intervals) };
}

function spansOf(calendar: OfficeCalendar, on: string, holiday: string | null) {
  const exceptions = (calendar.exceptions ?? []).filter((exception) => exception.on === on);
  const off = holiday !== null && !calendar.openOnHolidays?.includes(on);
  const weekly = calendar.weekly.filter(({ weekday }) => weekday === weekdayOf(on));
  const usual = off ? [] : weekly.map(({ from, to, night }): Span => ({ ...hours(from, to), night, reason: null }));
  const closings = exceptions.filter(({ kind }) => kind === 'closed');
  const kept = closings.reduce((spans, { from, to }) => without(spans, hours(from, to)), usual);
  const added = exceptions
    .filter(({ kind }) => kind === 'open')
    .map(({ from, to, reason }): Span => ({ ...hours(from, to), night: false, reason }));
  const spans = joinSpans([...added.reduce((rest, span) => without(rest, span), kept), ...added]);
  return {
    spans,
    closed: closedReason(spans, closings, usual, off, holiday),
    notes: spans.length ? closings.map((c) => c.reason) : [],
  };
}

function closedReason(
  spans: readonly Span[],
  closings: readonly CalendarException[],
  usual: readonly Span[],
  off: boolean,
  holiday: string | null,
): ClosedReason | null {
  if (spans.length > 0) return null;
  if (off) return { code: 'holiday', text: holiday };
  const [closing] = closings;
  return closing && usual.length > 0 ? { code: 'closing', text: closing.reason } : { code: 'weekly', text: null };
}

const hours = (from = '00:00', to = '24:00'): { from: number; to: number } => ({
  from: minutesOf(from),
  to: minutesOf(to),
});

function without(spans: readonly Span[], cut: { from: number; to: number }): Span[] {
  return spans
    .flatMap((span) => [
      { ...span, to: Math.min(span.to, cut.from) },
      { ...span, from: Math.max(span.from, cut.to) },
    ])
    .filter(({ from, to }) => from < to);
}

/** In order, with overlapping or touching spans of the same kind made one. */
function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = joined.at(-1);
    if (last && span.from <= last.to && span.night === last.night && span.reason === last.reason) {
      last.to = Math.max(last.to, span.to);
    } else if (span.from < span.to) {
      const from = last ? Math.max(span.from, last.to) : span.from;
      if (from < span.to) joined.push({ ...span, from });
    }
  }
  return joined;
}

function issuingOf(calendar: OfficeCalendar, intervals: readonly OpenInterval[]): OfficeDay['issuing'] {
  const first = intervals[0];
  const last = intervals.at(-1);
  if (!first || !last) return null;
  const from = first.opensAt - (calendar.issueBeforeOpeningMinutes ?? 0) * minute;
  return { from, until: last.closesAt - (calendar.issueStopBeforeClosingMinutes ?? 0) * minute };
}

/** Whether the office is open at `now`, until when, and else when next, with the reason. */
export function openState(calendar: OfficeCalendar, now: number): OpenState {
  const { date, minuteOfDay } = localTime(now, calendar.zone);
  const day = officeDay(calendar, date);
  const present = day.intervals.find(({ opensAt, closesAt }) => opensAt <= now && now < closesAt);
  return {
    openNow: present !== undefined,
    opensAt: present ? null : nextOpening(calendar, day, now),
    closesAt: present ? stretchEnd(day.intervals, present) : null,
    nightOffice: present?.night ?? false,
    ...reasonOf(day, present, now),
    ...issuingPhase(day, now),
    localDate: date,
    minuteOfDay,
  };
}

function reasonOf(
  day: OfficeDay,
  present: OpenInterval | undefined,
  now: number,
): Pick<OpenState, 'reason' | 'reasonText'> {
  if (day.closed) return { reason: day.closed.code, reasonText: day.closed.text };
  const note = day.notes[0] ?? null;
  if (present) return { reason: 'open', reasonText: present.reason ?? note };
  const before = day.intervals.every(({ opensAt }) => now < opensAt);
  const after = day.intervals.every(({ closesAt }) => now >= closesAt);
  return { reason: before ? 'before_opening' : after ? 'after_closing' : 'break', reasonText: note };
}

function issuingPhase(day: OfficeDay, now: number): Pick<OpenState, 'issuing' | 'issuingChangesAt'> {
  if (!day.issuing) return { issuing: 'closed', issuingChangesAt: null };
  const { from, until } = day.issuing;
  if (now < from) return { issuing: 'not_yet', issuingChangesAt: from };
  return now < until ? { issuing: 'open', issuingChangesAt: until } : { issuing: 'over', issuingChangesAt: null };
}

function stretchEnd(intervals: readonly OpenInterval[], present: OpenInterval): number {
  const next = intervals.find(({ opensAt }) => opensAt === present.closesAt);
  return next ? stretchEnd(intervals, next) : present.closesAt;
}

function nextOpening(calendar: OfficeCalendar, today: OfficeDay, now: number): number | null {
  for (
    let ahead = 0, day = today;
    ahead < searchDays;
    ahead += 1, day = officeDay(calendar, addDays(today.on, ahead))
  ) {
    const next = day.intervals.find(({ opensAt }) => opensAt > now);
    if (next) return next.opensAt;
  }
  return null;
}

/**
 * The next instant after `now` at which something visible changes by itself: opening, closing, evening, a lunch turn,
 * begin or end of issuing, a further time of the day given in `times` (windows of services), a new business day.
 */
export function nextBoundary(calendar: OfficeCalendar, now: number, times: readonly string[] = []): Boundary {
  const today = localTime(now, calendar.zone).date;
  for (let ahead = 0; ; ahead += 1) {
    const later = boundariesOf(calendar, addDays(today, ahead), times).filter(({ at }) => at > now);
    if (later.length === 0) continue;
    const at = Math.min(...later.map((boundary) => boundary.at));
    return { at, kinds: [...new Set(later.filter((boundary) => boundary.at === at).map(({ kind }) => kind))] };
  }
}

function boundariesOf(calendar: OfficeCalendar, on: string, times: readonly string[]) {
  const day = officeDay(calendar, on);
  const points: { at: number; kind: (typeof boundaryKinds)[number] }[] = [];
  for (const { opensAt, closesAt, night } of day.intervals) {
    points.push({ at: opensAt, kind: night ? 'night_begins' : 'opens' }, { at: closesAt, kind: 'closes' });
  }
  for (const { from, to } of day.lunch) points.push({ at: from, kind: 'lunch' }, { at: to, kind: 'lunch' });
  if (day.issuing) points.push({ at: day.issuing.from, kind: 'issuing' }, { at: day.issuing.until, kind: 'issuing' });
  if (!day.closed) for (const time of times) points.push({ at: instantOf(on, time, calendar.zone), kind: 'window' });
  points.push({ at: instantOf(on, calendar.dayStart ?? defaultDayStart, calendar.zone), kind: 'business_day' });
  return points;
}

/** Whether a counter is on its lunch turn at `now`. */
export function isAtLunch(day: OfficeDay, counterId: string, now: number): boolean {
  return day.lunch.some(({ from, to, counterIds }) => from <= now && now < to && counterIds.includes(counterId));
}

export const calendarFaults = [
  'zone_unknown',
  'date_invalid',
  'time_invalid',
  'hours_reversed',
  'weekday_invalid',
] as const;
export interface CalendarFault {
  code: (typeof calendarFaults)[number];
  /** Where: 'zone', 'weekly.2', 'exceptions.0', 'lunchTurns.1', 'openOnHolidays.0', 'dayStart'. */
  path: string;
}

/** Faults of a calendar as configured, before it is stored; empty = no other function here throws for it. */
export function checkCalendar(calendar: OfficeCalendar): CalendarFault[] {
  const faults: CalendarFault[] = [];
  const check = (code: CalendarFault['code'], path: string, good: boolean): void => {
    if (!good) faults.push({ code, path });
  };
  const checkHours = (path: string, { from = '00:00', to = '24:00' }: Partial<Hours>): void => {
    const valid = works(() => minutesOf(from)) && works(() => minutesOf(to));
    check(valid ? 'hours_reversed' : 'time_invalid', path, valid && minutesOf(from) < minutesOf(to));
  };
  check(
    'zone_unknown',
    'zone',
    works(() => localTime(0, calendar.zone)),
  );
  check(
    'time_invalid',
    'dayStart',
    works(() => minutesOf(calendar.dayStart ?? defaultDayStart)),
  );
  calendar.weekly.forEach((hours, index) => {
    checkHours(`weekly.${index}`, hours);
    check('weekday_invalid', `weekly.${index}`, [0, 1, 2, 3, 4, 5, 6].includes(hours.weekday));
  });
  calendar.lunchTurns?.forEach((turn, index) => checkHours(`lunchTurns.${index}`, turn));
  calendar.exceptions?.forEach((exception, index) => {
    checkHours(`exceptions.${index}`, exception);
    check('date_invalid', `exceptions.${index}`, isDate(exception.on));
  });
  calendar.openOnHolidays?.forEach((on, index) => check('date_invalid', `openOnHolidays.${index}`, isDate(on)));
  return faults;
}

const isDate = (text: string): boolean => works(() => addDays(text, 0)) && addDays(text, 0) === text;

function works(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
