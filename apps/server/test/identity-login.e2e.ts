import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Client } from 'pg';
import { Passwords } from '../src/platform/auth/passwords.ts';
import { Database } from '../src/platform/database/database.ts';
import { operator, startTestApp, type TestApp } from './app.ts';
import { ask, makeStaff, makeTenant, tokenOf, type TestTenant } from './identity-http.ts';

let test: TestApp;
let tenant: TestTenant;

beforeAll(async () => {
  test = await startTestApp();
  tenant = await makeTenant(test, 'seongdong');
});
afterAll(() => test.stop());

const login = (email: string, password: string, from = '10.0.0.1') =>
  ask(test.app, 'POST /api/auth/login', { body: { email, password }, from });

const onDatabase = async (sql: string, values: unknown[] = []) => {
  const client = new Client(test.database.superUrl);
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
};

describe('log-in', () => {
  it('gives an access token, the person, and a cookie that no script reads', async () => {
    const { status, body, setCookie } = await login(tenant.owner.email, tenant.owner.password);
    expect(status).toBe(200);
    expect(body.me).toMatchObject({ email: tenant.owner.email, roles: ['owner'], tenant: { slug: 'seongdong' } });
    expect(Date.parse(body.expiresAt) - Date.now()).toBeGreaterThan(14 * 60_000);
    expect(setCookie).toMatch(/Path=\/api\/auth/);
    expect(setCookie).toMatch(/HttpOnly/);
    expect(setCookie).toMatch(/SameSite=Strict/);
    // Plain http on this machine; anywhere else the cookie is Secure.
    expect(setCookie).not.toMatch(/Secure/);
    const elsewhere = await ask(test.app, 'POST /api/auth/login', {
      body: tenant.owner,
      headers: { host: 'sunbeon.example' },
    });
    expect(elsewhere.setCookie).toMatch(/Secure/);
  });

  it('takes the e-mail in capitals', async () => {
    expect((await login(tenant.owner.email.toUpperCase(), tenant.owner.password)).status).toBe(200);
  });

  it('answers an unknown e-mail and a wrong password the same, after the same work', async () => {
    const wrong = await login(tenant.owner.email, 'not the password', '10.0.0.2');
    const unknown = await login('nobody@seongdong.test', 'not the password', '10.0.0.2');
    expect([wrong.status, wrong.body.code, wrong.setCookie]).toEqual([401, 'bad_credentials', '']);
    expect({ ...unknown.body, traceId: '' }).toEqual({ ...wrong.body, traceId: '' });
    // Counted, since a clock tells little on a busy machine: the same statements, and one hash.
    const ofKnown = await workOf(() => login(tenant.owner.email, 'not the password', '10.0.0.2'));
    const ofUnknown = await workOf(() => login('nobody@seongdong.test', 'not the password', '10.0.0.2'));
    expect(ofKnown.hashes).toBe(1);
    expect(ofUnknown).toEqual(ofKnown);
    expect((await login(tenant.owner.email, tenant.owner.password)).status).toBe(200);
  });

  it('tells a body that does not fit, and counts it as no guess', async () => {
    for (const body of [
      {},
      { email: 1, password: 'x' },
      { email: 'a@b.kr' },
      { email: 'a@b.kr', password: 'x', x: 1 },
    ]) {
      const { status, body: problem } = await ask(test.app, 'POST /api/auth/login', { body, from: '10.0.0.3' });
      expect([status, problem.code]).toEqual([422, 'validation']);
    }
    expect((await ask(test.app, 'POST /api/auth/login', { body: '{"email":' })).body.code).toBe('malformed_json');
    const nul = await ask(test.app, 'POST /api/auth/login', { body: { email: 'a\u0000b@c.kr', password: 'x' } });
    expect(nul.status).toBeLessThan(500);
  });

  it('locks an account after ten wrong passwords, for the right one too, and no other account', async () => {
    const victim = await makeStaff(test, tenant, 'victim', ['staff']);
    for (let n = 0; n < 10; n += 1) expect((await login(victim.email, `wrong ${n}`, `10.0.1.${n}`)).status).toBe(401);
    const locked = await login(victim.email, victim.password, '10.0.2.1');
    expect([locked.status, locked.body.code]).toEqual([429, 'too_many_requests']);
    expect((await login(tenant.owner.email, tenant.owner.password, '10.0.2.1')).status).toBe(200);
  });

  it('counts failures only: a right password sets the account back', async () => {
    const careless = await makeStaff(test, tenant, 'careless', ['staff']);
    for (let round = 0; round < 2; round += 1) {
      for (let n = 0; n < 8; n += 1) await login(careless.email, 'wrong', `10.0.3.${n}`);
      expect((await login(careless.email, careless.password, '10.0.3.9')).status).toBe(200);
    }
  });

  it('counts guesses that come at once as well as guesses in turn', async () => {
    const target = await makeStaff(test, tenant, 'target', ['staff']);
    const statuses = await Promise.all(
      Array.from({ length: 30 }, async (_, n) => (await login(target.email, `wrong ${n}`, `10.0.4.${n}`)).status),
    );
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
  });

  it('stops an address after a hundred wrong passwords over many accounts', async () => {
    const from = '10.9.9.9';
    const statuses: number[] = [];
    for (let n = 0; n < 105; n += 1) statuses.push((await login(`guess${n}@seongdong.test`, 'wrong', from)).status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(100);
    expect(statuses.slice(100)).toEqual([429, 429, 429, 429, 429]);
  });

  it('stores neither passwords nor e-mails nor addresses in the clear', async () => {
    const [limits] = await onDatabase(`select string_agg(key, ' ') as keys from rate_limit`);
    expect(String(limits?.['keys'])).not.toMatch(/@|10\.0\./);
    const people = await onDatabase('select password_hash from staff');
    for (const person of people) expect(person['password_hash']).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('refuses people of a tenant that is suspended, once their password is right; its owner sees to it', async () => {
    const other = await makeTenant(test, 'suspended');
    const clerk = await makeStaff(test, other, 'clerk', ['staff']);
    await onDatabase(`update tenant set status = 'suspended' where slug = 'suspended'`);
    const right = await login(clerk.email, clerk.password, '10.0.5.1');
    expect([right.status, right.body.code]).toEqual([403, 'tenant_inactive']);
    expect((await login(clerk.email, 'wrong', '10.0.5.1')).body.code).toBe('bad_credentials');
    const owner = await login(other.owner.email, other.owner.password, '10.0.5.1');
    expect([owner.status, owner.body.me.permissions.includes('hall.view')]).toEqual([200, false]);
  });
});

describe('permissions', () => {
  it('lets the operator make tenants and nobody else', async () => {
    const body = {
      slug: 'other',
      name: '다른 기관',
      owner: { email: 'a@other.test', name: 'A', password: 'long enough 1' },
    };
    const asOwner = await ask(test.app, 'POST /api/admin/tenants', { token: tenant.ownerToken, body });
    expect([asOwner.status, asOwner.body.code]).toEqual([403, 'forbidden']);
    const nobody = await ask(test.app, 'POST /api/admin/tenants', { body });
    expect([nobody.status, nobody.body.code]).toEqual([401, 'unauthenticated']);
    expect((await ask(test.app, 'GET /api/admin/tenants', { token: tenant.ownerToken })).status).toBe(403);
  });

  it('keeps the operator out of tenants', async () => {
    const token = await tokenOf(test, operator);
    expect((await ask(test.app, 'GET /api/auth/me', { token })).body).toMatchObject({
      permissions: ['tenant.manage', 'clock.set', 'audit.view'],
      offices: [],
    });
    for (const route of ['GET /api/admin/staff', 'GET /api/admin/devices', 'POST /api/admin/offices']) {
      expect((await ask(test.app, route, { token })).status).toBe(403);
    }
  });

  it('gives each role what its row of the table says', async () => {
    const clerk = await tokenOf(test, await makeStaff(test, tenant, 'clerk', ['staff']));
    expect((await ask(test.app, 'GET /api/auth/me', { token: clerk })).body.permissions).toEqual([
      'hall.view',
      'counter.operate',
      'ticket.issue',
    ]);
    for (const route of ['GET /api/admin/staff', 'GET /api/admin/devices', 'POST /api/admin/devices']) {
      expect((await ask(test.app, route, { token: clerk })).body.code).toBe('forbidden');
    }
    const chief = await tokenOf(test, await makeStaff(test, tenant, 'chief', ['supervisor']));
    expect((await ask(test.app, 'GET /api/admin/devices', { token: chief })).status).toBe(200);
    expect((await ask(test.app, 'GET /api/admin/staff', { token: chief })).status).toBe(403);
  });

  it('takes no token that is malformed, of another scheme, or made up', async () => {
    const good = tenant.ownerToken;
    const changed = `${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}`;
    for (const token of ['x', changed, good.slice(1), 'a'.repeat(86), `${good} ${good}`]) {
      const { status, body } = await ask(test.app, 'GET /api/auth/me', { token });
      expect([status, body.code]).toEqual([401, 'unauthenticated']);
    }
    expect((await ask(test.app, 'GET /api/auth/me', { device: good })).status).toBe(401);
  });
});

describe('staff', () => {
  it('is listed by the owner, of the own tenant only, without password hashes', async () => {
    const other = await makeTenant(test, 'gangnam');
    const mine = await ask(test.app, 'GET /api/admin/staff', { token: other.ownerToken });
    expect(mine.body).toEqual([
      {
        id: expect.any(String),
        email: 'owner@gangnam.test',
        name: '이민원',
        roles: ['owner'],
        offices: [],
        active: true,
        secondFactor: false,
        pin: 'none',
        lockedUntil: null,
        lastSeenAt: expect.any(String),
      },
    ]);
  });

  it('refuses an e-mail in use, unknown offices, an operator, and short passwords', async () => {
    const create = (change: object) =>
      ask(test.app, 'POST /api/admin/staff', {
        token: tenant.ownerToken,
        body: { email: 'new@seongdong.test', name: '신입', password: 'long enough 1', roles: ['staff'], ...change },
      });
    expect((await create({ email: tenant.owner.email.toUpperCase() })).body.code).toBe('conflict');
    const unknown = await create({ offices: ['nowhere'] });
    expect([unknown.status, unknown.body.issues[0].path]).toEqual([422, 'body.offices.0']);
    for (const change of [
      { roles: ['operator'] },
      { roles: [] },
      { password: 'short' },
      { email: 'no' },
      { name: '' },
    ]) {
      expect((await create(change)).body.code).toBe('validation');
    }
    expect((await create({ name: 'a\u0000b' })).status).toBe(422);
    const { body } = await ask(test.app, 'GET /api/admin/staff', { token: tenant.ownerToken });
    expect(body.map((person: { email: string }) => person.email)).not.toContain('new@seongdong.test');
  });
});

/** What a request costs: statements of each transaction, and passwords that are compared. */
async function workOf(request: () => Promise<unknown>): Promise<{ statements: number[]; hashes: number }> {
  const statements: number[] = [];
  const database = test.app.get(Database);
  const verify = jest.spyOn(test.app.get(Passwords), 'verify');
  database.observe((count) => statements.push(count));
  try {
    await request();
    return { statements, hashes: verify.mock.calls.length };
  } finally {
    database.observe(undefined);
    verify.mockRestore();
  }
}
