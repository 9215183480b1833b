import { describe, expect, it } from '@jest/globals';
import { translator } from '@sunbeon/ui';
import { deviceTexts } from './device-texts.ts';
import { clockWords, configWords } from './device-words.ts';

const t = translator(deviceTexts, 'ko');

describe('words for a device', () => {
  it.each([
    [{ wanted: 3, acknowledged: null }, '적용 전(3판)'],
    [{ wanted: 3, acknowledged: 2 }, '적용 대기: 3판, 기기는 2판'],
    [{ wanted: 3, acknowledged: 3 }, '적용됨(3판)'],
  ])('configuration %j', (config, words) => expect(configWords(config, t)).toBe(words));

  it.each([
    [0, '0.0초'],
    [-40, '0.0초'],
    [1_250, '+1.3초'],
    [-90_000, '−90.0초'],
  ])('clock %i ms', (offset, words) => expect(clockWords(offset, t)).toBe(words));
});
