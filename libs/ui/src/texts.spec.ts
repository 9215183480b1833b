import { describe, expect, it } from '@jest/globals';
import { languages } from '@sunbeon/contract';
import { commonTexts } from './common-texts.ts';
import { translator } from './texts.ts';

const braces = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe.each(Object.entries(commonTexts))('%s', (_, entry) => {
  it.each(languages)('says the same in %s', (language) => {
    expect(entry[language].trim()).not.toBe('');
    expect(braces(entry[language])).toEqual(braces(entry.ko));
  });
});

it('fills braces, every one', () => {
  expect(translator(commonTexts, 'ko')('wait_range', { low: 20, high: 35 })).toBe('20–35분');
  expect(translator(commonTexts, 'ja')('people', { n: 0 })).toBe('0人');
});

it('does not compile with an unknown key or a missing value', () => {
  const t = translator(commonTexts, 'ko');
  // @ts-expect-error no such text
  expect(t('nothing_of_the_kind')).toBe('nothing_of_the_kind');
  // @ts-expect-error {n} is missing
  expect(t('people')).toBe('{n}명');
});
