import { guarded } from '@sunbeon/ui';

type StaffLanguage = 'ko' | 'en';

const key = 'sunbeon.language';
const storage = () => guarded(localStorage);

/** The language chosen before, else Korean; `?lang=en` of a letter's link decides for this visit. */
export function firstLanguage(): StaffLanguage {
  const asked = new URLSearchParams(location.search).get('lang') ?? storage().getItem(key);
  return asked === 'en' ? 'en' : 'ko';
}

export function rememberLanguage(language: StaffLanguage): void {
  storage().setItem(key, language);
}
