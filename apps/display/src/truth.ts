import type { Link } from '@sunbeon/client';
import type { Board } from '@sunbeon/contract';
import { contactAtMs, type Received } from '@sunbeon/ui';

/** How true the figures on the screen are. A number that may be old is never shown as if it were live. */
export type Truth =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  /** "40초 전 기준" */
  | { readonly kind: 'aged'; readonly seconds: number }
  /** The last board stays readable, under a band with the office's time of it (epoch milliseconds). */
  | { readonly kind: 'fault'; readonly asOfMs: number };

/** Shorter gaps are the reconnects of a restart; a longer one is said. Seconds. */
export const agedAfterSeconds = 10;
export const faultAfterSeconds = 60;

/**
 * @param officeNowMs the office's present instant: the age of what ticket hardware counted is measured on that clock
 */
export function truthOf(board: Received<Board> | null, link: Link, officeNowMs: number): Truth {
  if (board === null) return { kind: 'connecting' };
  const silent = link.state === 'live' ? 0 : (link.ageSeconds ?? faultAfterSeconds);
  if (silent >= faultAfterSeconds) return { kind: 'fault', asOfMs: contactAtMs(board, link) };
  const { state, asOf } = board.value.source;
  if (state === 'down') return { kind: 'fault', asOfMs: Date.parse(asOf) };
  const counted = state === 'delayed' ? Math.max(0, Math.floor((officeNowMs - Date.parse(asOf)) / 1_000)) : 0;
  const seconds = Math.max(silent, counted);
  return seconds >= agedAfterSeconds ? { kind: 'aged', seconds } : { kind: 'live' };
}
