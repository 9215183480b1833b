import type { EndpointName } from '@sunbeon/contract';

/** A request and its answer as they look. A test holds each against its schema. */
export interface Example {
  readonly request?: unknown;
  readonly response?: unknown;
}

const office = '0192f0c1-7a10-7000-8000-0000000000a1';
const service = '0192f0c1-7a10-7000-8000-0000000000b1';
const ticket = '0192f0c1-7a10-7000-8000-0000000000c1';
const device = '0192f0c1-7a10-7000-8000-0000000000d1';
const person = '0192f0c1-7a10-7000-8000-0000000000e1';

const session = {
  accessToken: 'AZLwwXoQcACAAAAAAAAAAQ…',
  expiresAt: '2026-11-23T10:29:03+09:00',
  me: {
    id: person,
    name: '김순번',
    email: 'kim@seongdong.example',
    roles: ['staff'],
    permissions: ['hall.view', 'counter.operate', 'ticket.issue'],
    tenant: { slug: 'seongdong', name: '성동구' },
    offices: [{ id: office, slug: 'main', name: '성동구 종합민원실' }],
    session: 'full',
    secondFactor: { enabled: true, required: false, recoveryCodesLeft: 9 },
    idleMinutes: 60,
    pin: 'set',
  },
};

const staffRow = {
  id: person,
  email: 'kim@seongdong.example',
  name: '김순번',
  roles: ['staff'],
  offices: ['main'],
  active: true,
  secondFactor: false,
  pin: 'none',
  lockedUntil: null,
  lastSeenAt: null,
};

export const examples: Readonly<Partial<Record<EndpointName, Example>>> = {
  login: { request: { email: 'kim@seongdong.example', password: '긴 문장이 좋은 비밀번호' }, response: session },
  refresh: { request: {}, response: session },
  me: { response: session.me },
  pair: {
    request: { code: '7KQX-M2WD' },
    response: {
      deviceId: device,
      token: 'AZLwwXoQcACAAAAAAAAAAQ…',
      kind: 'kiosk',
      tenant: 'seongdong',
      office: 'main',
    },
  },
  heartbeat: {
    request: { appVersion: '1.4.0', configVersion: 12, clockAt: '2026-11-23T10:14:03+09:00', printer: 'ok' },
    response: {
      now: '2026-11-23T01:14:03.120Z',
      configVersion: 12,
      clock: { now: '2026-11-23T01:14:03.120Z', rate: 1 },
    },
  },
  kioskIssue: {
    request: { serviceId: service, language: 'ko' },
    response: {
      id: ticket,
      number: '214',
      serviceId: service,
      serviceCode: 'PASSPORT_APPLY',
      issuedAt: '2026-11-23T01:14:03.120Z',
      ahead: 14,
      wait: { lowMinutes: 20, highMinutes: 35, basis: 'simple' },
      waitUnavailable: null,
      zone: 'B',
      line: 'blue',
      token: 'AZLwwXoQcACAAAAAAAAAAQAZ8vDBehBwAIAAAAAAAAAB',
      path: '/t/AZLwwXoQcACAAAAAAAAAAQAZ8vDBehBwAIAAAAAAAAAB',
    },
  },
  relayEvents: {
    request: {
      events: [
        {
          id: 'k1-000418',
          type: 'ticket.issued',
          occurredAt: '2026-11-23T10:14:03+09:00',
          ticketRef: '20261123-214',
          number: '214',
          serviceCode: 'PASSPORT_APPLY',
        },
        {
          id: 'k1-000419',
          type: 'ticket.called',
          occurredAt: '2026-11-23T10:31:40+09:00',
          ticketRef: '20261123-214',
          number: '214',
          serviceCode: 'PASSPORT_APPLY',
          counterNumber: '5',
        },
      ],
    },
    response: {
      results: [
        { id: 'k1-000418', result: 'accepted' },
        { id: 'k1-000419', result: 'duplicate' },
      ],
      revision: 1834,
    },
  },
  publicStatus: {
    response: {
      tenant: 'seongdong',
      office: {
        slug: 'main',
        name: '성동구 종합민원실',
        names: { ko: '성동구 종합민원실' },
        zone: 'Asia/Seoul',
        openNow: true,
        opensAt: null,
        closesAt: '2026-11-23T11:00:00.000Z',
        nightOffice: false,
        closedReason: null,
      },
      source: { kind: 'system', state: 'ok', asOf: '2026-11-23T01:14:03.120Z' },
      revision: 1834,
      at: '2026-11-23T01:14:03.120Z',
      rehearsal: false,
      level: 'busy',
      services: [
        {
          id: service,
          code: 'PASSPORT_APPLY',
          name: '여권 접수',
          names: { ko: '여권 접수', en: 'Passport application' },
          waiting: 14,
          level: 'crowded',
          openCounters: 3,
          accepting: true,
          lastCalled: { number: '214', counter: '5', at: '2026-11-23T01:13:51.000Z' },
          wait: { lowMinutes: 20, highMinutes: 35, basis: 'simple' },
          waitUnavailable: null,
        },
      ],
      counters: [
        {
          number: '5',
          name: '여권',
          state: 'called',
          pausedUntil: null,
          calling: { number: '214', serviceId: service },
        },
      ],
      announcements: [],
    },
  },
  tenantCreate: {
    request: {
      slug: 'seongdong',
      name: '성동구',
      kind: 'live',
      owner: { email: 'owner@seongdong.example', name: '이민원', password: '긴 문장이 좋은 비밀번호' },
    },
    response: { id: office, slug: 'seongdong', name: '성동구', kind: 'live', status: 'active' },
  },
  clockSet: {
    request: { tenant: 'seongdong', now: '2026-11-23T10:14:00+09:00', rate: 60 },
    response: { tenant: 'seongdong', now: '2026-11-23T01:14:00.000Z', rate: 60 },
  },
  staffCreate: {
    request: {
      email: 'kim@seongdong.example',
      name: '김순번',
      password: '긴 문장이 좋은 비밀번호',
      roles: ['staff'],
      offices: ['main'],
    },
    response: staffRow,
  },
  deviceCreate: {
    request: { office: 'main', kind: 'display', name: '5번 창구 위', settings: { screen: 'counter', counters: ['5'] } },
  },
  pairingCode: { request: {}, response: { code: '7KQX-M2WD', expiresAt: '2026-11-23T01:24:03.120Z' } },
  officeCreate: {
    request: {
      slug: 'main',
      name: { ko: '성동구 종합민원실', en: 'Seongdong-gu Civil Affairs Office' },
      hours: {
        week: { '1': [{ from: '09:00', to: '18:00' }], '2': [{ from: '09:00', to: '18:00' }] },
        night: { '1': [{ from: '18:00', to: '20:00' }] },
      },
      groups: [{ code: 'passport', name: { ko: '여권' } }],
      services: [
        {
          code: 'PASSPORT_APPLY',
          name: { ko: '여권 접수', en: 'Passport application' },
          group: 'passport',
          numbers: { from: 201, to: 299 },
          targetMinutes: 8,
        },
      ],
      counters: [{ number: '5', name: { ko: '여권' }, services: ['PASSPORT_APPLY'] }],
    },
    response: { id: office, slug: 'main' },
  },
};
