import type { SpokenCall } from './announcement.ts';

/**
 * Names of the clips that make "에이 백일번 고객님, 오번 창구로 오십시오." Numbers are whole clips from 0 to 999 and
 * are never put together from digits: 십육 is read [심뉵]. `tools/voice` makes a clip for each name that can come out here.
 */
export const clipNames = {
  letter: (letter: string) => `letter-${letter}`,
  /** Leading zero of a label ("007"): read by itself. */
  zero: 'zero',
  /** 1000, 2000 … 9000 before a number of 1-999. */
  thousand: (thousands: number) => `thousand-${thousands}`,
  /** "백일번" */
  ticket: (value: number) => `ticket-${value}`,
  guest: 'guest',
  /** "오번 창구로" */
  counter: (value: number) => `counter-${value}`,
  come: 'come',
} as const;

/** Highest value of a counter with a clip of its own. */
export const highestCounterClip = 99;

/** @returns names in the order they are said; null where the label holds what has no clip */
export function clipPlan(call: Pick<SpokenCall, 'number' | 'counter'>): string[] | null {
  const ticket = labelClips(call.number, clipNames.ticket);
  const counter = counterClips(call.counter);
  return ticket && counter && [...ticket, clipNames.guest, ...counter, clipNames.come];
}

function counterClips(label: string): string[] | null {
  const value = Number(label);
  if (/^[1-9]\d?$/.test(label) && value <= highestCounterClip) return [clipNames.counter(value)];
  const match = /^([A-Z]{0,2})([1-9]\d?)$/.exec(label.toUpperCase());
  if (!match) return null;
  return [...[...(match[1] ?? '')].map(clipNames.letter), clipNames.counter(Number(match[2]))];
}

/** Up to two letters, then 0-9999, leading zeros one by one. */
function labelClips(label: string, last: (value: number) => string): string[] | null {
  const match = /^([A-Z]{0,2})-?(0*)(\d{1,4})$/.exec(label.toUpperCase());
  if (!match) return null;
  const [, letters = '', zeros = '', digits = ''] = match;
  const value = Number(digits);
  const thousands = Math.floor(value / 1_000);
  return [
    ...[...letters].map(clipNames.letter),
    ...[...zeros].map(() => clipNames.zero),
    ...(thousands > 0 && value % 1_000 > 0 ? [clipNames.thousand(thousands), last(value % 1_000)] : [last(value)]),
  ];
}
