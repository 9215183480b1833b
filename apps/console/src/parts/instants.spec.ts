import { describe, expect, it } from '@jest/globals';
import { ageWords, byteWords, leftWords } from './instants.ts';

describe('words for times and sizes', () => {
  it.each([
    [-5_000, '방금', 'just now'],
    [9_999, '방금', 'just now'],
    [12_000, '12초 전', '12 seconds ago'],
    [59_999, '59초 전', '59 seconds ago'],
    [60_000, '1분 전', '1 minute ago'],
    [3 * 3_600_000, '3시간 전', '3 hours ago'],
    [49 * 3_600_000, '2일 전', '2 days ago'],
    [800 * 86_400_000, '2년 전', '2 years ago'],
  ])('%i ms ago', (ms, ko, en) => {
    expect([ageWords(ms, 'ko'), ageWords(ms, 'en')]).toEqual([ko, en]);
  });

  it.each([
    [600_000, '10:00'],
    [599_001, '10:00'],
    [59_000, '0:59'],
    [0, '0:00'],
    [-1, '0:00'],
  ])('%i ms left', (ms, words) => expect(leftWords(ms)).toBe(words));

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1.0 kB'],
    [1_234_567, '1.2 MB'],
    [234_000_000_000, '234 GB'],
  ])('%i bytes', (bytes, words) => expect(byteWords(bytes)).toBe(words));
});
