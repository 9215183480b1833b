import { describe, expect, it } from '@jest/globals';
import type { Board } from '@sunbeon/contract';
import { deviceStore, pairedAddress, readAddress } from './device/device-store.ts';
import { guarded } from './device/guarded.ts';
import { formatAge, formatDay, formatPeople, formatTime, formatWait, formatWaiting, formatWeekday } from './format.ts';
import { staleness } from './stale.ts';

const at = Date.parse('2026-11-23T10:14:03+09:00');
const wait = (lowMinutes: number, highMinutes: number) => ({
  wait: { lowMinutes, highMinutes, basis: 'model' as const },
  waitUnavailable: null,
});

it('says people, ranges, ages and times', () => {
  expect(formatPeople(14, 'ko')).toBe('14명');
  expect(formatPeople(1, 'en')).toBe('1 person');
  expect(formatWaiting(0, 'ko')).toBe('대기 없음');
  expect(formatWait(wait(20, 35), 'ko')).toBe('20–35분');
  expect(formatWait(wait(0, 5), 'ko')).toBe('5분 이내');
  expect(formatWait(wait(5, 5), 'ko')).toBe('약 5분');
  expect(formatWait(wait(0, 0), 'ko')).toBe('바로 가능');
  expect(formatWait({ wait: null, waitUnavailable: 'no_counter_open' }, 'ko')).toBe('열린 창구 없음');
  expect(formatAge(40, 'ko')).toBe('40초 전 기준');
  expect(formatAge(120, 'ko')).toBe('2분 전 기준');
  expect(formatTime(at, 'Asia/Seoul')).toBe('10:14');
  expect(formatTime(at, 'Europe/Warsaw')).toBe('02:14');
  expect(formatTime(Date.parse('2026-11-23T00:05:00+09:00'), 'Asia/Seoul')).toBe('00:05');
  expect(formatWeekday(at, 'Asia/Seoul', 'ko')).toBe('월');
  expect(formatDay(at, 'Asia/Seoul', 'ko')).toBe('11월 23일 (월)');
});

describe('the age of a board', () => {
  const board = (state: 'ok' | 'down' = 'ok', rate = 1) => ({
    receivedAtMs: 1_000,
    value: {
      office: { zone: 'Asia/Seoul' },
      clock: { now: '2026-11-23T10:14:00+09:00', rate },
      source: { kind: 'system', state, asOf: '2026-11-23T09:58:00+09:00' },
    } as unknown as Board,
  });
  const link = (state: 'live' | 'reconnecting' | 'offline', ageSeconds: number | null, lastContactMs: number | null) =>
    ({ state, ageSeconds, lastContactMs }) as const;

  it('is not mentioned while live', () => {
    expect(staleness(board(), link('live', 3, 61_000), 'ko')).toBeNull();
  });
  it('is said in seconds while reconnecting', () => {
    expect(staleness(board(), link('reconnecting', 12, 61_000), 'ko')?.text).toBe(
      '다시 연결하고 있습니다 (12초 전 기준)',
    );
  });
  it('is the office time of the last contact when the line is down', () => {
    expect(staleness(board(), link('offline', 400, 61_000), 'ko')?.text).toBe(
      '현재 대기현황을 받아오지 못하고 있습니다 (10:15 기준)',
    );
    expect(staleness(board('ok', 60), link('offline', 400, 61_000), 'ko')?.text).toContain('11:14');
  });
  it('is the source’s own when the hardware is silent', () => {
    expect(staleness(board('down'), link('live', 1, 61_000), 'ko')?.text).toContain('(09:58 기준)');
  });
  it('says that it connects while there is nothing to show', () => {
    expect(staleness(null, link('offline', null, null), 'ko')?.text).toBe('연결하고 있습니다');
    expect(staleness(null, link('offline', 40, 1), 'ko')?.kind).toBe('connecting');
  });
});

describe('a device in the browser', () => {
  const place = () => {
    const map = new Map<string, string>();
    return {
      getItem: (key: string) => map.get(key) ?? null,
      setItem: (key: string, value: string) => void map.set(key, value),
      removeItem: (key: string) => void map.delete(key),
    };
  };
  it('keeps several displays apart by their address, the last one being the default', () => {
    const shared = place();
    deviceStore('display', null, shared).save({ deviceId: 'a', token: 'ta' });
    deviceStore('display', null, shared).save({ deviceId: 'b', token: 'tb' });
    expect(deviceStore('display', 'a', shared).current()).toEqual({ deviceId: 'a', token: 'ta' });
    expect(deviceStore('display', null, shared).current()).toEqual({ deviceId: 'b', token: 'tb' });
    expect(deviceStore('kiosk', null, shared).current()).toBeNull();
    deviceStore('display', 'a', shared).forget();
    expect(deviceStore('display', 'a', shared).current()).toBeNull();
    expect(deviceStore('display', 'b', shared).current()?.token).toBe('tb');
  });
  it('remembers the last call per device and does not trust damaged storage', () => {
    const shared = place();
    const memory = deviceStore('display', null, shared).calls('a');
    expect(memory.read()).toBeUndefined();
    memory.write({ seq: 7, revision: 90 });
    expect(memory.read()).toEqual({ seq: 7, revision: 90 });
    shared.setItem('sunbeon.display.a.calls', 'x');
    expect(memory.read()).toBeUndefined();
  });
  it('goes on in memory when the browser refuses storage', () => {
    const refuse = () => {
      throw new Error('quota');
    };
    const kept = guarded({ getItem: refuse, setItem: refuse, removeItem: refuse });
    kept.setItem('k', 'v');
    expect(kept.getItem('k')).toBe('v');
    expect(kept.getItem('other')).toBeNull();
  });
  it('takes the code out of the address and leaves the rest', () => {
    expect(readAddress('?pair=ABCD&print=1')).toEqual({ pair: 'ABCD', device: null });
    expect(pairedAddress('http://h/kiosk/?pair=ABCD&print=1', 'd1')).toBe('http://h/kiosk/?print=1&device=d1');
  });
});
