import { guarded } from '@sunbeon/ui';
import type { Place } from './address.ts';

const storage = guarded(globalThis.localStorage);
const keyOf = (staffId: string) => `sunbeon.counter.last.${staffId}`;

/** Where this person worked last in this browser. Several people share a PC, so each has an own note. */
export function lastPlace(staffId: string): Place {
  const [office, counter] = (storage.getItem(keyOf(staffId)) ?? '').split('\n');
  return { office: office || null, counter: counter || null };
}

export function rememberPlace(staffId: string, { office, counter }: Place): void {
  storage.setItem(keyOf(staffId), `${office ?? ''}\n${counter ?? ''}`);
}

/** The language chosen by hand; null = not chosen. */
export function lastLanguage(): 'ko' | 'en' | null {
  const language = storage.getItem('sunbeon.counter.language');
  return language === 'ko' || language === 'en' ? language : null;
}

export function rememberLanguage(language: 'ko' | 'en'): void {
  storage.setItem('sunbeon.counter.language', language);
}
