import { randomInt } from 'node:crypto';
import { sha256 } from '../platform/auth/tokens.ts';

/** Without 0 O, 1 I L, U V: a code is read from one screen, often aloud, and typed on another. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const length = 8;
/** A code is good for ten minutes of real time. */
export const pairingMs = 10 * 60_000;

/** A new code as shown: XXXX-XXXX, one of 29^8, about 5 x 10^11. */
export function newPairingCode(): string {
  const letters = Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** Hash of a code as somebody typed it: capital or small letters, with or without spaces and hyphens. */
export function pairingHash(code: string): string {
  return sha256(code.toUpperCase().replaceAll(/[\s-]/g, ''));
}
