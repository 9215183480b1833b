import type { Translate } from '@sunbeon/ui';
import type { doorTexts } from '../texts/door-texts.ts';

type Door = Translate<typeof doorTexts>;

/** As the contract's Password. */
export const passwordLength = 10;

/** A sentence when a new password is too short; the other rules are the server's. */
export function passwordWrong(password: string, t: Door): string | undefined {
  if (password === '') return t('password_missing');
  return password.length < passwordLength ? t('password_short', { n: password.length }) : undefined;
}

/** A sentence when this can be no e-mail address: missing, or without the three parts that each has. */
export function emailWrong(email: string, t: Door): string | undefined {
  if (email.trim() === '') return t('email_missing');
  return /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(email.trim()) ? undefined : t('email_wrong');
}

/** Digits of a code as people type it: spaces and dashes do not count. */
export function digitsOf(code: string): string {
  return code.replace(/[\s-]/g, '');
}

/** True for what may be a code of an app. */
export function isCode(code: string): boolean {
  return /^\d{6}$/.test(digitsOf(code));
}
