import type { Board, CallMessage } from '@sunbeon/contract';

type Service = Board['services'][number];
type Counter = Board['counters'][number];

/** A board for specs: Monday 10:13, open, one service, one counter. */
export function specBoard(change: Partial<Board> = {}): Board {
  return {
    tenant: 'seongdong',
    office: {
      slug: 'main',
      name: '성동구 종합민원실',
      names: { ko: '성동구 종합민원실' },
      zone: 'Asia/Seoul',
      openNow: true,
      opensAt: null,
      closesAt: '2026-11-23T18:00:00+09:00',
      nightOffice: false,
      closedReason: null,
    },
    source: { kind: 'system', state: 'ok', asOf: '2026-11-23T10:13:00+09:00' },
    revision: 7,
    at: '2026-11-23T10:13:00+09:00',
    rehearsal: false,
    level: 'normal',
    services: [specService()],
    counters: [specCounter()],
    announcements: [],
    clock: { now: '2026-11-23T10:13:00+09:00', rate: 1 },
    calls: [],
    ...change,
  };
}

export function specService(change: Partial<Service> = {}): Service {
  return {
    id: 'passport',
    code: 'PASSPORT_APPLY',
    name: '여권 접수',
    names: { ko: '여권 접수', en: 'Passport application' },
    waiting: 14,
    level: 'crowded',
    openCounters: 3,
    accepting: true,
    lastCalled: null,
    wait: { lowMinutes: 20, highMinutes: 35, basis: 'simple' },
    waitUnavailable: null,
    ...change,
  };
}

export function specCounter(change: Partial<Counter> = {}): Counter {
  return { number: '5', name: '여권', state: 'open', pausedUntil: null, calling: null, ...change };
}

export function specCall(seq: number, change: Partial<CallMessage> = {}): CallMessage {
  return {
    seq,
    number: String(200 + seq),
    counter: '5',
    service: { id: 'passport', name: { ko: '여권 접수' } },
    wording: { ko: `${200 + seq}번 고객님, 5번 창구로 오십시오.` },
    repeat: 1,
    recall: false,
    at: '2026-11-23T10:13:00+09:00',
    ...change,
  };
}
