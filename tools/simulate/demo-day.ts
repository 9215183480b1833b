import { localTime } from '@sunbeon/domain';
import type { Hall } from '@sunbeon/contract';

/** The office is shown from ten minutes before it opens. */
const BEFORE_OPENING_MS = 10 * 60_000;
/** A new day is fast-forwarded to this minute, so that there is something to see. */
const warmUntilMinute = 9 * 60 + 40;
export const warmRate = 60;
export const usualRate = 4;

/** Everybody has gone: the office is closed, every counter too, and nobody waits. */
export function isEveningOver(hall: Hall): boolean {
  return (
    !hall.board.office.openNow && hall.counters.every(({ state }) => state === 'closed') && hall.waiting.length === 0
  );
}

/** Instant at which the next working day is shown, or null when the office never opens again. */
export function nextMorning(hall: Hall, now: number): number | null {
  const opensAt = hall.board.office.opensAt;
  const shown = opensAt === null ? null : Date.parse(opensAt) - BEFORE_OPENING_MS;
  return shown !== null && shown > now ? shown : null;
}

/** In the early minutes of a day that was just begun. */
export function isWarming(now: number, zone: string): boolean {
  return localTime(now, zone).minuteOfDay < warmUntilMinute;
}
