import type { LocalText, PublicService, PublicStatus, PublicTenant, PublicTicket } from '@sunbeon/contract';
import type { Shell } from './views/document.ts';
import type { Machine } from './views/machines.ts';
import type { OfficeExtras, ServiceGuide } from './views/office.ts';

/** A busy Monday morning of the office of product.md: what the specs of this app are about. */
export const shell: Shell = { styles: 'body{}', script: '/assets/client-1.js', origin: '' };

const names: Readonly<Record<string, LocalText>> = {
  CERTIFICATE: {
    ko: '등·초본 등 제증명',
    en: 'Certificates',
    zh: '各类证明',
    ja: '各種証明書',
    vi: 'Giấy chứng nhận',
  },
  FAMILY: { ko: '가족관계등록', en: 'Family register', zh: '家庭关系登记', ja: '家族関係登録', vi: 'Hộ tịch' },
  ANYWHERE: {
    ko: '어디서나민원',
    en: 'Documents issued anywhere',
    zh: '异地民愿',
    ja: 'どこでも申請',
    vi: 'Hồ sơ liên khu vực',
  },
  PASSPORT_APPLY: {
    ko: '여권 접수',
    en: 'Passport application',
    zh: '护照申请',
    ja: '旅券申請',
    vi: 'Nộp hồ sơ hộ chiếu',
  },
  PASSPORT_COLLECT: { ko: '여권 찾기', en: 'Passport collection', zh: '领取护照', ja: '旅券受取', vi: 'Nhận hộ chiếu' },
  PERMIT_HYGIENE: { ko: '허가민원 (위생)' },
};

export function serviceId(position: number): string {
  return `0192f0a0-0000-7000-8000-00000000000${position}`;
}

export function service(code: string, position: number, over: Partial<PublicService> = {}): PublicService {
  const text = names[code] ?? { ko: code };
  return {
    id: serviceId(position),
    code,
    name: text.ko,
    names: text,
    waiting: 3,
    level: 'quiet',
    openCounters: 2,
    accepting: true,
    lastCalled: {
      number: String(101 + position * 100),
      counter: String(position + 1),
      at: '2026-11-23T10:12:00+09:00',
    },
    wait: { lowMinutes: 3, highMinutes: 6, basis: 'simple' },
    waitUnavailable: null,
    ...over,
  };
}

export function status(over: Partial<PublicStatus> = {}): PublicStatus {
  return {
    tenant: 'seongdong',
    office: {
      slug: 'main',
      name: '성동구 종합민원실',
      names: {
        ko: '성동구 종합민원실',
        en: 'Seongdong-gu Civil Affairs Office',
        zh: '城东区综合民愿室',
        ja: '城東区総合民願室',
        vi: 'Văn phòng hành chính Seongdong-gu',
      },
      zone: 'Asia/Seoul',
      openNow: true,
      opensAt: null,
      closesAt: '2026-11-23T20:00:00+09:00',
      nightOffice: false,
      closedReason: null,
    },
    source: { kind: 'system', state: 'ok', asOf: '2026-11-23T10:14:03+09:00' },
    revision: 1834,
    at: '2026-11-23T10:14:03+09:00',
    rehearsal: false,
    level: 'normal',
    services: [
      service('CERTIFICATE', 0),
      service('FAMILY', 1, { waiting: 8, level: 'normal', wait: { lowMinutes: 15, highMinutes: 25, basis: 'model' } }),
      service('ANYWHERE', 2, { waiting: 1, wait: { lowMinutes: 0, highMinutes: 5, basis: 'simple' } }),
      service('PASSPORT_APPLY', 3, {
        waiting: 14,
        level: 'busy',
        openCounters: 3,
        wait: { lowMinutes: 20, highMinutes: 35, basis: 'model' },
      }),
      service('PASSPORT_COLLECT', 4, {
        waiting: 0,
        lastCalled: null,
        wait: { lowMinutes: 0, highMinutes: 0, basis: 'simple' },
      }),
      service('PERMIT_HYGIENE', 5, {
        waiting: 2,
        accepting: false,
        acceptingReason: 'quota',
        wait: null,
        waitUnavailable: 'too_few_data',
      }),
    ],
    counters: [],
    announcements: [],
    ...over,
  };
}

export function closedStatus(): PublicStatus {
  const open = status();
  return {
    ...open,
    level: null,
    office: {
      ...open.office,
      openNow: false,
      opensAt: '2026-11-24T09:00:00+09:00',
      closesAt: null,
      closedReason: '오늘 업무를 마쳤습니다',
    },
    services: open.services.map((each) => ({
      ...each,
      waiting: 0,
      level: null,
      accepting: false,
      acceptingReason: 'closed' as const,
      wait: null,
      waitUnavailable: 'closed' as const,
    })),
  };
}

const guide: ServiceGuide = {
  documents: [
    { ko: '신분증 (주민등록증, 운전면허증, 여권)', en: 'ID card, driving licence or passport' },
    { ko: '여권용 사진 1장 (6개월 이내 촬영)', en: 'One passport photo, taken within 6 months' },
  ],
  guide: { ko: '수수료는 카드로도 낼 수 있습니다.', en: 'The fee can be paid by card.' },
  zone: { ko: '여권 구역', en: 'Passport zone' },
  line: { color: '#096ab3', colorName: { ko: '파란색', en: 'blue', zh: '蓝色', ja: '青', vi: 'xanh' } },
  limitMinutes: 30,
};

export function machine(over: Partial<Machine> = {}): Machine {
  const day = [{ from: '09:00', to: '18:00' }];
  return {
    place: { ko: '구청 정문 옆', en: 'Beside the main gate' },
    address: '고산자로 270',
    isHere: true,
    isCourt: false,
    hours: {
      allDay: false,
      onHolidays: false,
      week: { '1': day, '2': day, '3': day, '6': [{ from: '10:00', to: '14:00' }] },
    },
    certificates: [{ ko: '주민등록', en: 'Resident register' }, { ko: '지방세' }],
    certificateKinds: 84,
    condition: 'working',
    conditionSince: Date.parse('2026-11-23T09:05:00+09:00'),
    conditionNote: null,
    accessibility: ['wheelchair', 'voice'],
    fee: { ko: '200원' },
    mapUrl: 'https://map.example/?q=270',
    ...over,
  };
}

export const extras: OfficeExtras = {
  tenantName: '성동구청',
  address: '서울특별시 성동구 고산자로 270',
  rule: { normalFrom: 1 / 6, busyFrom: 1 / 2, crowdedFrom: 1, holdMinutes: 3, limitMinutes: 30 },
  guides: {
    [serviceId(0)]: guide,
    [serviceId(3)]: guide,
    [serviceId(5)]: { ...guide, documents: [], guide: null, line: null, limitMinutes: 60 },
  },
  machines: [machine(), machine({ isHere: false, isCourt: true, place: { ko: '법원 민원실' } })],
};

export function ticket(over: Partial<PublicTicket> = {}): PublicTicket {
  return {
    number: '214',
    tenant: 'seongdong',
    office: { slug: 'main', name: '성동구 종합민원실', names: status().office.names, zone: 'Asia/Seoul' },
    service: {
      code: 'PASSPORT_APPLY',
      name: '여권 접수',
      names: names['PASSPORT_APPLY'] ?? { ko: '여권 접수' },
      zone: 'PASSPORT',
      line: 'blue',
    },
    state: 'waiting',
    ahead: 6,
    wait: { lowMinutes: 20, highMinutes: 35, basis: 'model' },
    waitUnavailable: null,
    counter: null,
    issuedAt: '2026-11-23T10:02:00+09:00',
    calledAt: null,
    revision: 1834,
    at: '2026-11-23T10:14:03+09:00',
    ...over,
  };
}

export const tenant: PublicTenant = {
  tenant: 'seongdong',
  name: '성동구청',
  offices: [
    {
      slug: 'main',
      name: '성동구 종합민원실',
      address: '서울특별시 성동구 고산자로 270',
      openNow: true,
      opensAt: null,
      closesAt: '2026-11-23T20:00:00+09:00',
      level: 'busy',
    },
    {
      slug: 'wangsimni',
      name: '왕십리도선동 주민센터',
      address: '서울특별시 성동구 마장로 198',
      openNow: false,
      opensAt: '2026-11-24T09:00:00+09:00',
      closesAt: null,
      level: null,
    },
  ],
};
