import type { Hall, HallCounter, HallTicket } from '@sunbeon/contract';

/** A small hall for specs: passport (p) and certificates (c), counter 5 does passports, counter 1 certificates. */
export const now = Date.parse('2026-11-23T10:14:00+09:00');
export const at = (minutesAgo: number): string => new Date(now - minutesAgo * 60_000).toISOString();

export function ticket(change: Partial<HallTicket> = {}): HallTicket {
  return {
    id: change.number ?? 't1',
    number: 't1',
    serviceId: 'p',
    state: 'waiting',
    issuedAt: at(10),
    joinedAt: at(10),
    place: now,
    priority: null,
    appointmentAt: null,
    counter: null,
    targetCounter: null,
    calledAt: null,
    startedAt: null,
    callCount: 0,
    steps: [{ serviceId: change.serviceId ?? 'p', done: false }],
    addOns: [],
    reinstated: false,
    note: null,
    holdReason: null,
    ...change,
  };
}

export function counter(change: Partial<HallCounter> = {}): HallCounter {
  return {
    id: 'counter-5',
    number: '5',
    name: '여권',
    state: 'open',
    since: at(60),
    paused: change.state === 'paused',
    pausedUntil: null,
    pauseReason: null,
    staff: { id: 'me', name: '김담당' },
    ticket: null,
    serviceIds: ['p'],
    undo: null,
    help: null,
    callBack: null,
    ...change,
  };
}

const service = (id: string, name: string, targetMinutes: number) => ({
  id,
  code: id.toUpperCase(),
  name: { ko: name },
  targetMinutes,
  limitMinutes: 30,
  addOns: id === 'p' ? [{ code: 'IDP', name: { ko: '국제운전면허증', en: 'Driving permit' } }] : [],
  atKiosk: true,
});

export function hall(change: Partial<Hall> = {}): Hall {
  const counters = change.counters ?? [counter()];
  return {
    revision: 7,
    at: at(0),
    clock: { now: at(0), rate: 1 },
    board: {} as Hall['board'],
    services: [service('c', '등·초본', 5), service('p', '여권 접수', 8)],
    waiting: [],
    waitingTotal: change.waiting?.length ?? 0,
    held: [],
    absent: [],
    policy: {
      callsBeforeNoShow: 2,
      graceMinutes: 30,
      reinstateAfter: 3,
      undoSeconds: 180,
      priorities: [],
    },
    authority: 'sunbeon',
    ...change,
    counters,
  };
}
