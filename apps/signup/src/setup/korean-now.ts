import type { Weekday } from './hours.ts';

/** Korea is nine hours ahead of UTC all year round, whatever zone this browser is set to. */
const aheadMs = 9 * 3_600_000;

/** Local date, weekday (1 = Monday) and time of day in Korea, where the set-up's offices are. */
export function koreanNow(epochMs: number): { on: string; weekday: Weekday; at: string } {
  const local = new Date(epochMs + aheadMs);
  const iso = local.toISOString();
  return { on: iso.slice(0, 10), weekday: String(local.getUTCDay() || 7) as Weekday, at: iso.slice(11, 16) };
}
