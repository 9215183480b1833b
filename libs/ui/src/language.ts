import type { Language } from '@sunbeon/contract';
import { createContext, useContext, useMemo } from 'react';
import { translator, type Texts, type Translate } from './texts.ts';

/** The language of the screen: `<LanguageContext value="en">`. */
export const LanguageContext = createContext<Language>('ko');

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The texts of a table in the screen's language. */
export function useTexts<Table extends Texts>(table: Table): Translate<Table> {
  const language = useLanguage();
  return useMemo(() => translator(table, language), [table, language]);
}
