import { describe, expect, it } from '@jest/globals';
import { pronounce } from './pronounce.ts';

describe('pronounce', () => {
  // Standard Pronunciation as the dictionary of the National Institute of Korean Language gives it.
  it.each([
    ['십육', '심뉵'],
    ['이십육', '이심뉵'],
    ['백육', '뱅뉵'],
    ['천육백', '천뉵빽'],
    ['백육십', '뱅뉵씹'],
    ['십일', '시빌'],
    ['백일', '배길'],
    ['백십칠', '백씹칠'],
    ['십이', '시비'],
    ['백오십', '배고십'],
    ['육십', '육씹'],
    ['육십육', '육씸뉵'],
    ['칠십', '칠씹'],
    ['팔십팔', '팔씹팔'],
    ['삼십', '삼십'],
    ['구백구십구', '구백꾸십꾸'],
    ['육번', '육뻔'],
    ['칠번', '칠번'],
    ['고객님', '고갱님'],
    ['오십시오', '오십씨오'],
    ['이백십사번', '이백씹싸번'],
  ])('%s sounds %s', (written, spoken) => {
    expect(pronounce(written)).toBe(spoken);
  });

  it('joins nothing over a space or comma', () => {
    expect(pronounce('백 일, 십 육')).toBe('백 일, 십 육');
  });
});
