import { describe, expect, it } from '@jest/globals';
import { linesOf, withLines } from './document-lines.ts';

const two = [{ ko: '신분증', en: 'ID card' }, { ko: '도장' }];

describe('documents, one a line', () => {
  it('are the lines of a language, and come back from them', () => {
    expect(linesOf(two, 'ko')).toBe('신분증\n도장');
    expect(linesOf(two, 'en')).toBe('ID card');
    expect(withLines(two, 'ko', linesOf(two, 'ko'))).toEqual(two);
  });

  it('keep other languages on their lines', () => {
    expect(withLines(two, 'en', 'Passport\nSeal')).toEqual([
      { ko: '신분증', en: 'Passport' },
      { ko: '도장', en: 'Seal' },
    ]);
    expect(withLines(two, 'ko', '신분증\n도장\n사진\n')).toEqual([...two, { ko: '사진' }]);
  });

  it('are gone when no language has them', () => {
    expect(withLines(two, 'ko', '신분증')).toEqual([{ ko: '신분증', en: 'ID card' }]);
    expect(withLines([{ ko: '도장' }], 'ko', '')).toEqual([]);
  });
});
