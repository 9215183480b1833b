import type { Link } from '@sunbeon/client';
import { clockFrom } from '@sunbeon/client';
import type { Board, Language } from '@sunbeon/contract';
import { commonTexts } from './common-texts.ts';
import { formatAge, formatTime } from './format.ts';
import { translator } from './texts.ts';

/** A snapshot with the local epoch milliseconds of its arrival. */
export interface Received<T> {
  readonly value: T;
  readonly receivedAtMs: number;
}

/** What a screen must say about the age of what it shows; null = it is live. `down`: nothing newer can be had. */
export interface Staleness {
  readonly kind: 'connecting' | 'reconnecting' | 'down';
  readonly text: string;
}

/** The office's instant of the last contact: a board is as true as the connection that would have changed it. */
export function contactAtMs(board: Received<Pick<Board, 'clock'>>, link: Link): number {
  return clockFrom(board.value.clock, board.receivedAtMs)(link.lastContactMs ?? board.receivedAtMs);
}

/** Says honestly how old the board is: the line is down, or the office's own source is. */
export function staleness(board: Received<Board> | null, link: Link, language: Language): Staleness | null {
  const t = translator(commonTexts, language);
  const down = (atMs: number, zone: string): Staleness => ({
    kind: 'down',
    text: `${t('link_down')} (${t('age_time', { time: formatTime(atMs, zone) })})`,
  });
  if (board === null) {
    const lost = link.state === 'offline' && link.ageSeconds !== null;
    return { kind: 'connecting', text: t(lost ? 'link_down' : 'link_connecting') };
  }
  const { office, source } = board.value;
  if (link.state === 'offline') return down(contactAtMs(board, link), office.zone);
  if (link.state === 'reconnecting') {
    return { kind: 'reconnecting', text: `${t('link_reconnecting')} (${formatAge(link.ageSeconds ?? 0, language)})` };
  }
  return source.state === 'ok' ? null : down(Date.parse(source.asOf), office.zone);
}
