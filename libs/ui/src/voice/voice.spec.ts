import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { announcement, callSentence, spokenLanguages } from './announcement.ts';
import { readNumber } from './read-number.ts';
import type { CallMessage } from '@sunbeon/contract';

/** Reads a Sino-Korean number back, by summing: a second way, knowing nothing of the first. */
function parse(reading: string): number {
  const digit = (c: string) => '영일이삼사오육칠팔구'.indexOf(c);
  let total = 0;
  let group = 0;
  let pending = 0;
  for (const c of reading) {
    const unit = { 십: 10, 백: 100, 천: 1000 }[c];
    if (c === '만' || c === '억') {
      total += Math.max(1, group + pending) * (c === '만' ? 1e4 : 1e8);
      group = pending = 0;
    } else if (unit) {
      group += Math.max(1, pending) * unit;
      pending = 0;
    } else pending = digit(c);
  }
  return total + group + pending;
}

describe('readNumber', () => {
  it.each([
    ['117', '백십칠'],
    ['16', '십육'],
    ['101', '백일'],
    ['1000', '천'],
    ['2040', '이천사십'],
    ['10000', '만'],
    ['11111', '만천백십일'],
    ['A38', '에이 삼십팔'],
    ['B101', '비 백일'],
    ['12A', '십이 에이'],
    ['007', '공공칠'],
    ['0', '영'],
    ['a-5', '에이 오'],
    ['', ''],
  ])('%s is %s', (label, reading) => expect(readNumber(label)).toBe(reading));

  it('can be read back for every whole number', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999 }), (n) => parse(readNumber(String(n))) === n));
    for (let n = 0; n <= 9_999; n += 1) expect(parse(readNumber(String(n)))).toBe(n);
  });

  it('is another one for every other label', () => {
    const readings = Array.from({ length: 100_000 }, (_, n) => readNumber(String(n)));
    expect(new Set(readings).size).toBe(100_000);
  });

  it('never says 일 before 십, 백, 천, nor a sound for an empty place', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9_999 }), (n) => !/일[십백천]|영|공/.test(readNumber(String(n)))));
  });
});

const call = (seq: number, repeat = 1): CallMessage => ({
  seq,
  number: 'A38',
  counter: '10',
  service: { id: 's', name: { ko: '여권' } },
  wording: { ko: 'A38번 고객님, 10번 창구로 오십시오.' },
  repeat,
  recall: false,
  at: '2026-11-23T10:00:00+09:00',
});

it('says labels as they are read, and our own wording where the office has none', () => {
  expect(announcement(call(1), 'ko')).toBe('에이 삼십팔번 고객님, 십번 창구로 오십시오.');
  expect(callSentence(call(1), 'ko')).toBe('A38번 고객님, 10번 창구로 오십시오.');
  expect(announcement(call(1), 'en')).toBe('Number A 38, please come to counter 10.');
  expect(announcement({ ...call(1), wording: { ko: '여권 2층 117번' } }, 'ko')).toBe('여권 이층 백십칠번');
});

it.each([
  [undefined, ['ko', 'en'], ['ko']],
  ['ko', ['ko', 'en'], ['ko']],
  ['en', ['ko', 'en'], ['ko', 'en']],
  ['zh', ['ko', 'en'], ['ko', 'en']],
  ['zh', ['ko', 'en', 'zh'], ['ko', 'zh']],
  ['vi', ['ko'], ['ko']],
] as const)('a ticket in %s on a screen of %j is said in %j', (language, offered, said) => {
  expect(spokenLanguages(language ? { language } : {}, offered)).toEqual(said);
});
