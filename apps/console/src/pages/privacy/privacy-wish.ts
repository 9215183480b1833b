import type { ConsentText } from '@sunbeon/contract';

export interface PrivacyForm {
  notices: boolean;
  retentionYears: number;
  consent: Readonly<Record<keyof ConsentText, string | null | undefined>>;
}

/** The consent text to be sent; nothing when not a word of it has changed: every change makes a version. */
export function consentWish(typed: PrivacyForm['consent'], stored: ConsentText | null): ConsentText | undefined {
  const entries = Object.entries(typed).map(([language, text]): [string, string] => [language, text?.trim() ?? '']);
  const { ko = '', ...others } = Object.fromEntries(entries.filter(([, text]) => text !== '')) as Partial<ConsentText>;
  const wish = { ko, ...others };
  const isSame = stored !== null && sorted(wish) === sorted(stored);
  return isSame ? undefined : wish;
}

const sorted = (text: ConsentText) => JSON.stringify(Object.entries(text).sort());
