import { describe, expect, it } from '@jest/globals';
import { withSubject } from './korean.ts';

describe('withSubject', () => {
  it.each([
    ['여권 접수', '여권 접수가'],
    ['가족관계등록', '가족관계등록이'],
    ['어디서나민원 (위생)', '어디서나민원 (위생)이'],
    ['창구 3', '창구 3이'],
    ['창구 2', '창구 2가'],
    ['제증명 A', '제증명 A가'],
    ['여권 접수, 등·초본 외 2개 업무', '여권 접수, 등·초본 외 2개 업무가'],
    ['※', '※이(가)'],
  ])('%s -> %s', (noun, expected) => expect(withSubject(noun)).toBe(expected));
});
