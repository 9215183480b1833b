/**
 * Local dates and instants of an IANA zone, without a dependency. Dates are 'YYYY-MM-DD', times 'HH:MM' (or minutes of
 * the day, 0..1440), instants epoch milliseconds. Offsets come from Intl and are kept per quarter of an hour: zones
 * change their offset only on quarters (true for every zone since 1972).
 */

export const defaultDayStart = '04:00';
const minute = 60_000;
const quarter = 15 * minute;
const day = 86_400_000;

export interface LocalTime {
  /** 'YYYY-MM-DD' */
  date: string;
  /** 0..1439 */
  minuteOfDay: number;
  /** 0 = Sunday … 6 = Saturday */
  weekday: number;
}

/**
 * The business day: the local date of (now - day start), on the wall clock, so that the day begins at 04:00 also on
 * the days on which the clocks change. Throws RangeError for an unknown zone or a malformed `dayStart`.
 */
export function businessDay(now: number, zone: string, dayStart: string = defaultDayStart): string {
  return isoDate(now + offsetAt(now, zone) - minutesOf(dayStart) * minute);
}

/** Wall clock of a zone at an instant. Throws RangeError for an unknown zone. */
export function localTime(now: number, zone: string): LocalTime {
  const local = now + offsetAt(now, zone);
  const date = isoDate(local);
  return { date, minuteOfDay: Math.floor(mod(local, day) / minute), weekday: weekdayOf(date) };
}

/**
 * The instant of a wall-clock time. A time that the clocks skip becomes the same distance behind the jump (02:30 ->
 * 03:30); of a time that comes twice the first is meant. '24:00' is the next midnight.
 */
export function instantOf(date: string, time: string | number, zone: string): number {
  const wall = utcOf(date) + (typeof time === 'number' ? time : minutesOf(time)) * minute;
  const before = offsetAt(wall - day, zone);
  const after = offsetAt(wall + day, zone);
  if (before === after || offsetAt(wall - before, zone) === before) return wall - before;
  return offsetAt(wall - after, zone) === after ? wall - after : wall - before;
}

/** Milliseconds that the zone's wall clock is ahead of UTC at an instant. */
export function offsetAt(instant: number, zone: string): number {
  const clock = clockOf(zone);
  const slot = Math.floor(instant / quarter);
  const known = clock.offsets.get(slot);
  if (known !== undefined) return known;
  // Bounded: a worker that rolls through years of history must not keep every quarter of them.
  if (clock.offsets.size >= 4096) clock.offsets.clear();
  const offset = readOffset(clock.format, slot * quarter);
  clock.offsets.set(slot, offset);
  return offset;
}

/** Minutes of the day of 'HH:MM', 0..1440. Throws RangeError when malformed. */
export function minutesOf(time: string): number {
  const known = knownTimes.get(time);
  if (known !== undefined) return known;
  const match = /^(\d{2}):(\d{2})$/.exec(time);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : NaN;
  if (!(minutes <= 1440) || Number(match?.[2]) > 59) throw new RangeError(`${time} is not a time HH:MM`);
  knownTimes.set(time, minutes);
  return minutes;
}

/** A date so many days later (or earlier). */
export const addDays = (date: string, days: number): string => isoDate(utcOf(date) + days * day);

/** 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (date: string): number => mod(Math.floor(utcOf(date) / day) + 4, 7);

interface ZoneClock {
  format: Intl.DateTimeFormat;
  offsets: Map<number, number>;
}
const clocks = new Map<string, ZoneClock>();
const knownTimes = new Map<string, number>();

function clockOf(zone: string): ZoneClock {
  let clock = clocks.get(zone);
  if (!clock) {
    const parts = {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    } as const;
    clock = {
      format: new Intl.DateTimeFormat('en-u-ca-iso8601', { timeZone: zone, hourCycle: 'h23', ...parts }),
      offsets: new Map(),
    };
    clocks.set(zone, clock);
  }
  return clock;
}

function readOffset(format: Intl.DateTimeFormat, instant: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 1, day: dayOfMonth = 1, hour = 0, minute: minutes = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, dayOfMonth, hour, minutes, second) - instant;
}

function utcOf(date: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) throw new RangeError(`${date} is not a date YYYY-MM-DD`);
  return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
}

const isoDate = (utc: number): string => new Date(utc).toISOString().slice(0, 10);
const mod = (value: number, by: number): number => ((value % by) + by) % by;
