/*
 * Korean syllables (한글) as a keypad without shift types them. A syllable of Unicode is
 * 0xAC00 + (initial x 21 + vowel) x 28 + final, with 19 initials, 21 vowels and 27 finals (The Unicode Standard, 3.12).
 */
const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
const initialsInOrder = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'];
const vowelsInOrder = [...'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'];
const finalsInOrder = ['', ...'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'];

/** What two strokes of the keypad make together. */
const pairs: Readonly<Record<string, string>> = {
  ...{ ㅗㅏ: 'ㅘ', ㅗㅐ: 'ㅙ', ㅗㅣ: 'ㅚ', ㅜㅓ: 'ㅝ', ㅜㅔ: 'ㅞ', ㅜㅣ: 'ㅟ', ㅡㅣ: 'ㅢ' },
  ...{ ㅏㅣ: 'ㅐ', ㅑㅣ: 'ㅒ', ㅓㅣ: 'ㅔ', ㅕㅣ: 'ㅖ', ㅘㅣ: 'ㅙ', ㅝㅣ: 'ㅞ' },
  ...{ ㄱㅅ: 'ㄳ', ㄴㅈ: 'ㄵ', ㄴㅎ: 'ㄶ', ㄹㄱ: 'ㄺ', ㄹㅁ: 'ㄻ', ㄹㅂ: 'ㄼ', ㄹㅅ: 'ㄽ', ㄹㅌ: 'ㄾ', ㄹㅍ: 'ㄿ' },
  ...{ ㄹㅎ: 'ㅀ', ㅂㅅ: 'ㅄ' },
};
const halves: ReadonlyMap<string, readonly [string, string]> = new Map(
  // The last pair that makes a vowel counts: ㅙ is ㅘ and ㅣ, so that it falls apart into strokes one by one.
  Object.entries(pairs).map(([two, one]) => [one, [...two] as unknown as [string, string]]),
);
/** Double consonants (된소리) need a shift: they are typed, and found, by the single ones. */
const single: Readonly<Record<string, string>> = { ㄲ: 'ㄱ', ㄸ: 'ㄷ', ㅃ: 'ㅂ', ㅆ: 'ㅅ', ㅉ: 'ㅈ' };

/** Consonants and vowels of a keypad that types Korean, in the order of the alphabet. */
export const koreanConsonants = [...'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ'] as readonly string[];
export const koreanVowels = [...'ㅏㅐㅑㅓㅔㅕㅗㅛㅜㅠㅡㅣ'] as readonly string[];

interface Syllable {
  readonly initial: string;
  readonly vowel: string;
  /** '' = none */
  readonly final: string;
}

function syllableOf(char: string): Syllable | null {
  const code = char.codePointAt(0) ?? 0;
  if (code < firstSyllable || code > lastSyllable) return null;
  const at = code - firstSyllable;
  return {
    initial: initialsInOrder[Math.floor(at / 588)] ?? '',
    vowel: vowelsInOrder[Math.floor(at / 28) % 21] ?? '',
    final: finalsInOrder[at % 28] ?? '',
  };
}

function charOf({ initial, vowel, final }: Syllable): string {
  const at = (initialsInOrder.indexOf(initial) * 21 + vowelsInOrder.indexOf(vowel)) * 28 + finalsInOrder.indexOf(final);
  return String.fromCodePoint(firstSyllable + at);
}

const isConsonant = (char: string): boolean => initialsInOrder.includes(char);
const isVowel = (char: string): boolean => vowelsInOrder.includes(char);
const simple = (jamo: string): string => single[jamo] ?? jamo;

/** Strokes of one consonant or vowel: ㅙ -> ㅗ ㅏ ㅣ, ㄺ -> ㄹ ㄱ, ㄲ -> ㄱ. */
function strokesOf(jamo: string): string[] {
  const two = halves.get(jamo);
  return two ? two.flatMap(strokesOf) : [simple(jamo)];
}

/**
 * Strokes of a text in the order in which they are typed: "인감" -> ㅇㅣㄴㄱㅏㅁ. Double consonants become single ones and
 * compound vowels fall apart, so that whatever way they were typed is the same; other characters stay.
 */
export function koreanStrokes(text: string): string[] {
  return [...text].flatMap((char) => {
    const syllable = syllableOf(char);
    const { initial, vowel, final } = syllable ?? { initial: char, vowel: '', final: '' };
    return [initial, vowel, final].filter((jamo) => jamo !== '').flatMap(strokesOf);
  });
}

/** "여권 A3" -> "ㅇㄱ A3": initial consonants (초성), double ones as single ones; other characters stay. */
export const initialsOf = (text: string): string =>
  [...text].map((char) => simple(syllableOf(char)?.initial ?? char)).join('');

/** A consonant that stands by itself, as whoever types initials leaves it. */
export const isInitial = (char: string): boolean => isConsonant(char);

/**
 * The text after one more key of the keypad: consonants and vowels become syllables as on any Korean keyboard. A consonant
 * that no vowel follows stays as it is: "ㅇㄱ".
 * @param key one consonant or vowel; anything else is added as it is
 */
export function typeKorean(text: string, key: string): string {
  const [before, last] = [text.slice(0, -1), text.slice(-1)];
  const syllable = syllableOf(last);
  if (isVowel(key)) return before + withVowel(last, syllable, key);
  if (!syllable || !isConsonant(key)) return text + key;
  const final = syllable.final === '' ? key : pairs[syllable.final + key];
  return final !== undefined && finalsInOrder.includes(final) ? before + charOf({ ...syllable, final }) : text + key;
}

function withVowel(last: string, syllable: Syllable | null, key: string): string {
  if (isConsonant(last)) return charOf({ initial: last, vowel: key, final: '' });
  const vowel = pairs[(syllable?.vowel ?? last) + key];
  if (!syllable) return isVowel(last) && vowel !== undefined ? vowel : last + key;
  if (syllable.final === '') return vowel === undefined ? last + key : charOf({ ...syllable, vowel });
  // The final consonant, or its second half, begins the next syllable: 역 and ㅜ are 여구.
  const [stays, goes] = halves.get(syllable.final) ?? ['', syllable.final];
  return charOf({ ...syllable, final: stays }) + charOf({ initial: goes, vowel: key, final: '' });
}

/** The text without its last stroke: 인감 -> 인가 -> 인ㄱ -> 인; other characters go whole. */
export function eraseKorean(text: string): string {
  const chars = [...text];
  const last = chars.pop() ?? '';
  return chars.join('') + lessOne(last);
}

function lessOne(char: string): string {
  const syllable = syllableOf(char);
  if (!syllable) return halves.get(char)?.[0] ?? '';
  const { initial, vowel, final } = syllable;
  if (final !== '') return charOf({ ...syllable, final: halves.get(final)?.[0] ?? '' });
  const half = halves.get(vowel)?.[0];
  return half === undefined ? initial : charOf({ ...syllable, vowel: half });
}

/** 역 -> 여 and ㄱ: what may have been meant as the beginning of the next syllable; null without a final consonant. */
export function splitFinal(char: string): readonly [string, string] | null {
  const syllable = syllableOf(char);
  if (!syllable || syllable.final === '') return null;
  const [stays, goes] = halves.get(syllable.final) ?? ['', syllable.final];
  return [charOf({ ...syllable, final: stays }), goes];
}
