import { problemTexts, translator, type Texts } from '@sunbeon/ui';
import polyglotI18nProvider from 'ra-i18n-polyglot';
import englishMessages from 'ra-language-english';
import type { I18nProvider, TranslationMessages } from 'react-admin';
import { koreanMessages } from './korean-messages.ts';
import { resourceTexts } from './resource-texts.ts';

export const consoleLanguages = ['ko', 'en'] as const;
export type ConsoleLanguage = (typeof consoleLanguages)[number];

/** Beside a field whose content the server does not take. */
const fieldWords = { ko: '형식을 확인해 주십시오', en: 'Please check this' } as const;

/** Messages of react-admin and names of resources; the console's own texts are tables of `defineTexts`. */
export const messages: Readonly<Record<ConsoleLanguage, TranslationMessages>> = {
  ko: { ...koreanMessages, resources: resourceNames('ko'), problems: problemWords('ko') },
  en: { ...englishMessages, resources: resourceNames('en'), problems: problemWords('en') },
};

export const i18nProvider: I18nProvider = polyglotI18nProvider(
  (locale) => messages[locale === 'en' ? 'en' : 'ko'],
  'ko',
  [
    { locale: 'ko', name: '한국어' },
    { locale: 'en', name: 'English' },
  ],
  // Sentences that are said as they are (useNotify) are no keys.
  { allowMissing: true },
);

function resourceNames(language: ConsoleLanguage) {
  const t = translator(resourceTexts as Texts, language);
  return Object.fromEntries(Object.keys(resourceTexts).map((name) => [name, { name: t(name), empty: t(name) }]));
}

/** Refusals of the server by their codes, for faults that react-admin tells by itself (data/refusal.ts). */
function problemWords(language: ConsoleLanguage) {
  const words = Object.entries(problemTexts).map(([code, text]): [string, string] => [code, text[language]]);
  return { ...Object.fromEntries(words), field: fieldWords[language] };
}
