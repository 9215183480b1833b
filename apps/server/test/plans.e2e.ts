import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plans } from '@sunbeon/contract';
import { JobHandlers } from '../src/platform/jobs/job-handlers.ts';
import { MailCarrier } from '../src/platform/mail/mail.carrier.ts';
import { operator, startTestApp, type TestApp } from './app.ts';
import { withSuperuser } from './history.ts';
import { ask, makeDevice, makeOffice, makeStaff, makeTenant, officeTemplate, tokenOf } from './identity-http.ts';
import { startSmtp, type TestSmtp } from './smtp.ts';

let smtp: TestSmtp;
let test: TestApp;
let admin: string;

beforeAll(async () => {
  smtp = await startSmtp();
  test = await startTestApp({ SMTP_URL: smtp.url });
  admin = await tokenOf(test, operator);
}, 60_000);
afterAll(async () => {
  await test.stop();
  await smtp.stop();
});

const sql = (text: string, values: unknown[] = []) =>
  withSuperuser(test.database.superUrl, (client) => client.query(text, values));
const setPlan = (id: string, plan: string) =>
  ask(test.app, `PUT /api/admin/tenants/${id}/plan`, { token: admin, body: { plan } });
const clock = (tenant: string, now: string) =>
  ask(test.app, 'PUT /api/admin/clock', { token: admin, body: { tenant, now, rate: 0 } });
/** Fills a table with rows of the tenant, as if they had been made, up to the limit. */
const copies = (table: string, columns: string, change: string, tenantId: string, most: number) =>
  sql(
    `insert into ${table} (${columns}) select ${change} from ${table} t, generate_series(1, $2) n
     where t.tenant_id = $1 and t.id = (select id from ${table} where tenant_id = $1 limit 1)`,
    [tenantId, most],
  );

describe('a limit of the plan', () => {
  it('refuses one more office, and says which limit, its value and its use', async () => {
    const tenant = await makeTenant(test, 'offices');
    await setPlan(tenant.id, 'small');
    for (const slug of ['one', 'two', 'three']) await makeOffice(test, tenant, slug);
    const token = tenant.ownerToken;
    const more = await ask(test.app, 'POST /api/admin/offices', { token, body: officeTemplate('four') });
    expect([more.status, more.body]).toMatchObject([
      409,
      { code: 'plan_limit', limit: { limit: 'offices', value: 3, used: 3 } },
    ]);
    const setup = { template: 'town_office', slug: 'four', name: '동' };
    expect((await ask(test.app, 'POST /api/setup/office', { token, body: setup })).body.limit.limit).toBe('offices');
    const { body } = await ask(test.app, 'GET /api/plan', { token });
    expect(body).toMatchObject({ plan: 'small', status: 'active' });
    expect(body.limits).toContainEqual({ limit: 'offices', value: 3, used: 3 });
    await setPlan(tenant.id, 'standard');
    await makeOffice(test, tenant, 'four');
    // A smaller plan takes nothing away; it only lets nothing be added.
    expect((await setPlan(tenant.id, 'small')).body.plan).toBe('small');
    expect((await ask(test.app, 'GET /api/offices/four/hall', { token })).status).toBe(200);
  });

  it('refuses devices, but not those in place of revoked ones; of two at once one gets the last place', async () => {
    const tenant = await makeTenant(test, 'devices');
    await makeOffice(test, tenant, 'main');
    const first = await makeDevice(test, tenant, 'main', 'display');
    await copies(
      'device',
      'tenant_id, id, office_id, kind, name, settings',
      `t.tenant_id, gen_random_uuid(), t.office_id, t.kind, t.name, t.settings`,
      tenant.id,
      plans.small.devices - 2,
    );
    await setPlan(tenant.id, 'small');
    const add = () =>
      ask(test.app, 'POST /api/admin/devices', {
        token: tenant.ownerToken,
        body: { office: 'main', kind: 'display', name: 'TV' },
      });
    const both = await Promise.all([add(), add(), add()]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect((await add()).body.limit).toEqual({ limit: 'devices', value: 20, used: 20 });
    await ask(test.app, `POST /api/admin/devices/${first.id}/revoke`, { token: tenant.ownerToken });
    expect((await add()).status).toBe(201);
  });

  it('refuses people: made, invited, accepting and coming back', async () => {
    const tenant = await makeTenant(test, 'people');
    const token = tenant.ownerToken;
    await makeStaff(test, tenant, 'gone', ['staff']);
    const people = (await ask(test.app, 'GET /api/admin/staff', { token })).body as { id: string; email: string }[];
    const gone = people.find(({ email }) => email.startsWith('gone'))?.id ?? '';
    await ask(test.app, `POST /api/admin/staff/${gone}/deactivate`, { token });
    const invite = (email: string) =>
      ask(test.app, 'POST /api/admin/invitations', {
        token,
        body: { email, name: '박', roles: ['staff'], offices: [] },
      });
    expect((await invite('late@people.test')).status).toBe(201);
    await test.app.get(MailCarrier).sendAll();
    const [letter] = await smtp.received('late@people.test');
    const link = /invitation#([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? '';
    await copies(
      'staff',
      'tenant_id, id, email, name, password_hash, roles',
      `t.tenant_id, gen_random_uuid(), n || '@copy.people.test', t.name, t.password_hash, array['staff']`,
      tenant.id,
      plans.small.staff - 1,
    );
    await setPlan(tenant.id, 'small');
    const full = { limit: 'staff', value: 40, used: 40 };
    const body = { email: 'new@people.test', name: '최', password: 'a-password-of-choi', roles: ['staff'] };
    expect((await ask(test.app, 'POST /api/admin/staff', { token, body })).body).toMatchObject({
      code: 'plan_limit',
      limit: full,
    });
    expect((await invite('other@people.test')).body.limit).toEqual(full);
    expect((await ask(test.app, `POST /api/admin/staff/${gone}/reactivate`, { token })).body.limit).toEqual(full);
    const accept = { token: link, name: '박늦음', password: 'some words of my own' };
    expect((await ask(test.app, 'POST /api/auth/invitation/accept', { body: accept })).body.code).toBe('plan_limit');
    await setPlan(tenant.id, 'standard');
    expect((await ask(test.app, 'POST /api/auth/invitation/accept', { body: accept })).status).toBeLessThan(300);
  });
});

describe('tickets over the plan', () => {
  it('are given out all the same; the day is written down and told once to owner and operator', async () => {
    const tenant = await makeTenant(test, 'tickets');
    await clock('tickets', '2026-11-23T10:00:00+09:00');
    await makeOffice(test, tenant, 'main');
    const kiosk = await makeDevice(test, tenant, 'main', 'kiosk');
    const config = await ask(test.app, 'GET /api/device/config', { device: kiosk.token });
    const serviceId = config.body.services.find((one: { code: string }) => one.code === 'BOTH').id as string;
    const draw = () =>
      ask(test.app, 'POST /api/kiosk/tickets', {
        device: kiosk.token,
        body: { serviceId },
        headers: { 'idempotency-key': crypto.randomUUID() },
      });
    await draw();
    await setPlan(tenant.id, 'small');
    await sql(`update series_day set last_ordinal = last_ordinal + 999 where tenant_id = $1`, [tenant.id]);
    const look = () => test.app.get(JobHandlers).run('tenants.excess', {});
    await look();
    expect((await sql('select from plan_excess')).rowCount).toBe(0); // 1,000 of 1,000
    expect((await draw()).status).toBe(201);
    await look();
    await look();
    expect((await draw()).status).toBe(201);
    await look();
    const { rows } = await sql(
      `select tickets, allowed, business_on::text as day from plan_excess where tenant_id = $1`,
      [tenant.id],
    );
    expect(rows).toEqual([{ tickets: 1002, allowed: 1000, day: '2026-11-23' }]);
    await test.app.get(MailCarrier).sendAll();
    for (const to of [tenant.owner.email, operator.email]) {
      const letters = (await smtp.received(to)).filter(({ subject }) => subject.includes('한도를 넘었습니다'));
      expect(letters.map(({ text }) => /1001장.*1000장/.test(text))).toEqual([true]);
    }
    await clock('tickets', '2026-11-24T10:00:00+09:00');
    await look();
    expect((await sql('select from plan_excess')).rowCount).toBe(1);
  });
});

describe('usage', () => {
  it('is counted on demand and by the job: figures, and nothing about people', async () => {
    const tenant = await makeTenant(test, 'usage');
    await clock('usage', '2026-11-23T10:00:00+09:00');
    await makeOffice(test, tenant, 'main');
    await makeStaff(test, tenant, 'kim', ['staff']);
    const kiosk = await makeDevice(test, tenant, 'main', 'kiosk');
    await makeDevice(test, tenant, 'main', 'display');
    await ask(test.app, 'POST /api/device/heartbeat', {
      device: kiosk.token,
      body: { clockAt: new Date().toISOString() },
    });
    const config = await ask(test.app, 'GET /api/device/config', { device: kiosk.token });
    const serviceId = config.body.services[0].id as string;
    for (let n = 0; n < 3; n += 1)
      await ask(test.app, 'POST /api/kiosk/tickets', {
        device: kiosk.token,
        body: { serviceId },
        headers: { 'idempotency-key': `ticket-number-${n}` },
      });
    const counted = await ask(test.app, `POST /api/admin/tenants/${tenant.id}/usage`, { token: admin });
    expect(counted.body).toMatchObject({
      offices: 1,
      devices: { total: 2, online: 1 },
      staff: 2,
      tickets: { today: 3, days30: 3 },
      daysOver: 0,
    });
    expect(counted.body.stored.rows).toBeGreaterThan(10);
    expect(counted.body.stored.bytes).toBeGreaterThan(counted.body.stored.rows * 100);
    expect(Date.now() - Date.parse(counted.body.lastActivityAt)).toBeLessThan(60_000);
    await test.app.get(JobHandlers).run('tenants.usage', {});
    const page = await ask(test.app, 'GET /api/admin/tenants/page?q=USAGE', { token: admin });
    expect(page.body.rows[0].usage).toMatchObject({ staff: 2 });
    const detail = await ask(test.app, `GET /api/admin/tenants/${tenant.id}`, { token: admin });
    expect(JSON.stringify([page.body, detail.body])).not.toMatch(/kim|@usage\.test|이민원/);
  });

  it('stands in pages that are filtered, sorted and counted by the server', async () => {
    const page = async (query: string) =>
      (await ask(test.app, `GET /api/admin/tenants/page?${query}`, { token: admin })).body;
    const slugs = async (query: string) => ((await page(query)).rows as { slug: string }[]).map(({ slug }) => slug);
    const all = ['devices', 'offices', 'people', 'tickets', 'usage'];
    expect(await slugs('sort=slug&order=asc')).toEqual(all);
    expect(await slugs('sort=slug')).toEqual([...all].reverse());
    expect(await page('sort=slug&order=asc&limit=2&page=2')).toMatchObject({
      total: 5,
      rows: [{ slug: 'people' }, { slug: 'tickets' }],
    });
    expect(await page('limit=2&page=9')).toMatchObject({ total: 5, rows: [] });
    expect(await slugs('plan=unlimited&sort=name&order=asc')).toEqual(['usage']);
    expect(await slugs(`q=${encodeURIComponent('기관 de')}`)).toEqual(['devices']);
    expect(await slugs('q=100%25')).toEqual([]);
    expect(await slugs('status=pending,closed')).toEqual([]);
    expect((await slugs('sort=tickets&limit=1'))[0]).toBe('tickets');
    expect((await slugs('sort=bytes&order=desc')).length).toBe(5);
    for (const query of ['sort=password', 'status=happy', 'page=0', 'limit=1000', 'x=1', 'order=up'])
      expect((await page(query)).code).toBe('validation');
  });

  it('is the operator’s: an owner sees the own plan and nobody else’s tenant', async () => {
    const token = await tokenOf(test, { email: 'owner@usage.test', password: 'owner-password-usage' });
    for (const path of ['/api/admin/tenants/page', '/api/admin/tenants'])
      expect((await ask(test.app, `GET ${path}`, { token })).status).toBe(403);
    expect((await ask(test.app, 'GET /api/plan', { token })).body.limits).toHaveLength(4);
  });
});
