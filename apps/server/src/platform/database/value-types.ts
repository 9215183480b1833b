import pg from 'pg';

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

/** "2026-11-23 10:14:03.12+00" -> epoch milliseconds. */
function parseInstant(text: string): number {
  return Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
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
