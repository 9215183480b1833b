import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CallInput } from '@sunbeon/client';
import type { UnmannedKioskCreate } from '@sunbeon/contract';
import type { z } from 'zod';
import { startTestApp, type TestApp } from './app.ts';
import { codeOf, issuesOf } from './desk.ts';
import { makeHall, officeTemplate, type TestHall } from './hall.ts';
import { startSmtp, type TestSmtp } from './smtp.ts';

let smtp: TestSmtp;
let test: TestApp;
let hall: TestHall;

beforeAll(async () => {
  smtp = await startSmtp();
  test = await startTestApp({ SMTP_URL: smtp.url, PUBLIC_URL: 'https://wait.test' });
}, 60_000);
afterAll(async () => {
  await test.stop();
  await smtp.stop();
});
const anew = async () => {
  hall = await makeHall(test);
};

const base64 = (text: string) => Buffer.from(text).toString('base64');
type Wish = z.input<typeof UnmannedKioskCreate>;
const machine: Wish = {
  code: 'M-1',
  office: 'main',
  place: { ko: '구청 정문 옆 옥외 부스', en: 'Booth beside the main gate' },
  address: '고산자로 270',
  hours: { allDay: true, onHolidays: true },
  certificates: ['resident_register', 'local_tax'],
  certificateKinds: 84,
  accessibility: ['wheelchair', 'voice'],
  mapUrl: 'https://map.example/270',
};
const create = (change: Partial<Wish> = {}) =>
  hall.owner.call('unmannedKioskCreate', { body: { ...machine, ...change } });
const list = () => hall.owner.call('unmannedKioskList');

describe('an unmanned kiosk', () => {
  beforeEach(anew, 30_000);

  it('is added, changed by version, told to be out of order, archived and restored; the audit knows', async () => {
    const made = await create();
    expect(made).toMatchObject({ ...machine, kind: 'general', condition: 'working', version: 1, archivedAt: null });
    expect(await issuesOf(create())).toEqual(['body.code']);
    const { id, code, conditionSince, version: _v, archivedAt: _a, ...fields } = made;
    const params = { id };
    const changed = await hall.owner.call('unmannedKioskUpdate', {
      params,
      body: { ...fields, version: 1, kind: 'court', office: null, certificates: ['corporate_register'] },
    });
    expect(changed).toMatchObject({ code, version: 2, kind: 'court', office: null, conditionSince });
    const stale = hall.owner.call('unmannedKioskUpdate', { params, body: { ...fields, version: 1 } });
    expect(await codeOf(stale)).toBe('changed_meanwhile');
    const told = await hall.owner.call('unmannedKioskReport', { params, body: { condition: 'no_paper', version: 2 } });
    expect(told).toMatchObject({ condition: 'no_paper', version: 3, kind: 'court' });
    expect(Date.parse(told.conditionSince)).toBeGreaterThan(Date.parse(conditionSince));
    const gone = await hall.owner.call('unmannedKioskArchive', { params, body: { version: 3 } });
    expect(gone.archivedAt).not.toBeNull();
    const late = hall.owner.call('unmannedKioskUpdate', { params, body: { ...fields, version: 4 } });
    expect(await codeOf(late)).toBe('conflict');
    await hall.owner.call('unmannedKioskRestore', { params, body: { version: 4 } });
    expect(await list()).toMatchObject([{ code: 'M-1', version: 5, archivedAt: null }]);
    const { rows } = await hall.owner.call('auditList', { query: { action: 'unmanned_kiosk' } });
    expect(rows.map(({ action }) => action.split('.')[1])).toEqual([
      'restore',
      'archive',
      'report',
      'update',
      'create',
    ]);
  });

  it.each<[string, Partial<Wish>, string]>([
    ['no hours at all', { hours: { allDay: false, week: {}, onHolidays: false } }, 'body.hours.week'],
    [
      'hours that overlap',
      {
        hours: {
          allDay: false,
          onHolidays: false,
          week: {
            '1': [
              { from: '09:00', to: '12:00' },
              { from: '11:00', to: '13:00' },
            ],
          },
        },
      },
      'body.hours.week',
    ],
    ['a link that runs a script', { mapUrl: 'javascript:alert(1)' }, 'body.mapUrl'],
    ['an office that is not there', { office: 'nowhere' }, 'body.office'],
    ['a certificate twice', { certificates: ['welfare', 'welfare'] }, 'body.certificates'],
  ])('is refused with %s', async (_, change, path) => {
    expect(await issuesOf(create(change))).toEqual([path]);
    expect(await list()).toEqual([]);
  });

  it('is looked after by the people of its office, the others by those of all; nobody sees those of another institution', async () => {
    await hall.owner.call('officeCreate', { body: officeTemplate({ slug: 'branch' }) });
    const own = await create();
    const elsewhere = await create({ code: 'M-2', office: 'branch' });
    const { client } = await hall.person(['supervisor'], ['main']);
    await create({ code: 'M-3', office: null });
    expect((await client.call('unmannedKioskList')).map(({ code }) => code)).toEqual(['M-1', 'M-3']);
    const report = (id: string) =>
      codeOf(client.call('unmannedKioskReport', { params: { id }, body: { condition: 'maintenance', version: 1 } }));
    expect([await report(own.id), await report(elsewhere.id)]).toEqual(['done', 'not_found']);
    const { id: _i, code: _c, conditionSince: _s, archivedAt: _a, ...fields } = own;
    const away = client.call('unmannedKioskUpdate', {
      params: { id: own.id },
      body: { ...fields, version: 2, office: 'branch' },
    });
    expect(await issuesOf(away)).toEqual(['body.office']);
    expect(await codeOf(client.call('unmannedKioskImportCheck', { body: { file: base64('관리번호') } }))).toBe(
      'forbidden',
    );
    const clerk = await hall.person(['staff']);
    expect(await codeOf(clerk.client.call('unmannedKioskList'))).toBe('forbidden');
    const other = await makeHall(test);
    expect(await other.owner.call('unmannedKioskList')).toEqual([]);
    const theirs = { params: { id: own.id }, body: { version: 2 } };
    expect(await codeOf(other.owner.call('unmannedKioskArchive', theirs))).toBe('not_found');
  });

  it('comes from a table: shown first, then taken, and the template goes around', async () => {
    const kept = await create({ conditionNote: { ko: '야간에도 됩니다', en: 'At night, too' } });
    const head =
      '관리번호,설치 장소,설치 장소(영어),민원실,구분,운영 시간,공휴일 운영,발급 분야,발급 종류 수,상태,지도 주소';
    const file = base64(
      [
        head,
        'm-1,구청 정문 옆 옥외 부스,Booth beside the main gate,시험구 민원실,일반,24시간,예,"주민등록, 지방세",84,고장,https://map.example/270',
        'M-2,등기소 안,,,법원전용,"평일 9:00~18:00; 토 10:00-13:00",아니요,법인등기,,정상,',
      ].join('\r\n'),
    );
    const shown = await hall.owner.call('unmannedKioskImportCheck', { body: { file } });
    expect(shown.rows.map(({ code, outcome }) => [code, outcome])).toEqual([
      ['M-1', 'changed'],
      ['M-2', 'new'],
    ]);
    expect(shown.rows[0]?.changes).toEqual([{ column: '상태', before: '정상', after: '고장' }]);
    const body = { file, token: shown.token };
    expect(await hall.owner.call('unmannedKioskImportApply', { body })).toEqual({ created: 1, changed: 1 });
    expect(await codeOf(hall.owner.call('unmannedKioskImportApply', { body }))).toBe('changed_meanwhile');
    const all = await list();
    expect(all[0]).toMatchObject({ condition: 'out_of_order', conditionNote: kept.conditionNote, version: 2 });
    const day = [{ from: '09:00', to: '18:00' }];
    expect(all[1]).toMatchObject({
      ...{ kind: 'court', office: null, certificates: ['corporate_register'], certificateKinds: null },
      hours: {
        ...{ allDay: false, onHolidays: false },
        week: { '1': day, '2': day, '3': day, '4': day, '5': day, '6': [{ from: '10:00', to: '13:00' }] },
      },
    });
    const { blob } = await hall.owner.download('unmannedKioskImportTemplate', {});
    const again = base64(await blob.text());
    const { counts } = await hall.owner.call('unmannedKioskImportCheck', { body: { file: again } });
    expect(counts).toEqual({ new: 0, changed: 0, unchanged: 2, wrong: 0 });
  });

  it('is not taken from a table with faults, which are named by row and column', async () => {
    const rows = [
      '관리번호,설치 장소,운영 시간,공휴일 운영,민원실,발급 분야,지도 주소',
      'A-1,가,밤낮,예,,,',
      'A-2,,24시간,예,없는 민원실,마술,http://map.example',
      'A-3,나,24시간,,,,',
    ];
    const shown = await hall.owner.call('unmannedKioskImportCheck', { body: { file: base64(rows.join('\n')) } });
    expect(shown.rows.flatMap(({ row, faults }) => faults.map(({ column, code }) => [row, column, code]))).toEqual([
      [2, '운영 시간', 'bad_hours'],
      [3, '설치 장소', 'required'],
      [3, '민원실', 'bad_choice'],
      [3, '발급 분야', 'bad_choice'],
      [3, '지도 주소', 'bad_link'],
      [4, '공휴일 운영', 'required'],
    ]);
    const body = { file: base64(rows.join('\n')), token: shown.token };
    expect(await codeOf(hall.owner.call('unmannedKioskImportApply', { body }))).toBe('import_faulty');
    expect(await list()).toEqual([]);
  });
});

describe('the texts of letters and notices', () => {
  beforeEach(anew, 30_000);
  const texts = () => hall.owner.call('notificationTextList');
  const one = async (id: string) => {
    const found = (await texts()).find((row) => row.id === id);
    if (!found) throw new Error(`no ${id}`);
    return found;
  };
  type Words = CallInput<'notificationTextUpdate'>['body']['texts'];
  const write = (id: 'invitation' | 'password_reset' | 'turn_called', words: Words, version = 0) =>
    hall.owner.call('notificationTextUpdate', { params: { id }, body: { version, texts: words } });
  const invite = (email: string) =>
    hall.owner.call('invitationCreate', { body: { email, name: '{link} 김신입', roles: ['staff'], offices: [] } });

  it('are what a letter says: own words where there are some, ours for the rest, and ours again after a reset', async () => {
    const own = { subject: '{institution} 민원실에 오신 것을 환영합니다', body: '{name} 님, 여기를 여십시오.\n{link}' };
    const saved = await write('invitation', { ko: own });
    expect(saved).toMatchObject({ version: 1, texts: { ko: own }, sent: true, audience: 'staff' });
    await invite(`one@${hall.slug}.test`);
    const [first] = await smtp.received(`one@${hall.slug}.test`);
    expect(first?.subject).toBe('시험구 민원실에 오신 것을 환영합니다');
    // What stands in a name is text, and no placeholder.
    expect(first?.text).toMatch(
      /^\{link\} 김신입 님, 여기를 여십시오\.\nhttps:\/\/wait\.test\/signup\/invitation#\S+\n/,
    );
    expect(first?.text).toContain('시험구 invites you to Sunbeon');
    await hall.owner.call('notificationTextReset', { params: { id: 'invitation' }, body: { version: 1 } });
    await invite(`two@${hall.slug}.test`);
    const [second] = await smtp.received(`two@${hall.slug}.test`);
    expect(second?.subject).toBe('[순번] 시험구에서 초대했습니다');
    expect(second?.text).toContain('시험구 관리자 님이 민원 순번 시스템 담당자로 초대했습니다.');
    const { rows } = await hall.owner.call('auditList', { query: { action: 'notification_text' } });
    expect(rows.map(({ action }) => action)).toEqual(['notification_text.reset', 'notification_text.update']);
  });

  it('are an institution’s own: letters of another are as they were', async () => {
    await write('password_reset', { ko: { subject: '우리만의 제목' } });
    const mine = `owner@${hall.slug}.test`;
    const other = await makeHall(test);
    for (const email of [mine, `owner@${other.slug}.test`])
      await fetch(`${test.url}/api/auth/password/forgot`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email }),
      });
    expect((await smtp.received(mine))[0]?.subject).toBe('우리만의 제목');
    expect((await smtp.received(`owner@${other.slug}.test`))[0]?.subject).toBe('[순번] 비밀번호 재설정 안내');
  });

  it.each<[string, Words, string, string]>([
    ['without the link', { ko: { body: '{name} 님' } }, 'ko.body', 'placeholder_missing: link'],
    ['with an unknown name', { ko: { subject: '{nmae}' } }, 'ko.subject', 'placeholder_unknown: nmae'],
    ['with a line break', { ko: { subject: '가\nBcc: x@y.z' } }, 'ko.subject', 'line_break'],
    ['with an address', { en: { body: 'See bit.ly/x' } }, 'en.body', 'web_address: bit.ly'],
    ['that is too long', { en: { body: '가'.repeat(2_001) } }, 'en.body', 'too_long: 2001'],
    ['of a part that it has not', { en: { sms: '가' } }, 'en.sms', 'not_of_this_kind'],
    ['in a language that it has not', { vi: { body: 'a' } }, 'vi.body', 'not_of_this_kind'],
  ])('of a letter are refused %s', async (_, words, path, message) => {
    const refused = await write('password_reset', words).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'notification_text_faulty',
      issues: [{ path: `body.texts.${path}`, message }],
    });
    expect(await one('password_reset')).toMatchObject({ version: 0, texts: {} });
  });

  it('of notices are kept in five languages for when they are sent; what is ours is not stored', async () => {
    const { defaults, sent, fields } = await one('turn_called');
    expect({ sent, languages: new Set(fields.map(({ language }) => language)).size }).toEqual({
      sent: false,
      languages: 5,
    });
    const vi = { sms: 'Số {number}: quầy {counter}' };
    const saved = await write('turn_called', { ...defaults, vi: { ...defaults.vi, ...vi } });
    expect(saved.texts).toEqual({ vi });
    expect(await codeOf(write('turn_called', {}, 0))).toBe('changed_meanwhile');
    expect(await codeOf(write('turn_called', { ko: { sms: '{number}번' } }, 1))).toBe('notification_text_faulty');
    expect((await one('turn_called')).texts).toEqual({ vi });
  });

  it('of letters are written by owners, of notices by people of all offices', async () => {
    const wish = (id: 'invitation' | 'turn_called', version = 0) => ({ params: { id }, body: { version, texts: {} } });
    const { client } = await hall.person(['supervisor']);
    expect(await codeOf(client.call('notificationTextUpdate', wish('invitation')))).toBe('forbidden');
    expect(await codeOf(client.call('notificationTextUpdate', wish('turn_called')))).toBe('done');
    const some = await hall.person(['supervisor'], ['main']);
    expect(await codeOf(some.client.call('notificationTextUpdate', wish('turn_called', 1)))).toBe('forbidden');
    expect(await some.client.call('notificationTextList')).toHaveLength(11);
  });

  it('all stand the rules that they are held to', async () => {
    for (const { id, defaults } of await texts()) {
      const { version } = await one(id);
      const saved = await hall.owner.call('notificationTextUpdate', {
        params: { id },
        body: { version, texts: { ...defaults } },
      });
      expect([id, saved.texts]).toEqual([id, {}]);
    }
  });
});
