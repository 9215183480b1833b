import type { ProblemCode } from '@sunbeon/contract';
import { commonPasswords, commonWords, keyboardRows } from './common-passwords.ts';

/** Whose password it is to be. */
export interface PasswordOwner {
  readonly email: string;
  readonly name: string;
  /** Name and slug of the institution. */
  readonly tenant: readonly string[];
}

export type PasswordFault = Extract<ProblemCode, 'password_common' | 'password_personal'>;

/** Letters that must be left when all that is well known is taken out. */
const LETTERS = 4;
const DISTINCT = 5;
/** Neighbours on a keyboard count as well known from so many on. */
const RUN = 4;

/**
 * Why a password is not taken, or undefined. Length is the schema's matter (10 characters at least); here it is about what
 * is tried first: well-known passwords with figures or signs around them, and what the person is called.
 */
export function passwordFault(password: string, owner: PasswordOwner): PasswordFault | undefined {
  if (isCommon(password)) return 'password_common';
  return isPersonal(password, owner) ? 'password_personal' : undefined;
}

function isCommon(password: string): boolean {
  const text = password.normalize('NFKC').toLowerCase();
  if (commonPasswords.has(text) || letters(text) === 0) return true;
  if (new Set(text).size < DISTINCT) return true;
  const left = withoutRuns(without(text, commonWords));
  return left !== text && letters(left) < LETTERS;
}

function isPersonal(password: string, { email, name, tenant }: PasswordOwner): boolean {
  const text = password.normalize('NFKC').toLowerCase();
  const names = [email, ...email.split('@'), name, ...tenant].map((word) => word.normalize('NFKC').toLowerCase());
  const parts = names.flatMap((word) => [word, word.replaceAll(/\s/g, '')]).filter((word) => [...word].length >= 2);
  const left = without(text, parts);
  return left !== text && letters(left) < LETTERS;
}

/** Takes out words, the longest first. */
function without(text: string, words: readonly string[]): string {
  const longestFirst = [...words].sort((one, other) => other.length - one.length);
  return longestFirst.reduce((rest, word) => rest.replaceAll(word, ' '), text);
}

/** Takes out stretches of at least four neighbours on a keyboard or in the alphabet, forwards and backwards. */
function withoutRuns(text: string): string {
  let left = '';
  for (let at = 0; at < text.length;) {
    const length = runAt(text, at);
    left += length >= RUN ? ' ' : text.charAt(at);
    at += length >= RUN ? length : 1;
  }
  return left;
}

function runAt(text: string, at: number): number {
  let length = 1;
  while (at + length < text.length && keyboardRows.some((row) => row.includes(text.slice(at, at + length + 1))))
    length += 1;
  return length;
}

function letters(text: string): number {
  return [...text].filter((one) => /\p{L}/u.test(one)).length;
}
