import { describe, expect, it } from '@jest/globals';
import { PublicStatus, PublicTicket, languages, type ShownAnnouncement } from '@sunbeon/contract';
import { closedStatus, extras, machine, serviceId, shell, status, tenant, ticket } from '../spec-support.ts';
import { installationPage } from './installation.ts';
import { lettersPage } from './letters.ts';
import { officeSlots } from './office-slots.ts';
import { officePage } from './office.ts';
import { faultPage, notFoundPage } from './plain.ts';
import { tenantPage } from './tenant.ts';
import { noTicketPage, ticketPage, type TicketView } from './ticket.ts';
import { ticketSlots } from './ticket-slots.ts';

const token = 'abcdefghijklmnopqrstuvwx';
const hour = { at: '2026-11-23T10:14:03+09:00', zone: 'Asia/Seoul', rehearsal: false };
const view = (over: Partial<TicketView> = {}): TicketView => ({
  ticket: ticket(),
  token,
  step: null,
  failure: null,
  rehearsal: false,
  ...over,
});
const office = (over: Parameters<typeof status>[0] = {}) => officePage(status(over), extras, 'ko', shell);
const withMachines = (machines: (typeof extras)['machines']) =>
  officePage(status(), { ...extras, machines }, 'ko', shell);
/** Visible words of a document, one space between them. */
const words = (document: string) =>
  document
    .replace(/<(style|title|noscript).*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

it('shows fixtures that fit the contract', () => {
  expect(PublicStatus.safeParse(status()).error).toBeUndefined();
  expect(PublicStatus.safeParse(closedStatus()).error).toBeUndefined();
  expect(PublicTicket.safeParse(ticket()).error).toBeUndefined();
});

describe('every page', () => {
  const pages = languages.flatMap((language) => [
    [language, officePage(status(), extras, language, shell)],
    [language, officePage(closedStatus(), extras, language, shell)],
    [language, tenantPage(tenant, hour, language, shell)],
    [language, ticketPage(view(), language, shell)],
    [language, ticketPage(view({ step: 'cancel', failure: 'too_late' }), language, shell)],
    [language, noTicketPage(token, language, shell)],
    [language, notFoundPage('/nowhere', language, shell)],
    [language, faultPage('/nowhere', language, shell)],
    [language, installationPage({ links: [], logins: [], clock: null }, language, shell)],
    [language, lettersPage([], language, shell)],
  ]) as [string, string][];

  it.each(pages)(
    'is whole in %s: language, title, one heading of the first order, a main part, links to all languages',
    (language, page) => {
      expect(page).toMatch(new RegExp(`^<!doctype html>\\s<html lang="${language}-`));
      expect(page).toMatch(/<title>[^<]+<\/title>/);
      expect(page.match(/<h1/g)).toHaveLength(1);
      expect(page.match(/<main id="main"/g)).toHaveLength(1);
      expect(page.match(/aria-current="true"/g)).toHaveLength(1);
      for (const each of languages) expect(page).toContain(`?lang=${each}"`);
      expect(page.replace(/<style>.*<\/style>/s, '')).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
    },
  );
  it.each(pages)('has no style attribute and no inline handler, which its policy forbids (%s)', (_language, page) => {
    expect(page).not.toMatch(/\sstyle=|\son\w+=/);
  });
});

describe('the office page', () => {
  it('says level, people, range and last call of a service', () => {
    expect(words(office())).toContain(
      '여권 접수 혼잡 대기 인원 14명 예상 대기시간 20–35분 최근 호출 401번, 4번 창구 10:12',
    );
    expect(words(office())).toContain(
      '여권 찾기 여유 대기 인원 없음 예상 대기시간 바로 가능 최근 호출 아직 호출이 없습니다',
    );
  });
  it('says why a service takes nobody, and why there is no range', () => {
    expect(words(office())).toContain('오늘 발급할 번호표가 모두 나갔습니다');
    const [first, ...rest] = status().services;
    const services = [{ ...first!, wait: null, waitUnavailable: 'no_counter_open' as const }, ...rest];
    expect(words(office({ services }))).toContain('열린 창구가 없어 예상 대기시간을 알려 드릴 수 없습니다.');
  });
  it('says when it opens, and shows no level and no range, while closed', () => {
    const text = words(officePage(closedStatus(), extras, 'ko', shell));
    expect(text).toContain('지금은 업무 시간이 아닙니다. 11월 24일 (화) 09:00에 엽니다. (오늘 업무를 마쳤습니다)');
    expect(text).not.toContain('예상 대기시간 ');
  });
  it('never calls the state of a source that is down the state of now', () => {
    const down = office({ source: { kind: 'hardware', state: 'down', asOf: '2026-11-23T10:02:00+09:00' } });
    expect(words(down)).toContain('현재 대기현황을 받아오지 못하고 있습니다 (10:02 기준)');
    expect(words(down)).not.toContain('지금은 ');
    expect(words(down)).toContain('순번대기 장비가 보내 온 값입니다');
    expect(down.match(/figures past/g)).toHaveLength(6);
  });
  it('says that figures come late', () => {
    const late = office({ source: { kind: 'hardware', state: 'delayed', asOf: '2026-11-23T10:12:00+09:00' } });
    expect(words(late)).toContain('자료가 늦게 들어오고 있습니다 (10:12 기준)');
  });
  it('says that it is an exercise, and stays out of search engines then', () => {
    expect(words(office({ rehearsal: true }))).toContain('연습용 화면입니다.');
    expect(office({ rehearsal: true })).toContain('noindex');
    expect(office()).not.toMatch(/noindex|연습용/);
  });
  it('names the machines that save the visit: those of the office, and the others behind a line', () => {
    const text = words(office());
    expect(text).toContain(
      '구청 정문 옆 운영 시간 월–수 09:00–18:00 · 토 10:00–14:00 · 공휴일 제외 발급 서류 주민등록, 지방세 · 모두 84종 ' +
        '편의 기능 휠체어 이용, 음성 안내 수수료 200원 위치 고산자로 270 지도 보기 : 구청 정문 옆',
    );
    expect(text).toContain('다른 곳의 무인민원발급기 (1대) 법원 민원실 법원 전용');
    expect(office()).toMatch(/<a\s+href="https:\/\/map\.example\/\?q=270"\s+rel="noopener noreferrer"/);
    const all = { hours: { allDay: true, week: {}, onHolidays: true } };
    expect(words(withMachines([machine(all)]))).toContain('24시간 · 공휴일에도 이용 가능');
    expect(words(withMachines([]))).not.toContain('무인민원발급기');
  });
  it('says since when a machine cannot be used, and what is to be known of it', () => {
    const broken = machine({ condition: 'out_of_order', conditionNote: { ko: '25일에 고칩니다.' } });
    expect(words(withMachines([broken]))).toContain('고장 (11월 23일 (월) 09:05부터) 25일에 고칩니다.');
    expect(words(officePage(status(), { ...extras, machines: [broken] }, 'en', shell))).toContain(
      'Out of order (since',
    );
  });
  it('stands without services', () =>
    expect(words(office({ services: [] }))).toContain('아직 안내할 업무가 없습니다.'));
  it('marks Korean texts in pages of other languages', () => {
    expect(officePage(status(), extras, 'en', shell)).toContain('<h3 lang="ko">허가민원 (위생)</h3>');
  });
  it('states the rule of the levels in minutes, and who has another limit', () => {
    const text = words(office());
    expect(text).toContain('여유 5분 미만');
    expect(text).toContain('매우 혼잡 30분 이상');
    expect(text).toContain('기준 시간이 다른 업무: 허가민원 (위생) 60분');
  });
  it('tells documents and the way', () => {
    expect(words(office())).toContain('여권용 사진 1장 (6개월 이내 촬영)');
    expect(office()).toContain('fill="#096ab3"');
    expect(words(office())).toContain('바닥의 파란색 유도선을 따라가십시오.');
  });
  it('draws nothing from a colour that is none', () => {
    const line = { color: '"/><script>', colorName: { ko: '?' } };
    const guides = { [serviceId(0)]: { ...extras.guides[serviceId(0)]!, line } };
    expect(officePage(status(), { ...extras, guides }, 'ko', shell)).toContain('fill="none"');
  });
  it('has a place in the document for every part that the script renews', () => {
    for (const name of Object.keys(officeSlots(status(), 'ko'))) expect(office()).toContain(`data-slot="${name}"`);
  });
  it('gives search engines whole addresses when it knows its own', () => {
    expect(officePage(status(), extras, 'ko', { ...shell, origin: 'https://wait.example' })).toContain(
      '<link rel="alternate" hreflang="en" href="https://wait.example/seongdong/main?lang=en"',
    );
  });
});

describe('the ticket page', () => {
  const text = (over: Parameters<typeof ticket>[0], more: Partial<TicketView> = {}) =>
    words(ticketPage(view({ ticket: ticket(over), ...more }), 'ko', shell));

  it('says how many are ahead and between which times the call is expected', () => {
    expect(text({})).toContain('앞에 6명');
    expect(text({})).toContain('예상 대기시간 20–35분');
    expect(text({})).toContain('10:34에서 10:49 사이에 부를 것으로 예상합니다.');
    expect(text({ ahead: 0 })).toContain('다음 차례입니다');
  });
  it('fills with the counter when called', () => {
    const page = ticketPage(view({ ticket: ticket({ state: 'called', counter: '5' }) }), 'ko', shell);
    expect(page).toContain('data-state="called"');
    expect(words(page)).toContain('5번 창구로 오십시오 호출번호 214');
    expect(ticketSlots(ticket({ state: 'called', counter: '5' }), 'ko').title).toBe('214 · 5번 창구로 오십시오');
  });
  it.each([
    ['serving', '처리하고 있습니다'],
    ['held', '잠시 멈추었습니다'],
    ['completed', '마쳤습니다'],
    ['no_show', '부재로 처리했습니다'],
    ['cancelled', '취소한 번호표입니다'],
    ['expired', '쓸 수 없는 번호표입니다'],
  ] as const)('says %s in plain words and offers nothing that cannot be done', (state, words) => {
    const page = text({ state, ahead: null, wait: null });
    expect(page).toContain(words);
    expect(page).not.toMatch(/순서 미루기|번호표 취소/);
  });
  it('offers to postpone and to cancel while waiting, only to cancel once called', () => {
    expect(text({})).toMatch(/순서 미루기.*번호표 취소/);
    expect(text({ state: 'called', counter: '5' })).not.toContain('순서 미루기');
  });
  it('asks before it cancels, by a form that needs no script', () => {
    const page = ticketPage(view({ step: 'cancel' }), 'ko', shell);
    expect(page).toMatch(new RegExp(`<form[^>]*method="post"[^>]*action="/t/${token}/cancel\\?lang=ko"`));
    expect(words(page)).toContain('번호표를 취소하시겠습니까?');
  });
  it('asks nothing that the state no longer allows', () => {
    expect(ticketPage(view({ step: 'postpone', ticket: ticket({ state: 'called' }) }), 'ko', shell)).not.toContain(
      '<form',
    );
  });
  it('says why a wish was not granted', () =>
    expect(text({}, { failure: 'postpone_limit' })).toContain('순서를 더 미룰 수 없습니다.'));
  it('is kept out of search engines', () => expect(ticketPage(view(), 'ko', shell)).toContain('noindex'));
});

describe('the links page', () => {
  const clock = { now: '2026-11-23T10:14:03+09:00', zone: 'Asia/Seoul', rate: 4 };
  const links = [
    { title: 'kiosk', url: '/kiosk/#device=1&token=2' },
    { title: 'bad', url: 'javascript:alert(1)' },
    { title: 'other', url: '//elsewhere.example/' },
  ];
  const page = installationPage({ links, logins: [{ who: 'A', email: 'b@c', password: 'd' }], clock }, 'ko', shell);

  it('links addresses and nothing that runs', () => {
    expect(page).toContain('href="/kiosk/#device=1&amp;token=2"');
    expect(page).not.toMatch(/href="(?:javascript|\/\/)/);
    expect(words(page)).toContain('bad');
  });
  it('has a button for each speed, the present one marked', () => {
    expect(page).toMatch(/name="rate"\s+value="4"\s+aria-current="true"/);
    expect(page.match(/name="rate"/g)).toHaveLength(5);
  });
});

describe('the letters of a demo', () => {
  const letter = (text: string) =>
    lettersPage([{ to: 'kim@a.test', subject: '확인 <b>', text, sentAt: '2026-11-24T01:02:03Z' }], 'ko', shell);

  it('make links of the addresses in them, whole and without what stands after', () => {
    const page = letter('여기(http://a.test/signup/confirm#aB-_9). 또는 https://a.test/x?y=1&z=2');
    expect(page).toContain('<a href="http://a.test/signup/confirm#aB-_9">http://a.test/signup/confirm#aB-_9</a>).');
    expect(page).toContain('href="https://a.test/x?y=1&amp;z=2"');
  });

  it('are text and nothing that runs', () => {
    const page = letter('javascript:alert(1) <script>alert(1)</script> http://a.test/"onclick="x');
    expect(page).not.toMatch(/href="javascript|<script>alert|onclick="/);
    expect(words(page)).toContain('확인 &lt;b&gt;');
    expect(words(page)).toContain('11월 24일 (화) 10:02');
  });
});

describe('hostile names', () => {
  /** Put into every text that comes from a tenant. */
  const evil = `"'><script>alert(1)</script><img src=x onerror=alert(1)>&amp;`;
  const poison = <T>(value: T): T => {
    if (typeof value === 'string') return `${value}${evil}` as T;
    if (Array.isArray(value)) return value.map(poison) as T;
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, keep.has(key) ? each : poison(each)]),
    ) as T;
  };
  // What the schema of the contract leaves no room in: instants, zones, words of a closed list.
  const keep = new Set(
    ['asOf', 'at', 'places', 'opensAt', 'closesAt', 'zone', 'state', 'kind', 'level', 'waitUnavailable'].concat([
      'acceptingReason',
      'issuedAt',
      'calledAt',
      'basis',
      'now',
    ]),
  );
  const evilStatus = poison({
    ...status(),
    announcements: [{ ko: 'x', level: 'notice', places: ['resident'] }] satisfies ShownAnnouncement[],
    services: status().services,
  });
  const evilTicket = { ...poison({ ...ticket(), office: { ...ticket().office } }) };

  it.each(languages)('stay text on every page (%s)', (language) => {
    const ticketSafe = { ...evilTicket, office: { ...evilTicket.office, zone: 'Asia/Seoul' } };
    const pages = [
      officePage(evilStatus, poison(extras), language, shell),
      officePage({ ...poison(closedStatus()) }, extras, language, shell),
      tenantPage(poison(tenant), hour, language, shell),
      ticketPage(view({ ticket: ticketSafe, token: evil, step: 'postpone' }), language, shell),
      ticketPage(view({ ticket: { ...ticketSafe, state: 'called', counter: evil } }), language, shell),
      noTicketPage(evil, language, shell),
      notFoundPage(`/${evil}`, language, shell),
      installationPage(
        poison({
          links: [{ title: 'a', url: '/b', note: 'c' }],
          logins: [{ who: 'a', email: 'b', password: 'c' }],
          clock: null,
        }),
        language,
        shell,
      ),
    ];
    for (const page of pages) {
      expect(page.length).toBeGreaterThan(evil.length);
      expect(page).not.toContain('<script>');
      expect(page).not.toContain('<img');
      expect(page).not.toContain(evil);
    }
  });
});
