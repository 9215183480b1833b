import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { announcement, callSentence } from './announcement.ts';
import { createAnnouncer } from './announcer.ts';
import { readNumber } from './read-number.ts';
import type { Chime, Speaker } from './speaker.ts';
import type { CallMessage, Language } from '@sunbeon/contract';

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

describe('the announcer', () => {
  const settings = { enabled: true, volume: 1, languages: ['ko', 'en'] as Language[] };
  function hall(allowed = true, spoken: Language[] = ['ko', 'en']) {
    const log: string[] = [];
    let now = 0;
    let most = 0;
    let change = () => undefined as void;
    const busy = async (what: string) => {
      most = Math.max(most, (now += 1));
      log.push(what);
      await new Promise((resolve) => setTimeout(resolve, 2));
      now -= 1;
    };
    const chime: Chime = {
      allowed: () => allowed,
      unlock: () => Promise.resolve((allowed = true)),
      watch: (listener) => (change = listener),
      ring: () => busy('ding'),
    };
    const speaker: Speaker = {
      speaks: (language) => spoken.includes(language),
      say: (sentence, language) => busy(`${language} ${sentence.match(/\d+|[가-힣]+ 삼십팔/)?.[0]}`),
    };
    const announcer = createAnnouncer(speaker, chime, settings);
    return {
      announcer,
      log,
      most: () => most,
      allow: () => {
        allowed = true;
        change();
      },
      chime,
    };
  }
  const settled = async (log: string[], length: number) => {
    for (let i = 0; i < 300 && log.length < length; i += 1) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 20));
  };

  it('sounds one call after another, each as often as it says', async () => {
    const { announcer, log, most } = hall();
    announcer.add(call(1, 2));
    announcer.add(call(2));
    await settled(log, 9);
    expect(log).toEqual(Array(3).fill(['ding', 'ko 에이 삼십팔', 'en 38']).flat());
    expect(most()).toBe(1);
    expect(announcer.state()).toEqual({ blocked: false, playing: null, missed: [] });
  });

  it('passes over a language that has no voice here', async () => {
    const { announcer, log } = hall(true, ['en']);
    announcer.add(call(1));
    await settled(log, 2);
    expect(log).toEqual(['ding', 'en 38']);
  });

  it('keeps what the browser did not let sound, until a touch', async () => {
    const { announcer, log } = hall(false);
    expect(announcer.state().blocked).toBe(true);
    announcer.add(call(1));
    announcer.add(call(2));
    await settled(log, 0);
    expect(announcer.state().missed.map((one) => one.seq)).toEqual([1, 2]);
    expect(log).toEqual([]);
    await announcer.unlock();
    expect(announcer.state()).toEqual({ blocked: false, playing: null, missed: [] });
    announcer.add(call(3));
    await settled(log, 3);
    expect(log).toHaveLength(3);
  });

  it('goes on after a fault of the sound', async () => {
    const { announcer, log, chime } = hall();
    const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const ring = chime.ring;
    chime.ring = () => Promise.reject(new Error('no device'));
    announcer.add(call(1));
    await settled(log, 0);
    chime.ring = ring;
    expect(told).toHaveBeenCalledTimes(1);
    told.mockRestore();
    announcer.add(call(2));
    await settled(log, 3);
    expect(log).toHaveLength(3);
  });

  it('is silent and misses nothing while switched off', async () => {
    const { announcer, log } = hall(false);
    announcer.configure({ ...settings, enabled: false });
    announcer.add(call(1));
    await settled(log, 0);
    expect(announcer.state()).toEqual({ blocked: false, playing: null, missed: [] });
  });
});
