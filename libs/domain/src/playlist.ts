import { localTime, minutesOf } from './business-day.ts';

/** When a playlist plays, on the office's own clock. */
export interface PlaylistTime {
  /** 0 = Sunday … 6 = Saturday */
  readonly days: readonly number[];
  /** 'HH:MM' to 'HH:MM' (exclusive; '24:00' = midnight) */
  readonly from: string;
  readonly to: string;
  /** 'YYYY-MM-DD', both included; null = no bound. */
  readonly fromOn: string | null;
  readonly untilOn: string | null;
}

/**
 * The playlist that plays at an instant (epoch milliseconds): the first whose day and time it is; undefined = none.
 * @param playlists in the order of their position
 */
export function playlistAt<P extends PlaylistTime>(playlists: readonly P[], now: number, zone: string): P | undefined {
  const { date, minuteOfDay, weekday } = localTime(now, zone);
  return playlists.find(
    ({ days, from, to, fromOn, untilOn }) =>
      days.includes(weekday) &&
      minuteOfDay >= minutesOf(from) &&
      minuteOfDay < minutesOf(to) &&
      (fromOn === null || fromOn <= date) &&
      (untilOn === null || date <= untilOn),
  );
}
