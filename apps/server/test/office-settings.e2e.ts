import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from '@sunbeon/client';
import type { OfficeFacts, ServiceRow } from '@sunbeon/contract';
import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from './app.ts';
import { codeOf, issuesOf } from './desk.ts';
import { makeHall, type TestHall } from './hall.ts';

let server: TestApp;
let hall: TestHall;
let owner: Client;

beforeAll(async () => {
  server = await startTestApp();
}, 60_000);
beforeEach(async () => {
  hall = await makeHall(server);
  ({ owner } = hall);
});
afterAll(() => server.stop());

const named = (id: string) => ({ params: { id } });
const service = async (code: string): Promise<ServiceRow> => {
  const found = (await owner.call('serviceList')).find((row) => row.code === code);
  if (!found) throw new Error(`no service ${code}`);
  return found;
};
const counter = async (number: string) => {
  const found = (await owner.call('counterList')).find((row) => row.number === number);
  if (!found) throw new Error(`no counter ${number}`);
  return found;
};
/** What goes back in a change: all but what the server adds. */
const wishOf = ({ id: _i, office: _o, code: _c, counters: _n, archivedAt: _a, ...wish }: ServiceRow) => wish;
const change = async (code: string, fields: Partial<ServiceRow>) => {
  const row = await service(code);
  return owner.call('serviceUpdate', { ...named(row.id), body: { ...wishOf(row), ...fields } });
};
const board = () => owner.call('hall', { params: { office: 'main' } });
const open = (number: string) => owner.call('counterOpen', { params: { id: hall.counters[number] ?? '' }, body: {} });

describe('a service', () => {
  it('is changed, and its kiosk, its hall and its audit have it at once', async () => {
    const before = await hall.kiosk.call('deviceConfig');
    const changed = await change('PASSPORT', {
      name: { ko: '여권 신청', en: 'Passports' },
      documents: [{ ko: '신분증' }],
      targetMinutes: 6,
    });
    expect(changed).toMatchObject({ code: 'PASSPORT', version: 2, name: { ko: '여권 신청' }, counters: ['1', '3'] });
    const after = await hall.kiosk.call('deviceConfig');
    expect(after.version).toBeGreaterThan(before.version);
    expect(after.services.find(({ code }) => code === 'PASSPORT')).toMatchObject({
      name: { ko: '여권 신청', en: 'Passports' },
      documents: [{ ko: '신분증' }],
    });
    expect((await board()).services.find(({ code }) => code === 'PASSPORT')?.name).toMatchObject({ ko: '여권 신청' });
    const { rows } = await owner.call('auditList', { query: { action: 'service.update' } });
    expect(rows[0]).toMatchObject({
      before: { name: { ko: '여권 접수' }, targetMinutes: 8 },
      after: { name: { ko: '여권 신청' }, targetMinutes: 6 },
    });
  });

  it('is not changed over another change that was not seen', async () => {
    const row = await service('MOVE');
    const [one, two] = await Promise.allSettled(
      ['하나', '둘'].map((ko) =>
        owner.call('serviceUpdate', { ...named(row.id), body: { ...wishOf(row), name: { ko } } }),
      ),
    );
    const refused = [one, two].filter((result) => result?.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ reason: { code: 'changed_meanwhile', status: 409 } });
    expect((await service('MOVE')).version).toBe(2);
  });

  it('keeps to the rules of the whole office, told at the field', async () => {
    const overlap = { numbers: { prefix: '', from: 350, to: 450 } };
    expect(await issuesOf(change('PASSPORT', overlap))).toContain('body.numbers');
    expect(await issuesOf(change('PASSPORT', { group: 'none' }))).toEqual(['body.group']);
    expect(await issuesOf(change('PASSPORT', { steps: ['BUNDLE', 'MOVE'] }))).toEqual(['body.steps.0']);
    // A step of BUNDLE must not get steps itself: the clash is told here, where the change is made.
    expect(await issuesOf(change('FAMILY', { steps: ['PASSPORT', 'MOVE'] }))).toEqual(['body.steps']);
    expect(await issuesOf(change('MOVE', { addOns: [{ code: 'NOWHERE', name: { ko: '?' }, minutes: 1 }] }))).toEqual([
      'body.addOns.0.code',
    ]);
    expect((await owner.call('serviceList')).map(({ version }) => version)).toEqual([1, 1, 1, 1]);
  });

  it('gets other numbers, but never those that somebody holds today', async () => {
    const { number } = await hall.draw('PASSPORT');
    expect(number).toBe('101');
    expect(await codeOf(change('PASSPORT', { numbers: { prefix: '', from: 100, to: 199 } }))).toBe(
      'numbers_used_today',
    );
    await change('PASSPORT', { numbers: { prefix: 'P', from: 1, to: 99 } });
    expect((await hall.draw('PASSPORT')).number).toBe('P1');
    // The old ones are still out.
    expect(await codeOf(change('MOVE', { numbers: { prefix: '', from: 101, to: 199 } }))).toBe('numbers_used_today');
    await change('MOVE', { numbers: { prefix: '', from: 201, to: 299 } });
    expect((await hall.draw('MOVE')).number).toBe('201');
  });

  it('is added last, is at the kiosk at once, and can be given out, called and served', async () => {
    const body = {
      office: 'main',
      code: 'SEAL',
      name: { ko: '인감' },
      group: 'all',
      numbers: { from: 501, to: 599 },
      targetMinutes: 4,
    };
    const made = await owner.call('serviceCreate', { body });
    expect(made).toMatchObject({ code: 'SEAL', position: 4, version: 1, archivedAt: null, counters: [] });
    expect(await issuesOf(owner.call('serviceCreate', { body: { ...body, numbers: { from: 601, to: 699 } } }))).toEqual(
      ['body.code'],
    );
    const one = await counter('1');
    await owner.call('counterUpdate', {
      ...named(one.id),
      body: { name: one.name, services: ['SEAL', 'PASSPORT'], version: one.version },
    });
    const answer = await hall.kiosk.call('kioskIssue', { body: { serviceId: made.id }, idempotencyKey: randomUUID() });
    expect(answer.number).toBe('501');
    await open('1');
    const called = await owner.call('callNext', { params: { id: one.id }, body: {}, idempotencyKey: randomUUID() });
    expect(called?.ticket?.number).toBe('501');
  });

  it('is archived when nothing needs it any more; what does is named', async () => {
    const family = await service('FAMILY');
    const archive = (row: ServiceRow) =>
      owner.call('serviceArchive', { ...named(row.id), body: { version: row.version } });
    const held = await hall.draw('FAMILY');
    await expect(archive(family)).rejects.toMatchObject({
      code: 'in_use',
      issues: [
        { path: 'service', message: '혼인+전입' },
        { path: 'ticket', message: held.number },
      ],
    });
    const passport = await service('PASSPORT');
    const gone = await archive(passport);
    expect(gone.archivedAt).not.toBeNull();
    expect((await hall.kiosk.call('deviceConfig')).services.map(({ code }) => code)).not.toContain('PASSPORT');
    const draw = hall.kiosk.call('kioskIssue', { body: { serviceId: passport.id }, idempotencyKey: randomUUID() });
    expect(await codeOf(draw)).toBe('service_unknown');
    // Its code and its counters wait for it.
    const again = { office: 'main', code: 'PASSPORT', name: { ko: '여권' }, group: 'all', targetMinutes: 5 };
    const create = owner.call('serviceCreate', { body: { ...again, numbers: { from: 701, to: 799 } } });
    expect(await issuesOf(create)).toEqual(['body.code']);
    const back = await owner.call('serviceRestore', { ...named(gone.id), body: { version: gone.version } });
    expect(back).toMatchObject({ archivedAt: null, version: 3, counters: ['1', '3'] });
    expect((await hall.draw('PASSPORT')).number).toBe('101');
  });

  it('does not come back over numbers that another has taken', async () => {
    const row = await service('PASSPORT');
    const gone = await owner.call('serviceArchive', { ...named(row.id), body: { version: row.version } });
    await change('MOVE', { numbers: { prefix: '', from: 201, to: 280 } });
    const restore = owner.call('serviceRestore', { ...named(gone.id), body: { version: gone.version } });
    expect(await issuesOf(restore)).toEqual(['body.numbers']);
  });
});

describe('a counter', () => {
  const change = async (number: string, services: string[]) => {
    const row = await counter(number);
    return owner.call('counterUpdate', { ...named(row.id), body: { name: row.name, services, version: row.version } });
  };

  it('is added, opened at once and works', async () => {
    const body = { office: 'main', number: '4', name: { ko: '새 창구' }, services: ['MOVE'] };
    const made = await owner.call('counterCreate', { body });
    await hall.draw('MOVE');
    await owner.call('counterOpen', { ...named(made.id), body: {} });
    const { ticket } =
      (await owner.call('callNext', { ...named(made.id), body: {}, idempotencyKey: randomUUID() })) ?? {};
    expect(ticket?.number).toBe('401');
    expect(await issuesOf(owner.call('counterCreate', { body }))).toEqual(['body.number']);
    const other = { ...body, number: '5', services: ['NOWHERE'] };
    expect(await issuesOf(owner.call('counterCreate', { body: other }))).toEqual(['body.services.0']);
  });

  it('calls by its new services from the next call on, and goes on with the ticket that is there', async () => {
    await open('1');
    await hall.draw('PASSPORT');
    await hall.draw('FAMILY');
    const id = hall.counters['1'] ?? '';
    const next = () => owner.call('callNext', { params: { id }, body: {}, idempotencyKey: randomUUID() });
    expect((await next())?.ticket?.number).toBe('101');
    expect((await change('1', ['FAMILY'])).services).toEqual(['FAMILY']);
    await owner.call('start', { params: { id }, body: {} });
    await owner.call('complete', { params: { id }, body: {} });
    expect((await next())?.ticket?.number).toBe('301');
  });

  it('is archived when it is closed and nothing names it', async () => {
    await open('2');
    const screen = await owner.call('deviceCreate', {
      body: { office: 'main', kind: 'display', name: '2번 위', settings: { screen: 'counter', counters: ['2'] } },
    });
    const archive = async (number: string) => {
      const row = await counter(number);
      return owner.call('counterArchive', { ...named(row.id), body: { version: row.version } });
    };
    await expect(archive('2')).rejects.toMatchObject({
      code: 'in_use',
      issues: [
        { path: 'counter', message: '2' },
        { path: 'screen', message: '2번 위' },
      ],
    });
    await owner.call('counterClose', { params: { id: hall.counters['2'] ?? '' }, body: {} });
    await owner.call('deviceRevoke', { ...named(screen.id), body: {} });
    const gone = await archive('2');
    expect((await board()).counters.map(({ number }) => number)).toEqual(['1', '3']);
    expect(await codeOf(open('2'))).toBe('not_found');
    await owner.call('counterRestore', { ...named(gone.id), body: { version: gone.version } });
    await open('2');
    expect((await board()).counters.find(({ number }) => number === '2')?.state).toBe('open');
  });
});

describe('an office itself', () => {
  const settings = async () => {
    const [office] = await owner.call('officeSettings');
    if (!office) throw new Error('no office');
    return office;
  };
  const set = async (fields: Partial<OfficeFacts>) => {
    const { id, slug: _s, zone: _z, hours: _h, version, ...office } = await settings();
    return owner.call('officeUpdate', { ...named(id), body: { version, office: { ...office, ...fields } } });
  };

  it('gets another name, order of groups and zones, and its kiosk has them at once', async () => {
    const before = await hall.kiosk.call('deviceConfig');
    const { groups, calling } = await settings();
    const renamed = groups.map((group) => ({ ...group, name: { ko: '바뀐 묶음' } }));
    const more = [{ code: 'first', name: { ko: '먼저' } }, ...renamed];
    const zone = { code: 'Z', name: { ko: '가 구역' }, color: '#256ef4', colorName: { ko: '파란색 선' } };
    const facts = { name: { ko: '새 민원실' }, address: '서울', groups: more, zones: [zone] };
    const changed = await set({ ...facts, calling: { ...calling, callsBeforeNoShow: 3 } });
    expect(changed).toMatchObject({ ...facts, version: 2, calling: { callsBeforeNoShow: 3 } });
    const after = await hall.kiosk.call('deviceConfig');
    expect(after.version).toBeGreaterThan(before.version);
    expect(after).toMatchObject({ office: { name: { ko: '새 민원실' } }, zones: [zone] });
    // A group without services is not at the kiosk.
    expect(after.groups.map(({ name }) => name.ko)).toEqual(['바뀐 묶음']);
    const { rows } = await owner.call('auditList', { query: { action: 'office.update' } });
    expect(rows[0]).toMatchObject({ after: { name: { ko: '새 민원실' } } });
  });

  it('keeps what its services need, and its numbers apart', async () => {
    expect(await issuesOf(set({ groups: [] }))).toContain('body.office.groups');
    expect(await issuesOf(set({ overflow: { prefix: '', from: 150, to: 160 } }))).toEqual(['body.office.overflow']);
    const twice = { code: 'veteran', name: { ko: '유공자' } };
    expect(await issuesOf(set({ priorities: [twice, twice] }))).toEqual(['body.office.priorities.1.code']);
    expect((await settings()).version).toBe(1);
  });

  it('is not changed over another change that was not seen', async () => {
    const { id, slug: _s, zone: _z, hours: _h, version, ...office } = await settings();
    const results = await Promise.allSettled(
      ['하나', '둘'].map((ko) =>
        owner.call('officeUpdate', { ...named(id), body: { version, office: { ...office, name: { ko } } } }),
      ),
    );
    expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'changed_meanwhile', status: 409 } },
    ]);
  });
});

describe('the hours', () => {
  const settings = async () => {
    const [office] = await owner.call('officeSettings');
    if (!office) throw new Error('no office');
    return office;
  };
  const set = async (fields: object) => {
    const { id, version, hours } = await settings();
    return owner.call('officeHours', { ...named(id), body: { version, hours: { ...hours, ...fields } } });
  };
  const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Seoul' }).format(new Date());

  it('close the office at once by a one-off closing of today, and open it again without', async () => {
    await hall.draw('PASSPORT');
    await set({ exceptions: [{ on: today(), open: [], reason: '전산 점검' }] });
    expect(await codeOf(hall.draw('PASSPORT'))).toBe('office_closed');
    await set({ exceptions: [] });
    expect((await hall.draw('PASSPORT')).number).toBe('102');
  });

  it('are refused when they are impossible', async () => {
    const spans = (...all: [string, string][]) => ({ 1: all.map(([from, to]) => ({ from, to })) });
    expect(await issuesOf(set({ week: spans(['09:00', '12:00'], ['11:00', '18:00']) }))).toEqual([
      'body.hours.week.1.1',
    ]);
    expect(await issuesOf(set({ week: spans(['09:00', '18:00']), night: spans(['17:00', '20:00']) }))).toEqual([
      'body.hours.night.1.0',
    ]);
    expect(await codeOf(set({ week: spans(['18:00', '09:00']) }))).toBe('validation');
    const lunch = [{ span: { from: '12:00', to: '13:00' }, counters: ['9'] }];
    expect(await issuesOf(set({ lunchTurns: lunch }))).toEqual(['body.hours.lunchTurns.0.counters.0']);
    const twice = { on: '2026-12-24', open: [], reason: '' };
    expect(await issuesOf(set({ exceptions: [twice, twice] }))).toEqual(['body.hours.exceptions.1.on']);
    expect((await settings()).version).toBe(1);
  });

  it('are a year: weekdays, the night office, holidays by themselves, and what was decided otherwise', async () => {
    const usual = [{ from: '09:00', to: '18:00' }];
    const week = { 1: usual, 2: usual, 3: usual, 4: usual, 5: usual };
    const { id } = await set({
      week,
      night: { 1: [{ from: '18:00', to: '20:00' }] },
      holidays: 'KR',
      exceptions: [
        { on: '2026-10-09', open: [{ from: '10:00', to: '15:00' }], reason: '한글날 특별 운영' },
        { on: '2026-12-31', open: [], reason: '종무식' },
      ],
    });
    const { days, openDays } = await owner.call('officeYear', { ...named(id), query: { year: 2026 } });
    expect(days).toHaveLength(365);
    const day = (on: string) => days.find((one) => one.on === on);
    expect(day('2026-11-23')).toEqual({
      on: '2026-11-23',
      open: [
        { from: '09:00', to: '18:00', night: false },
        { from: '18:00', to: '20:00', night: true },
      ],
      closed: null,
      holiday: null,
      reason: null,
    });
    expect(day('2026-11-22')).toMatchObject({ open: [], closed: 'weekly' });
    expect(day('2026-12-25')).toMatchObject({ open: [], closed: 'holiday', holiday: '기독탄신일' });
    expect(day('2026-12-31')).toMatchObject({ open: [], closed: 'closing', reason: '종무식' });
    expect(day('2026-10-09')).toMatchObject({
      open: [{ from: '10:00', to: '15:00', night: false }],
      closed: null,
      holiday: '한글날',
      reason: '한글날 특별 운영',
    });
    expect(openDays).toBe(days.filter(({ open }) => open.length > 0).length);
  });

  it('are not changed over another change that was not seen', async () => {
    const { id, version, hours } = await settings();
    await set({ issueBeforeMinutes: 10 });
    expect(await codeOf(owner.call('officeHours', { ...named(id), body: { version, hours } }))).toBe(
      'changed_meanwhile',
    );
    expect((await settings()).hours.issueBeforeMinutes).toBe(10);
  });
});

describe('who may', () => {
  it('is a supervisor of the office: others find nothing, staff may not', async () => {
    const made = await owner.call('officeCreate', {
      body: {
        slug: 'branch',
        name: { ko: '동 주민센터' },
        hours: { week: {} },
        groups: [{ code: 'all', name: { ko: '전체' } }],
        services: [{ code: 'A', name: { ko: '가' }, group: 'all', numbers: { from: 1, to: 99 }, targetMinutes: 5 }],
      },
    });
    const supervisor = await hall.person(['supervisor'], ['branch']);
    expect((await supervisor.client.call('serviceList')).map(({ office }) => office)).toEqual(['branch']);
    expect((await supervisor.client.call('officeSettings')).map(({ id }) => id)).toEqual([made.id]);
    const row = await service('PASSPORT');
    const foreign = { ...named(row.id), body: wishOf(row) };
    expect(await codeOf(supervisor.client.call('serviceUpdate', foreign))).toBe('not_found');
    const year = { params: { id: hall.officeId }, query: { year: 2026 } };
    expect(await codeOf(supervisor.client.call('officeYear', year))).toBe('not_found');
    const clerk = await hall.person(['staff']);
    expect(await codeOf(clerk.client.call('serviceUpdate', foreign))).toBe('forbidden');
  });
});
