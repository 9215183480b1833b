import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dealPages, splitAnnouncement } from './pages.ts';

describe('dealPages', () => {
  it.each([
    [20, 8, [7, 7, 6]],
    [8, 8, [8]],
    [9, 8, [5, 4]],
    [0, 8, []],
  ])('%d at most %d a page', (items, perPage, sizes) => {
    const pages = dealPages(
      Array.from({ length: items }, (_, index) => index),
      perPage,
    );
    expect(pages.map((page) => page.length)).toEqual(sizes);
    expect(pages.flat()).toEqual(Array.from({ length: items }, (_, index) => index));
  });
});

describe('splitAnnouncement', () => {
  it('breaks after a sentence, else between words', () => {
    const text = '매주 월요일 18시부터 20시까지 야간 민원실을 운영합니다. 여권 접수와 교부도 하실 수 있습니다.';
    expect(splitAnnouncement(text, 40)).toEqual([
      '매주 월요일 18시부터 20시까지 야간 민원실을 운영합니다.',
      '여권 접수와 교부도 하실 수 있습니다.',
    ]);
    expect(splitAnnouncement('짧은 공지', 40)).toEqual(['짧은 공지']);
    expect(splitAnnouncement('  ', 40)).toEqual([]);
  });
  it('keeps every letter and every part within the limit', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 5, max: 60 }), (text, longest) => {
        const parts = splitAnnouncement(text, longest);
        expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        parts.forEach((part) => expect([...part].length).toBeLessThanOrEqual(longest));
      }),
    );
  });
});
