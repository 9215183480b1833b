import { describe, expect, it } from '@jest/globals';
import { consentWish } from './privacy-wish.ts';

const none = { en: undefined, zh: null, ja: '', vi: undefined };

describe('the consent text that is sent', () => {
  it.each([
    [{ ko: '전화번호를 받습니다.', ...none }, null, { ko: '전화번호를 받습니다.' }],
    [{ ko: ' 전화번호를 받습니다. ', ...none }, { ko: '전화번호를 받습니다.' }, undefined],
    [{ ko: '가', ...none, en: 'We take it.' }, { en: 'We take it.', ko: '가' }, undefined],
    [{ ko: '가', ...none }, { ko: '가', en: 'We take it.' }, { ko: '가' }],
    [{ ko: '나', ...none }, { ko: '가' }, { ko: '나' }],
  ])('%j over %j', (typed, stored, wish) => expect(consentWish(typed, stored)).toEqual(wish));
});
