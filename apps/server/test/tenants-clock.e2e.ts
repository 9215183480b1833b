import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { Clock } from '../src/platform/clock/clock.ts';
import { operator, startTestApp, type TestApp } from './app.ts';
import { ask, makeOffice, makeTenant, tokenOf, type TestTenant } from './identity-http.ts';

let test: TestApp;
let token: string;
let rehearsal: TestTenant;
let database: Client;

beforeAll(async () => {
  test = await startTestApp();
  token = await tokenOf(test, operator);
  database = new Client(test.database.superUrl);
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await test.stop();
});

const setClock = (body: object, by = token) => ask(test.app, 'PUT /api/admin/clock', { token: by, body });

describe('clock', () => {
  it('asks for the tenant as long as there is not exactly one rehearsal', async () => {
    expect((await setClock({ rate: 1 })).body.code).toBe('tenant_required');
    rehearsal = await makeTenant(test, 'practice');
    await makeTenant(test, 'seongdong', 'live');
    expect((await setClock({ rate: 1 })).body.tenant).toBe('practice');
    await makeTenant(test, 'second');
    expect((await setClock({ rate: 1 })).body.code).toBe('tenant_required');
  });

  it('sets the tenant to an instant, and time goes on from there at its rate', async () => {
    const now = '2026-11-23T08:59:00+09:00';
    const { status, body } = await setClock({ tenant: 'practice', now, rate: 3600 });
    expect(status).toBe(200);
    expect(body.rate).toBe(3600);
    expect(Date.parse(body.now) - Date.parse(now)).toBeLessThan(3_600_000);
    const clock = test.app.get(Clock);
    const before = await clock.now({ tenantId: rehearsal.id });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const passed = (await clock.now({ tenantId: rehearsal.id })) - before;
    expect(passed).toBeGreaterThan(300_000);
    expect(passed).toBeLessThan(36_000_000);
  });

  it('stands still at rate 0, and goes on from where it stood', async () => {
    const stopped = await setClock({ tenant: 'practice', now: '2026-11-23T10:00:00+09:00', rate: 0 });
    expect(stopped.body).toEqual({ tenant: 'practice', now: '2026-11-23T01:00:00.000Z', rate: 0 });
    await new Promise((resolve) => setTimeout(resolve, 30));
    const { body } = await setClock({ tenant: 'practice', rate: 1 });
    expect(Date.parse(body.now) - Date.parse('2026-11-23T01:00:00Z')).toBeLessThan(1_000);
  });

  it('makes every office of the tenant due at the new instant, forwards and backwards', async () => {
    const officeId = await makeOffice(test, rehearsal, 'main');
    for (const now of ['2027-03-02T08:59:00Z', '2026-01-05T08:59:00Z']) {
      await database.query(`update office_live set wake_at = '2090-01-01' where office_id = $1`, [officeId]);
      await setClock({ tenant: 'practice', now, rate: 0 });
      const { rows } = await database.query<{ late: boolean }>(
        `select wake_at < '2090-01-01' as late from office_live where office_id = $1`,
        [officeId],
      );
      expect(rows[0]?.late).toBe(true);
    }
  });

  it('leaves a live tenant on real time', async () => {
    expect((await setClock({ tenant: 'seongdong', rate: 2 })).body.code).toBe('clock_is_real');
    const { rows } = await database.query(
      `select 1 from tenant_clock c join tenant t on t.id = c.tenant_id where t.slug = 'seongdong'`,
    );
    expect(rows).toEqual([]);
    expect((await setClock({ tenant: 'nowhere', rate: 2 })).body.code).toBe('not_found');
  });

  it('refuses who is no operator, and instants and rates that make no day', async () => {
    expect((await setClock({ tenant: 'practice', rate: 1 }, rehearsal.ownerToken)).body.code).toBe('forbidden');
    for (const body of [
      { tenant: 'practice', now: '1999-12-31T00:00:00Z' },
      { tenant: 'practice', now: '2100-01-01T00:00:00Z' },
      { tenant: 'practice', now: 'tomorrow' },
      { tenant: 'practice', now: '2026-11-23T10:00:00' },
      { tenant: 'practice', rate: -1 },
      { tenant: 'practice', rate: 3601 },
      { tenant: 'platform' },
      { rate: '1' },
    ]) {
      expect([body, (await setClock(body)).body.code]).toEqual([body, 'validation']);
    }
  });
});

describe('tenants', () => {
  it('are made with an owner who can log in, and listed without the platform itself', async () => {
    const { body } = await ask(test.app, 'GET /api/admin/tenants', { token });
    expect(body.map((tenant: { slug: string; kind: string }) => [tenant.slug, tenant.kind])).toEqual([
      ['practice', 'rehearsal'],
      ['seongdong', 'live'],
      ['second', 'rehearsal'],
    ]);
  });

  it('refuses a slug or e-mail in use and words that are reserved, and leaves nothing behind', async () => {
    const create = (slug: string, email: string) =>
      ask(test.app, 'POST /api/admin/tenants', {
        token,
        body: { slug, name: 'x', owner: { email, name: 'x', password: 'long enough 1' } },
      });
    expect((await create('practice', 'new@x.test')).body.code).toBe('slug_taken');
    expect((await create('fresh', rehearsal.owner.email)).body.code).toBe('conflict');
    for (const slug of ['api', 'platform', 'T', 'x', '9lives', 'with space', 'a'.repeat(40)]) {
      expect((await create(slug, 'new@x.test')).body.code).toBe('validation');
    }
    const { rows } = await database.query(
      `select slug from tenant where slug in ('fresh', 'api') union all select email from staff where email = 'new@x.test'`,
    );
    expect(rows).toEqual([]);
  });

  it('are blind for each other under the serving role, whatever is asked', async () => {
    const app = new Client(test.database.databaseUrl);
    await app.connect();
    try {
      for (const table of [
        'tenant',
        'tenant_clock',
        'staff',
        'session',
        'device',
        'device_pairing',
        'office',
        'service',
      ]) {
        const { rows } = await app.query<{ n: number }>(`select count(*)::int as n from ${table}`);
        expect([table, rows[0]?.n]).toEqual([table, 0]);
      }
      await app.query(`begin; select set_config('app.tenant_id', '${rehearsal.id}', true)`);
      const { rows } = await app.query<{ slug: string }>('select slug from tenant');
      expect(rows).toEqual([{ slug: 'practice' }]);
      const stolen = app.query(`insert into staff (tenant_id, id, email, name, password_hash, roles)
        select id, gen_random_uuid(), 'x@y.z', 'x', 'x', '{owner}' from sys.tenant_by_slug('seongdong')`);
      await expect(stolen).rejects.toMatchObject({ code: '42501' });
    } finally {
      await app.end();
    }
  });
});
