import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findByWords, fitAt, type Findable } from './find-by-words.ts';
import { initialsOf, koreanStrokes, typeKorean } from './hangul.ts';

describe('what was typed fits a name', () => {
  it.each([
    ['여권 접수', 'ㅇㄱ', 0],
    ['여권 접수', 'ㅈㅅ', 2],
    ['여권 접수', '여ㄱ', 0],
    ['여권 접수', '여권접', 0],
    ['여권 접수', '역', 0],
    ['여권 접수', '역ㅈ', 0],
    ['여권 접수', '여궈', 0],
    ['여권 접수', 'ㄱㅇ', -1],
    ['여권 접수', 'ㅇㄱㅈㅅㅅ', -1],
    ['여권 접수', '연', -1],
    ['인감 신고', '인가', 0],
    ['등·초본 등 제증명', 'ㄷㅊㅂ', 0],
    ['쓰레기 배출', 'ㅅㄹㄱ', 0],
    ['쓰레기 배출', '스레기', 0],
    ['쓰레기 배출', 'ㅆㄹㄱ', 0],
    ['Passport application', 'passport a', 0],
    ['Hộ chiếu', 'HO CHIEU', 0],
    ['Đăng ký', 'DANG', 0],
    ['护照申请', '护', 0],
    ['여권', '', -1],
    ['여권', ' ·', -1],
  ])('%s by %s: %i', (name, typed, at) => expect(fitAt(name, typed)).toBe(at));

  const name = fc
    .array(fc.integer({ min: 0xac00, max: 0xd7a3 }), { minLength: 1, maxLength: 8 })
    .map((codes) => String.fromCodePoint(...codes));
  it('by its own initials, and after every stroke of typing it', () => {
    fc.assert(
      fc.property(name, (one) => {
        let typed = '';
        const strokes = koreanStrokes(one);
        return (
          fitAt(one, initialsOf(one)) === 0 && strokes.every((key) => fitAt(one, (typed = typeKorean(typed, key))) >= 0)
        );
      }),
    );
  });
});

describe('finding by words', () => {
  const of = (thing: string, ...words: string[]): Findable<string> => ({ thing, names: [thing], words });
  const all = [
    of('등·초본 등 제증명', '인감증명서', '등본'),
    of('어디서나 여권'),
    of('여권 접수', '국제운전면허증'),
    of('인감 신고·발급', '본인서명'),
  ];
  it('gives what begins so first, then other words for it, then what has it inside', () => {
    expect(findByWords(all, '인감')).toEqual([
      { thing: '인감 신고·발급', by: null },
      { thing: '등·초본 등 제증명', by: '인감증명서' },
    ]);
    expect(findByWords(all, 'ㅇㄱ').map(({ thing }) => thing)).toEqual([
      '여권 접수',
      '인감 신고·발급',
      '등·초본 등 제증명',
      '어디서나 여권',
    ]);
    expect(findByWords(all, '면허')).toEqual([{ thing: '여권 접수', by: '국제운전면허증' }]);
  });
  it('names no other word where the name says it, too', () => {
    const vi = [of('Nhận hộ chiếu', 'Hộ chiếu'), of('Giấy phép lái xe', 'Hộ chiếu')];
    expect(findByWords(vi, 'ho chieu').map(({ by }) => by)).toEqual([null, 'Hộ chiếu']);
  });
  it('asks of a single letter that something begins with it, and finds nothing by nothing', () => {
    expect(findByWords(all, 'ㅈ')).toEqual([]);
    expect(findByWords(all, 'ㄷ').map(({ thing }) => thing)).toEqual(['등·초본 등 제증명']);
    expect(findByWords(all, ' ')).toEqual([]);
  });
  it('finds each thing once, and each by its own name', () => {
    const texts = fc.uniqueArray(fc.stringMatching(/^[가-힣a-z]{1,6}$/), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(texts, (names) => {
        const things = names.map((one) => of(one, ...names));
        return names.every((one) => {
          const found = findByWords(things, one);
          return (
            new Set(found.map(({ thing }) => thing)).size === found.length && found.some(({ thing }) => thing === one)
          );
        });
      }),
    );
  });
});
