import { initialsOf, isInitial, koreanStrokes, splitFinal } from './hangul.ts';

/** Something that people look for: by its own names, or by other words for it. */
export interface Findable<T> {
  readonly thing: T;
  readonly names: readonly string[];
  readonly words: readonly string[];
}

export interface Found<T> {
  readonly thing: T;
  /** The other word that fitted; null = a name of its own did. */
  readonly by: string | null;
}

/** Lower case, no spaces, punctuation or Latin diacritics; Korean stays in whole syllables. */
export function plainLetters(text: string): string {
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
 * Where in a name what was typed fits, in letters of `plainLetters`; -1 = nowhere. Typed consonants meet initials (ㅇㄱ: 여권),
 * whole syllables themselves, the last one also what it may still become (역: 여권). Anywhere in the name, since people call
 * things by their last word, too.
 */
export function fitAt(name: string, typed: string): number {
  const wanted = [...plainLetters(typed)];
  const letters = [...plainLetters(name)];
  return wanted.length === 0 ? -1 : letters.findIndex((_, at) => fits(letters, at, wanted));
}

function fits(letters: readonly string[], at: number, wanted: readonly string[]): boolean {
  const [first, ...rest] = wanted;
  if (first === undefined) return true;
  const letter = letters[at];
  if (letter === undefined) return false;
  if (rest.length === 0 && begins(letters.slice(at, at + 2), first)) return true;
  if (meets(letter, first) && fits(letters, at + 1, rest)) return true;
  const split = splitFinal(first);
  return split !== null && rest.length > 0 && fits(letters, at, [...split, ...rest]);
}

function meets(letter: string, typed: string): boolean {
  if (isInitial(typed)) return initialsOf(letter) === initialsOf(typed);
  return letter === typed || koreanStrokes(letter).join('') === koreanStrokes(typed).join('');
}

/** May the last typed syllable still become the letters? A consonant alone is an initial, which `meets` looks at. */
function begins(letters: readonly string[], typed: string): boolean {
  return !isInitial(typed) && koreanStrokes(letters.join('')).join('').startsWith(koreanStrokes(typed).join(''));
}

/** A single letter stands in nearly every name: it must stand at the beginning. */
const leastInside = 2;

/**
 * What fits, best first: names that begin so, other words that begin so, names and words that have it inside; within these in
 * the order given.
 */
export function findByWords<T>(all: readonly Findable<T>[], typed: string): readonly Found<T>[] {
  const found = all.flatMap(({ thing, names, words }) => {
    const name = best(names, typed);
    const word = best(words, typed);
    if (name === null && word === null) return [];
    const isName = name !== null && (word === null || name.inside <= word.inside);
    const rank = isName ? name.inside * 2 : (word?.inside ?? 0) * 2 + 1;
    return [{ rank, found: { thing, by: name === null ? (word?.text ?? null) : null } }];
  });
  return found.toSorted((a, b) => a.rank - b.rank).map((one) => one.found);
}

/** The text that fits best: inside 0 = it begins so, 1 = it has it somewhere. */
function best(texts: readonly string[], typed: string): { text: string; inside: 0 | 1 } | null {
  const places = texts.map((text) => ({ text, at: fitAt(text, typed) })).filter(({ at }) => at >= 0);
  const first = places.find(({ at }) => at === 0);
  if (first) return { text: first.text, inside: 0 };
  const any = [...plainLetters(typed)].length >= leastInside ? places[0] : undefined;
  return any ? { text: any.text, inside: 1 } : null;
}
