/**
 * Dirt of the archive, by kind. Every kind is found in the rows alone, before the server is asked anything: what the
 * server answers can never be explained by what it answered.
 */
export const dirtKinds = [
  /** A line that is no row: number of fields, quotes, or a field that is not what its column holds. Left out. */
  'damaged_row',
  /** The file breaks off: what comes after is not known. */
  'file_cut_off',
  /** A row that says of the same service and minute the same as an earlier one. Left out. */
  'duplicate_row',
  /** A row that says of the same service and minute something else than an earlier one. Left out: the first stands. */
  'contradicting_row',
  /** A service of the day has no row in a snapshot in which other services have one: nothing to compare. */
  'missing_row',
  /** A day that is labelled with the year of its week; the label is corrected. Counted once per day. */
  'mislabelled_day',
  /** An office whose clock is off by years; the label is corrected. Counted once per day. */
  'wrong_clock',
  /**
   * No number is shown although one was before on this day: these offices show who is served now, not who was called
   * last. The last number stands. EXPLAINS a difference in the number.
   */
  'number_missing',
  /** A number that is not up to two letters and up to four digits. It is not played. EXPLAINS a difference in the number. */
  'number_unknown_format',
  /** The number carries another letter than the service's: a ticket sent on from another service. One call is played. */
  'number_foreign',
  /** The number falls: an earlier one is called again, or out of turn. One call is played. */
  'number_fell',
  /** The number falls by more than 20, to 20 or less: numbering began anew within the day. One call is played. */
  'number_restarted',
  /**
   * The number rises by more than 20 per five minutes begun since it was seen last: another range, or a gap. The numbers
   * between are not taken for calls; one call is played.
   */
  'number_jumped',
  /**
   * More people left the line than numbers were called: they went home, or were called in a way that the archive does not
   * show. It tells of no cancellation, so their tickets stay, and the next to come take their places. As long as fewer
   * wait than there are tickets, this EXPLAINS a difference in the people waiting, of exactly that many.
   */
  'waiting_fell',
] as const;
export type DirtKind = (typeof dirtKinds)[number];

/** Kinds by which a difference between archive and public status can be explained, and what it is a difference in. */
export const explains = {
  number_missing: 'number',
  number_unknown_format: 'number',
  waiting_fell: 'waiting',
} as const satisfies Partial<Record<DirtKind, 'number' | 'waiting'>>;
export type Explanation = keyof typeof explains;

/** How often each kind was met. */
export type DirtCount = Map<DirtKind, number>;

export function countDirt(count: DirtCount, kind: DirtKind, times = 1): void {
  count.set(kind, (count.get(kind) ?? 0) + times);
}
