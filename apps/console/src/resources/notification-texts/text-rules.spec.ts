import { describe, expect, it } from '@jest/globals';
import { faultOf, lengthWords, type Field } from './text-rules.ts';

const placeholders = [{ name: 'number', example: { ko: '127', en: 'A127' } }];
const field: Field = { language: 'en', part: 'sms', most: 2_000, unit: 'bytes', oneLine: false, required: ['number'] };

describe('a text while it is written', () => {
  it.each([
    ['', undefined],
    ['  ', undefined],
    ['{number}', undefined],
    ['{nr} {number}', 'placeholder_unknown {nr}'],
    ['come', 'placeholder_missing {number}'],
  ])('%j has the fault %s', (text, expected) => {
    const fault = faultOf(placeholders, field, text);
    expect(fault && `${fault.code} ${fault.value}`).toBe(expected);
  });

  it('says whether it is a short message, with the examples of its language', () => {
    expect(lengthWords(placeholders, field, '{number}')).toEqual({ key: 'length_short', n: 4 });
    expect(lengthWords(placeholders, field, `{number}${'가'.repeat(44)}`)).toEqual({ key: 'length_long', n: 92 });
    expect(lengthWords(placeholders, { ...field, unit: 'characters' }, '가{number}').n).toBe(5);
  });
});
