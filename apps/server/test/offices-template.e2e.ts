import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { OfficesReader } from '../src/offices/offices.reader.ts';
import { Database } from '../src/platform/database/database.ts';
import { startTestApp, type TestApp } from './app.ts';
import { ask, makeOffice, makeStaff, makeTenant, officeTemplate, tokenOf, type TestTenant } from './identity-http.ts';

let test: TestApp;
let tenant: TestTenant;
let database: Client;

beforeAll(async () => {
  test = await startTestApp();
  tenant = await makeTenant(test, 'seongdong');
  database = new Client(test.database.superUrl);
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await test.stop();
});

const create = (body: object, token = tenant.ownerToken) => ask(test.app, 'POST /api/admin/offices', { token, body });
const configOf = (officeId: string, revision = 1) =>
  test.app
    .get(Database)
    .transaction({ tenantId: tenant.id }, (tx) => test.app.get(OfficesReader).configOf(tx, officeId, revision));

describe('making an office', () => {
  it('makes all of it, read back as one configuration', async () => {
    const { status, body } = await create(officeTemplate('main'));
    expect([status, body.slug]).toEqual([201, 'main']);
    const config = await configOf(body.id as string);
    expect(config).toMatchObject({
      slug: 'main',
      zone: 'Asia/Seoul',
      dayStart: '04:00',
      revision: 1,
      authority: 'sunbeon',
    });
    expect([...config.services.values()].map(({ code }) => code)).toEqual(['PASSPORT_APPLY', 'DRIVING_PERMIT', 'BOTH']);
    const service = (code: string) => config.serviceByCode.get(code);
    expect(service('PASSPORT_APPLY')?.series).toMatchObject({ prefix: '', rangeFrom: 201, rangeTo: 299 });
    expect(service('DRIVING_PERMIT')?.series.id).toBe(service('PASSPORT_APPLY')?.series.id);
    expect(service('BOTH')?.series.id).not.toBe(service('PASSPORT_APPLY')?.series.id);
    expect(service('PASSPORT_APPLY')?.addOns).toEqual([
      { serviceId: service('DRIVING_PERMIT')?.id, code: 'DRIVING_PERMIT', name: { ko: '국제운전면허증' }, minutes: 5 },
    ]);
    expect(service('BOTH')?.stepIds).toEqual([service('PASSPORT_APPLY')?.id, service('DRIVING_PERMIT')?.id]);
    expect(service('PASSPORT_APPLY')?.issuingWindows).toEqual([
      { from: '00:00', to: '09:00', quota: null },
      { from: '09:00', to: '12:00', quota: 100 },
      { from: '12:00', to: '24:00', quota: null },
    ]);
    expect(config.counterByNumber.get('1')?.serviceIds).toEqual([
      service('DRIVING_PERMIT')?.id,
      service('PASSPORT_APPLY')?.id,
    ]);
    expect(config.calendar.weekly).toContainEqual({ weekday: 1, from: '18:00', to: '20:00', night: true });
    expect(config.calendar.lunchTurns?.[0]?.counterIds).toEqual([config.counterByNumber.get('1')?.id]);
    expect(config.prefixes).toEqual(['', 'A']);
    expect(config.rules.priorityCodes).toContain('with_infant');
    const { rows } = await database.query(
      `select (select count(*)::int from counter_live where office_id = $1) as counters,
         wake_at <= now() as due from office_live where office_id = $1`,
      [body.id],
    );
    expect(rows).toEqual([{ counters: 2, due: true }]);
  });

  it('takes the largest office there may be', async () => {
    const template = officeTemplate('large');
    const services = Array.from({ length: 300 }, (_, n) => ({
      ...template.services[1],
      code: `S${n}`,
      numbers: { prefix: 'L', from: n * 30 + 1, to: n * 30 + 30 },
    }));
    const counters = Array.from({ length: 200 }, (_, n) => ({
      number: String(n),
      name: { ko: `${n}번` },
      services: services.slice(0, 60).map(({ code }) => code),
    }));
    const { status, body } = await create({ ...template, hours: { week: {} }, services, counters });
    expect([status, body.issues]).toEqual([201, undefined]);
    const config = await configOf(body.id as string);
    expect([config.services.size, config.counters.length]).toEqual([300, 200]);
    expect(config.counters[199]?.serviceIds).toHaveLength(60);
  });

  it('refuses a slug in use, in the same tenant only', async () => {
    await makeOffice(test, tenant, 'twice');
    const again = await create(officeTemplate('twice'));
    expect([again.status, again.body.code]).toEqual([409, 'slug_taken']);
    const other = await makeTenant(test, 'gangnam');
    expect((await create(officeTemplate('twice'), other.ownerToken)).status).toBe(201);
    const { rows } = await database.query(
      `select 1 from service s join office o on o.id = s.office_id where o.slug = 'twice'`,
    );
    expect(rows).toHaveLength(6);
  });

  it('is for people who configure the whole tenant', async () => {
    const clerk = await tokenOf(test, await makeStaff(test, tenant, 'clerk', ['staff']));
    expect((await create(officeTemplate('by-clerk'), clerk)).body.code).toBe('forbidden');
    await makeOffice(test, tenant, 'home');
    const chief = await tokenOf(test, await makeStaff(test, tenant, 'chief', ['supervisor'], ['home']));
    expect((await create(officeTemplate('by-chief'), chief)).body.code).toBe('forbidden');
  });
});

type Template = ReturnType<typeof officeTemplate>;
/** A template with one mistake -> where the answer must point. */
const mistakes: Record<string, [change: (template: Template) => object, path: string]> = {
  'unknown group': [(t) => service(t, 0, { group: 'nowhere' }), 'body.services.0.group'],
  'unknown zone': [(t) => service(t, 0, { zone: 'Z' }), 'body.services.0.zone'],
  'unknown step': [(t) => service(t, 2, { steps: ['PASSPORT_APPLY', 'NOWHERE'] }), 'body.services.2.steps.1'],
  'a step twice': [(t) => service(t, 2, { steps: ['PASSPORT_APPLY', 'PASSPORT_APPLY'] }), 'body.services.2.steps.1'],
  'one step only': [(t) => service(t, 2, { steps: ['PASSPORT_APPLY'] }), 'body.services.2.steps'],
  'steps within steps': [(t) => service(t, 0, { steps: ['BOTH', 'DRIVING_PERMIT'] }), 'body.services.0.steps.0'],
  'unknown add-on': [(t) => service(t, 2, { addOns: [addOn('NOWHERE')] }), 'body.services.2.addOns.0.code'],
  'itself as add-on': [(t) => service(t, 2, { addOns: [addOn('BOTH')] }), 'body.services.2.addOns.0.code'],
  'a service code twice': [(t) => service(t, 1, { code: 'PASSPORT_APPLY' }), 'body.services.1.code'],
  'a counter twice': [(t) => ({ ...t, counters: [t.counters[0], t.counters[0]] }), 'body.counters.1.number'],
  'a group twice': [(t) => ({ ...t, groups: [t.groups[0], t.groups[0]] }), 'body.groups.1.code'],
  'a zone twice': [(t) => ({ ...t, zones: [t.zones[0], t.zones[0]] }), 'body.zones.1.code'],
  'unknown service at a counter': [(t) => counterOf(t, ['NOWHERE']), 'body.counters.0.services.0'],
  'a service twice at a counter': [(t) => counterOf(t, ['BOTH', 'BOTH']), 'body.counters.0.services.1'],
  'overlapping numbers': [(t) => service(t, 2, { numbers: { from: 250, to: 350 } }), 'body.services.2.numbers'],
  'same start, other end': [(t) => service(t, 2, { numbers: { from: 201, to: 250 } }), 'body.services.2.numbers'],
  'numbers within the overflow': [(t) => service(t, 2, { numbers: { from: 800, to: 900 } }), 'body.services.2.numbers'],
  'number 0': [(t) => service(t, 2, { numbers: { prefix: 'C', from: 0, to: 9 } }), 'body.services.2.numbers'],
  'five digits': [
    (t) => service(t, 2, { numbers: { prefix: 'C', from: 9_000, to: 10_000 } }),
    'body.services.2.numbers',
  ],
  'numbers backwards': [(t) => service(t, 2, { numbers: { from: 99, to: 98 } }), 'body.services.2.numbers'],
  'overflow with a prefix': [(t) => ({ ...t, overflow: { prefix: 'Z', from: 1, to: 9 } }), 'body.overflow.prefix'],
  'overflow of 0': [(t) => ({ ...t, overflow: { from: 0, to: 9 } }), 'body.overflow'],
  'overlapping hours': [
    (t) => hours(t, { week: { '1': [span('09:00', '12:00'), span('11:00', '18:00')] } }),
    'body.hours.week.1.1',
  ],
  'a night office within the day': [
    (t) => hours(t, { night: { '1': [span('17:00', '20:00')] } }),
    'body.hours.night.1.0',
  ],
  'lunch at an unknown counter': [
    (t) => hours(t, { lunchTurns: [{ span: span('12:00', '13:00'), counters: ['77'] }] }),
    'body.hours.lunchTurns.0.counters.0',
  ],
  'an exception twice': [
    (t) => hours(t, { exceptions: [closed('2026-12-24'), closed('2026-12-24')] }),
    'body.hours.exceptions.1.on',
  ],
  'no such date': [(t) => hours(t, { exceptions: [closed('2026-02-30')] }), 'body.hours.exceptions.0.on'],
  'hours backwards': [(t) => hours(t, { week: { '1': [span('18:00', '09:00')] } }), 'body.hours.week.1.0'],
  'overlapping issuing': [
    (t) => service(t, 0, { quota: undefined, issuing: [span('09:00', '12:00'), span('11:00', '13:00')] }),
    'body.services.0.issuing.1',
  ],
  'overlapping quota windows': [
    (t) => service(t, 0, { quota: { windows: [quota('09:00', '12:00'), quota('11:00', '13:00')] } }),
    'body.services.0.quota.windows.1',
  ],
  'a quota outside issuing': [
    (t) => service(t, 0, { issuing: [span('09:00', '11:00')] }),
    'body.services.0.quota.windows.0.span',
  ],
  'a day that begins at its end': [(t) => ({ ...t, dayStart: '24:00' }), 'body.dayStart'],
  'a priority that is known everywhere': [
    (t) => ({ ...t, priorities: [{ code: 'pregnant', name: { ko: '임신부' } }] }),
    'body.priorities.0.code',
  ],
  'unknown zone of the clock': [(t) => ({ ...t, zone: 'Asia/Pyongtaek' }), 'body.zone'],
  'no services': [(t) => ({ ...t, services: [] }), 'body.services'],
  'no Korean name': [(t) => ({ ...t, name: { en: 'Office' } }), 'body.name.ko'],
  'media from elsewhere': [
    (t) => ({ ...t, media: [{ kind: 'image', src: 'https://x.example/a.png' }] }),
    'body.media.0.src',
  ],
};

function service(template: Template, at: number, change: object): object {
  return { ...template, services: template.services.map((one, index) => (index === at ? { ...one, ...change } : one)) };
}
function counterOf(template: Template, services: string[]): object {
  return { ...template, counters: [{ number: '1', name: { ko: '1번' }, services }] };
}
function hours(template: Template, change: object): object {
  return { ...template, hours: { ...template.hours, ...change } };
}
const span = (from: string, to: string) => ({ from, to });
const quota = (from: string, to: string) => ({ span: span(from, to), tickets: 10 });
const addOn = (code: string) => ({ code, name: { ko: code }, minutes: 1 });
const closed = (on: string) => ({ on, open: [], reason: '휴무' });

describe('a template with a mistake', () => {
  it.each(Object.entries(mistakes))('%s', async (_name, [change, path]) => {
    const { status, body } = await create(change(officeTemplate('mistaken')));
    expect([status, body.code]).toEqual([422, 'validation']);
    expect(body.issues.map((issue: { path: string }) => issue.path)).toContain(path);
  });

  it('leaves nothing behind', async () => {
    const { rows } = await database.query(`select 1 from office where slug = 'mistaken'`);
    expect(rows).toEqual([]);
  });

  it('is told what is wrong everywhere, up to fifty places', async () => {
    const template = officeTemplate('mistaken');
    const services = Array.from({ length: 80 }, (_, n) => ({
      ...template.services[1],
      code: `S${n}`,
      group: 'nowhere',
    }));
    const { body } = await create({ ...template, services, counters: [], hours: { week: {} } });
    expect(body.issues).toHaveLength(50);
  });
});

describe('the configuration', () => {
  it('is read once per revision, frozen, and never handed to another tenant', async () => {
    const id = await makeOffice(test, tenant, 'cached');
    const first = await configOf(id);
    expect(await configOf(id)).toBe(first);
    expect(Object.isFrozen(first)).toBe(true);
    expect(Object.isFrozen([...first.services.values()][0]?.series)).toBe(true);
    await database.query('update office_live set config_revision = 2 where office_id = $1', [id]);
    const second = await configOf(id, 2);
    expect(second).not.toBe(first);
    expect(second.revision).toBe(2);
    // An older transaction is content with the newer one.
    expect(await configOf(id, 1)).toBe(second);

    const other = await makeTenant(test, 'mapo');
    const read = test.app
      .get(Database)
      .transaction({ tenantId: other.id }, (tx) => test.app.get(OfficesReader).configOf(tx, id, 1));
    await expect(read).rejects.toThrow('not there');
  });

  it('read in a transaction that is rolled back is not kept', async () => {
    const id = await makeOffice(test, tenant, 'rolled-back');
    const work = test.app.get(Database).transaction({ tenantId: tenant.id }, async (tx) => {
      await tx.rows({ name: 'test.raise', text: 'update office_live set config_revision = 9 where office_id = $1' }, [
        id,
      ]);
      expect((await test.app.get(OfficesReader).configOf(tx, id, 9)).revision).toBe(9);
      throw new Error('rolled back');
    });
    await expect(work).rejects.toThrow('rolled back');
    expect((await configOf(id)).revision).toBe(1);
  });
});
