import pg from 'pg';

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

/**
 * "2026-11-23 10:14:03.12+00" -> epoch milliseconds. Read by place: a hall's lines bring thousands, for which Date.parse
 * would take half of a command's time. Offsets with minutes, years outside of 1000-9999 and infinity take the slow way.
 */
export function parseInstant(text: string): number {
  const sign = text.charCodeAt(text.length - 3);
  if (
    text.startsWith('0') ||
    text.charCodeAt(4) !== DASH ||
    text.charCodeAt(10) !== BLANK ||
    (sign !== PLUS && sign !== DASH)
  ) {
    return Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  }
  const hours = twoDigits(text, text.length - 2) * (sign === PLUS ? 1 : -1);
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const day = Date.UTC(year, twoDigits(text, 5) - 1, twoDigits(text, 8));
  const seconds = (twoDigits(text, 11) - hours) * 3_600 + twoDigits(text, 14) * 60 + twoDigits(text, 17);
  return day + seconds * 1000 + milliseconds(text);
}

const DASH = 45;
const BLANK = 32;
const PLUS = 43;
const ZERO = 48;

const twoDigits = (text: string, at: number): number =>
  (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;

/** Of the digits behind the point, which stand from 20 to the offset, three count. */
function milliseconds(text: string): number {
  let value = 0;
  for (let at = 20; at < 23; at += 1) value = value * 10 + (at < text.length - 3 ? text.charCodeAt(at) - ZERO : 0);
  return value;
}

/** How the hot connection reads values: instants as milliseconds, dates as text, bigint as number (all ours are < 2^53). */
export const valueTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary') {
      if (oid === TIMESTAMPTZ) return parseInstant;
      if (oid === DATE) return String;
      if (oid === INT8) return Number;
    }
    return pg.types.getTypeParser(oid, format as 'text');
  },
} as pg.CustomTypesConfig;
