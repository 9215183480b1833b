import { describe, expect, it } from '@jest/globals';
import type { Link } from '@sunbeon/client';
import { specBoard } from './spec-support.ts';
import { truthOf } from './truth.ts';

const now = Date.parse('2026-11-23T10:14:00+09:00');
const board = { value: specBoard(), receivedAtMs: 1_000_000 };
const live: Link = { state: 'live', ageSeconds: 8, lastContactMs: 1_000_000 };
const lost = (ageSeconds: number): Link => ({
  state: ageSeconds < 30 ? 'reconnecting' : 'offline',
  ageSeconds,
  lastContactMs: 1_000_000,
});
const hardware = (state: 'ok' | 'delayed' | 'down', asOf: string) => ({
  ...board,
  value: specBoard({ source: { kind: 'hardware', state, asOf } }),
});

describe('truthOf', () => {
  it('is connecting before the first board', () => expect(truthOf(null, live, now)).toEqual({ kind: 'connecting' }));
  it('is live while connected', () => expect(truthOf(board, live, now)).toEqual({ kind: 'live' }));
  it.each([
    [0, { kind: 'live' }],
    [9, { kind: 'live' }],
    [10, { kind: 'aged', seconds: 10 }],
    [40, { kind: 'aged', seconds: 40 }],
    [59, { kind: 'aged', seconds: 59 }],
  ])('after %d s without contact: %j', (seconds, truth) => expect(truthOf(board, lost(seconds), now)).toEqual(truth));
  it('is a fault from 60 s on, as of the last contact on the office clock', () => {
    const asOfMs = Date.parse(board.value.clock.now);
    expect(truthOf(board, lost(60), now)).toEqual({ kind: 'fault', asOfMs });
    expect(truthOf(board, lost(86_400), now)).toEqual({ kind: 'fault', asOfMs });
  });
  it('says the age of hardware that is late, and a fault when it is silent, though the line is live', () => {
    expect(truthOf(hardware('ok', '2026-11-23T10:13:30+09:00'), live, now)).toEqual({ kind: 'live' });
    const late = truthOf(hardware('delayed', '2026-11-23T10:13:30+09:00'), live, now);
    expect(late).toEqual({ kind: 'aged', seconds: 30 });
    const silent = truthOf(hardware('down', '2026-11-23T10:02:00+09:00'), live, now);
    expect(silent).toEqual({ kind: 'fault', asOfMs: Date.parse('2026-11-23T10:02:00+09:00') });
  });
});
