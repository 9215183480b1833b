import type { DeviceService, Language } from '@sunbeon/contract';

/** The 14 plain initial consonants (초성) of a keypad; their doubles are found under them. */
export const initials = ['ㄱ', 'ㄴ', 'ㄷ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅅ', 'ㅇ', 'ㅈ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ'] as const;
/** Keys for languages written in Latin letters. */
export const latin = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'] as const;

/** The 19 initial consonants in the order in which Unicode composes syllables, doubles reduced to single. */
const composed = [...'ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ'];
const firstSyllable = 0xac00;
const syllablesPerInitial = 588;
const isInitial = /[ㄱ-ㅎ]/;

/** "여권 접수" -> "ㅇㄱㅈㅅ"; other characters stay, spaces and punctuation go. */
export function initialsOf(text: string): string {
  return [...normal(text)].map((char) => composed[initialIndex(char)] ?? char).join('');
}

function initialIndex(char: string): number {
  return /[가-힣]/.test(char) ? Math.floor(((char.codePointAt(0) ?? 0) - firstSyllable) / syllablesPerInitial) : -1;
}

/** Lower case, no spaces, punctuation or Latin diacritics; Korean stays in whole syllables. */
function normal(text: string): string {
  const bare = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/gi, 'd');
  return bare
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Does a name fit what was typed? Typed consonants meet initials, whole syllables and letters meet themselves; a mixture
 * ("여ㄱ") is compared character by character. Anywhere in the name, since people call things by their last word, too.
 */
export function matches(name: string, typed: string): boolean {
  const wanted = [...normal(typed)];
  const letters = [...normal(name)];
  const start = letters.findIndex((_, at) => wanted.every((char, i) => fits(letters[at + i], char)));
  return wanted.length > 0 && start >= 0;
}

function fits(letter: string | undefined, typed: string): boolean {
  if (letter === undefined) return false;
  if (!isInitial.test(typed)) return letter === typed;
  const single = composed[doubles.get(typed) ?? -1] ?? typed;
  return composed[initialIndex(letter)] === single || letter === typed;
}
const doubles = new Map([...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'].map((char, index) => [char, index]));

/** Services whose name, short name or add-on fits, those that begin so first. */
export function findServices(
  services: readonly DeviceService[],
  typed: string,
  language: Language,
): readonly DeviceService[] {
  const names = ({ name, shortName, addOns }: DeviceService) =>
    [name, shortName, ...addOns.map((addOn) => addOn.name)].flatMap((text) =>
      text === null ? [] : [text[language] ?? text.ko, text.ko],
    );
  const begins = (service: DeviceService) =>
    names(service).some((name) => matches([...normal(name)].slice(0, [...normal(typed)].length).join(''), typed));
  return services
    .filter((service) => service.atKiosk && names(service).some((name) => matches(name, typed)))
    .toSorted((a, b) => Number(begins(b)) - Number(begins(a)));
}
