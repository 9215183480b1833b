/**
 * Korean as it sounds, for a synthesiser that knows the letters but not all rules of joining: 십육 -> 심뉵. The rules of
 * Standard Pronunciation (표준발음법) that occur in numbers, counters and the sentence of a call: 13 (liaison), 18
 * (nasals), 23 and 26 (tense consonants), 29 (ㄴ added before 육).
 */
interface Syllable {
  initial: number;
  vowel: number;
  final: number;
}

const firstCode = 0xac00;
const lastCode = 0xd7a3;
/** Places in the Unicode tables of initials and finals. */
const initials = { g: 0, gg: 1, n: 2, d: 3, dd: 4, m: 6, b: 7, bb: 8, s: 9, ss: 10, none: 11, j: 12, jj: 13 } as const;
const finals = { none: 0, g: 1, n: 4, l: 8, m: 16, b: 17, ng: 21 } as const;

/** Final that moves to the next syllable's silent initial: as which initial. */
const carried: Readonly<Record<number, number>> = {
  [finals.g]: initials.g,
  [finals.n]: initials.n,
  [finals.l]: 5,
  [finals.m]: initials.m,
  [finals.b]: initials.b,
};
const tense: Readonly<Record<number, number>> = {
  [initials.g]: initials.gg,
  [initials.d]: initials.dd,
  [initials.b]: initials.bb,
  [initials.s]: initials.ss,
  [initials.j]: initials.jj,
};
const nasal: Readonly<Record<number, number>> = { [finals.g]: finals.ng, [finals.b]: finals.m };

/** @param text Hangul; anything else (a space, a comma) is kept and ends the joining of sounds */
export function pronounce(text: string): string {
  const parts = [...text].map((character) => split(character) ?? character);
  for (let index = 0; index + 1 < parts.length; index += 1) {
    const [here, next] = [parts[index], parts[index + 1]];
    if (typeof here === 'object' && typeof next === 'object') join(here, next);
  }
  return parts.map((part) => (typeof part === 'string' ? part : compose(part))).join('');
}

/** Changes both syllables as one sounds before the other. */
function join(here: Syllable, next: Syllable): void {
  if (isYuk(next) && here.final !== finals.none) next.initial = initials.n;
  const obstruent = here.final === finals.g || here.final === finals.b;
  if (next.initial === initials.none) {
    const moved = carried[here.final];
    if (moved === undefined) return;
    next.initial = moved;
    here.final = finals.none;
  } else if (obstruent && (next.initial === initials.n || next.initial === initials.m)) {
    here.final = nasal[here.final] ?? here.final;
  } else if (obstruent || (here.final === finals.l && isSip(next))) {
    next.initial = tense[next.initial] ?? next.initial;
  }
}

/** 육 with its silent initial. */
function isYuk({ initial, vowel, final }: Syllable): boolean {
  return initial === initials.none && vowel === 17 && final === finals.g;
}

/** 십: tense after ㄹ in Sino-Korean words (칠십 [칠씹]). */
function isSip({ initial, vowel, final }: Syllable): boolean {
  return initial === initials.s && vowel === 20 && final === finals.b;
}

function split(character: string): Syllable | null {
  const code = character.charCodeAt(0);
  if (code < firstCode || code > lastCode) return null;
  const place = code - firstCode;
  return { initial: Math.floor(place / 588), vowel: Math.floor((place % 588) / 28), final: place % 28 };
}

function compose({ initial, vowel, final }: Syllable): string {
  return String.fromCharCode(firstCode + initial * 588 + vowel * 28 + final);
}
