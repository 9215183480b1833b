import { randomInt } from 'node:crypto';
import { sha256 } from '../platform/auth/tokens.ts';

/** Without 0 O, 1 I L, U V: they are written down on paper. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const LENGTH = 16;
const COUNT = 10;

/** Ten new codes, XXXX-XXXX-XXXX-XXXX, 77 bits each: too many for guessing the hash. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => {
    const letters = Array.from({ length: LENGTH }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
    return letters.match(/.{4}/g)?.join('-') ?? '';
  });
}

/** A code as somebody typed it, without spaces and dashes. */
export const plainCode = (typed: string): string => typed.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '');

/** @param plain of plainCode */
export const recoveryHash = (plain: string): string => sha256(`recovery:${plain}`);
