import { describe, expect, it } from '@jest/globals';
import { matches } from './matches.ts';

describe('matches', () => {
  it.each([
    ['여권 접수', '여권', true],
    ['여권 접수', '여권접', true],
    ['여권 접수', 'ㅇㄱㅈ', true],
    ['여권 접수', 'ㄱㅈㅅ', true],
    ['Passport', 'PASS', true],
    ['여권 접수', '', true],
    ['여권 접수', 'ㅈㄱ', false],
    ['가족관계등록', 'ㄱㅈㄱㄱㄷㄹ', true],
  ])('%s, typed %s: %s', (text, typed, found) => {
    expect(matches(text, typed)).toBe(found);
  });
});
