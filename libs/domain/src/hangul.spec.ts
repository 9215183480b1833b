import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  eraseKorean,
  initialsOf,
  koreanConsonants,
  koreanStrokes,
  koreanVowels,
  splitFinal,
  typeKorean,
} from './hangul.ts';

const typed = (strokes: Iterable<string>) => [...strokes].reduce(typeKorean, '');
const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCodePoint(code));
const text = fc.array(syllable, { maxLength: 8 }).map((parts) => parts.join(''));
const hasDouble = (one: string) =>
  [...one].some((char) => {
    const at = (char.codePointAt(0) ?? 0) - 0xac00;
    return [1, 4, 8, 10, 13].includes(Math.floor(at / 588)) || [2, 20].includes(at % 28);
  });
/** Without 된소리, for which the keypad has no keys. */
const plain = text.filter((one) => !hasDouble(one));

describe('typing Korean by a keypad', () => {
  it.each([
    ['ㅇㄱ', 'ㅇㄱ'],
    ['ㅇㅣㄴㄱㅏㅁ', '인감'],
    ['ㅇㅕㄱㅜㅓㄴ', '여권'],
    ['ㄱㅏㄱㅅㅏ', '각사'],
    ['ㄴㅓㄱㅅㄴㅏ', '넋나'],
    ['ㅇㅗㅏㄹㄱ', '왉'],
    ['ㅎㅗㅣㅅㅏ', '회사'],
    ['ㅏㅏ', 'ㅏㅏ'],
    ['A1', 'A1'],
  ])('%s makes %s', (strokes, made) => expect(typed(strokes)).toBe(made));

  it('makes again what was taken apart', () => {
    fc.assert(fc.property(plain, (one) => typed(koreanStrokes(one)) === one));
  });
  it('loses no stroke, whatever is typed', () => {
    const keys = fc.array(fc.constantFrom(...koreanConsonants, ...koreanVowels), { maxLength: 30 });
    fc.assert(fc.property(keys, (all) => koreanStrokes(typed(all)).join('') === koreanStrokes(all.join('')).join('')));
  });
  it('takes back the last stroke', () => {
    expect(['인감', '인가', '인ㄱ', '인', '여권A'].map(eraseKorean)).toEqual(['인가', '인ㄱ', '인', '이', '여권']);
    fc.assert(
      fc.property(text, (one) => {
        let left = one;
        for (let strokes = 0; left !== '' && strokes < 60; strokes += 1) left = eraseKorean(left);
        return left === '';
      }),
    );
  });
});

it('takes syllables apart', () => {
  expect(koreanStrokes('꽃A').join('')).toBe('ㄱㅗㅊA');
  expect(initialsOf('까치 여권')).toBe('ㄱㅊ ㅇㄱ');
  expect([splitFinal('역'), splitFinal('닭'), splitFinal('여')]).toEqual([['여', 'ㄱ'], ['달', 'ㄱ'], null]);
});
