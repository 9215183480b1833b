/**
 * Numbers on tickets. A label is unique per office and business day and nothing ever wraps: first the series' own
 * range (101-299), then the office's overflow range, then letters (B101 … B999, C101 …, Z999, BB101 …).
 *
 * Two counter rows are enough: one per (series, day), drawn first and always, and one per (office's overflow, day),
 * drawn only when `labelFor` says so. Changes of ranges and prefixes must take effect with the next business day.
 */

/** Where a service's numbers come from. `prefix`: '' or one or two letters A-Z. Range inclusive, integers 1..9999. */
export interface Series {
  id: string;
  prefix: string;
  rangeFrom: number;
  rangeTo: number;
}

/** Shared by all series of an office; no prefix. */
export interface OverflowRange {
  rangeFrom: number;
  rangeTo: number;
}

/** Either the label, or the word to draw the next ordinal of the office's overflow and ask `overflowLabel`. */
export type LabelDraw = { kind: 'label'; label: string } | { kind: 'overflow' };

export const seriesFaults = [
  'id_twice',
  'prefix_invalid',
  'range_invalid',
  'ranges_overlap',
  'overflow_invalid',
  'overflow_overlaps',
] as const;
export interface SeriesFault {
  code: (typeof seriesFaults)[number];
  /** Ids of the series concerned. */
  seriesIds: string[];
}

/** I and O are left out: on paper and aloud they are taken for 1 and 0. A belongs to the series' own prefixes. */
const letters = 'BCDEFGHJKLMNPQRSTUVWXYZ';
const letterFrom = 101;
const letterTo = 999;
const perLetter = letterTo - letterFrom + 1;

/** Label for the `ordinal`-th ticket (1..) of a series on a day. Throws RangeError for an ordinal below 1. */
export function labelFor(series: Series, ordinal: number): LabelDraw {
  if (!Number.isInteger(ordinal) || ordinal < 1) throw new RangeError(`ordinal ${ordinal} is not 1 or more`);
  const number = series.rangeFrom + ordinal - 1;
  return number <= series.rangeTo ? { kind: 'label', label: `${series.prefix}${number}` } : { kind: 'overflow' };
}

/**
 * Label for the `ordinal`-th overflow ticket (1..) of an office on a day. `prefixes`: those of all its series, so that
 * no letter block collides with one. Throws RangeError for an ordinal below 1.
 */
export function overflowLabel(overflow: OverflowRange | null, prefixes: readonly string[], ordinal: number): string {
  if (!Number.isInteger(ordinal) || ordinal < 1) throw new RangeError(`ordinal ${ordinal} is not 1 or more`);
  const size = overflow ? overflow.rangeTo - overflow.rangeFrom + 1 : 0;
  if (overflow && ordinal <= size) return String(overflow.rangeFrom + ordinal - 1);
  const index = ordinal - size - 1;
  return `${letterBlock(Math.floor(index / perLetter), prefixes)}${letterFrom + (index % perLetter)}`;
}

/** The n-th (0..) letter block that no series uses as its prefix. */
function letterBlock(n: number, prefixes: readonly string[]): string {
  for (let candidate = 0, left = n; ; candidate += 1) {
    const block = bijective(candidate);
    if (prefixes.includes(block)) continue;
    if (left === 0) return block;
    left -= 1;
  }
}

/** 0 -> B, 1 -> C, … 22 -> Z, 23 -> BB: counting on without an end. */
function bijective(n: number): string {
  const rest = Math.floor(n / letters.length);
  return (rest > 0 ? bijective(rest - 1) : '') + (letters[n % letters.length] ?? '');
}

/** Faults of an office's series as configured; empty = labels are unique, whatever is drawn. */
export function checkSeries(series: readonly Series[], overflow: OverflowRange | null): SeriesFault[] {
  const faults: SeriesFault[] = [];
  for (const [index, one] of series.entries()) {
    if (!/^[A-Z]{0,2}$/.test(one.prefix)) faults.push({ code: 'prefix_invalid', seriesIds: [one.id] });
    if (!isRange(one)) faults.push({ code: 'range_invalid', seriesIds: [one.id] });
    for (const other of series.slice(index + 1)) faults.push(...pairFaults(one, other));
    if (overflow && one.prefix === '' && overlaps(one, overflow)) {
      faults.push({ code: 'overflow_overlaps', seriesIds: [one.id] });
    }
  }
  if (overflow && !isRange(overflow)) faults.push({ code: 'overflow_invalid', seriesIds: [] });
  return faults;
}

function pairFaults(one: Series, other: Series): SeriesFault[] {
  const seriesIds = [one.id, other.id];
  const faults: SeriesFault[] = [];
  if (one.id === other.id) faults.push({ code: 'id_twice', seriesIds });
  if (one.prefix === other.prefix && overlaps(one, other)) faults.push({ code: 'ranges_overlap', seriesIds });
  return faults;
}

const isRange = ({ rangeFrom, rangeTo }: OverflowRange): boolean =>
  Number.isInteger(rangeFrom) && Number.isInteger(rangeTo) && rangeFrom >= 1 && rangeFrom <= rangeTo && rangeTo <= 9999;
const overlaps = (a: OverflowRange, b: OverflowRange): boolean => a.rangeFrom <= b.rangeTo && b.rangeFrom <= a.rangeTo;
