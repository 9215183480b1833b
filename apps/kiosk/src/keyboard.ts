import type { DeviceConfig, Language } from '@sunbeon/contract';
import { eraseKorean, koreanConsonants, koreanVowels, plainLetters, typeKorean } from '@sunbeon/domain';

/** The keys under the search, and what they do to what was typed. */
export interface Keyboard {
  readonly keys: readonly string[];
  press(typed: string, key: string): string;
  erase(typed: string): string;
}

const latinLetters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** More would not find room. */
const mostOfIndex = 42;
const mostTyped = 30;

const short = (text: string) => text.slice(0, mostTyped);
const eraseLetter = (typed: string) => [...typed].slice(0, -1).join('');

/** Korean: consonants and vowels; consonants alone are initials (초성). */
const korean: Keyboard = {
  keys: [...koreanConsonants, ...koreanVowels],
  press: (typed, key) => short(typeKorean(typed, key)),
  erase: eraseKorean,
};
const latin: Keyboard = {
  keys: latinLetters,
  press: (typed, key) => short(typed + key),
  erase: eraseLetter,
};

/**
 * How a language is typed. Chinese and Japanese have too many characters for keys: theirs are those with which a name or word
 * begins, as in the index of a book, one at a time.
 */
export function keyboardOf(language: Language, config: Pick<DeviceConfig, 'services'>): Keyboard {
  if (language === 'ko') return korean;
  if (language !== 'zh' && language !== 'ja') return latin;
  return { keys: indexOf(config, language), press: (_typed, key) => key, erase: eraseLetter };
}

function indexOf({ services }: Pick<DeviceConfig, 'services'>, language: Language): string[] {
  const texts = services
    .filter(({ atKiosk }) => atKiosk)
    .flatMap(({ name, shortName, addOns, words }) => [
      ...[name, shortName, ...addOns.map((addOn) => addOn.name)].map((text) => text?.[language] ?? ''),
      ...(words?.[language] ?? []),
    ]);
  const first = new Set(texts.flatMap((text) => [...plainLetters(text)].slice(0, 1)));
  return [...first].toSorted(new Intl.Collator(language).compare).slice(0, mostOfIndex);
}
