import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TOTP } from 'otpauth';
import { startTestApp, type TestApp } from './app.ts';
import { ask, makeOffice, makeStaff, makeTenant, tokenOf, type Person, type TestTenant } from './identity-http.ts';
import { startSmtp, type TestSmtp } from './smtp.ts';

let smtp: TestSmtp;
let test: TestApp;
let tenant: TestTenant;
let other: TestTenant;

beforeAll(async () => {
  smtp = await startSmtp();
  test = await startTestApp({ SMTP_URL: smtp.url });
  tenant = await makeTenant(test, 'seongdong');
  other = await makeTenant(test, 'gangnam');
  for (const office of ['main', 'branch']) await makeOffice(test, tenant, office);
}, 60_000);
afterAll(async () => {
  await test.stop();
  await smtp.stop();
});

const idOf = async (person: Person): Promise<string> => {
  const { body } = await ask(test.app, 'GET /api/admin/staff', { token: tenant.ownerToken });
  return (body as { email: string; id: string }[]).find(({ email }) => email === person.email)?.id ?? '';
};
const act = (id: string, what: string, token = tenant.ownerToken) =>
  ask(test.app, `POST /api/admin/staff/${id}/${what}`, { token });
const update = (id: string, body: object, token = tenant.ownerToken) =>
  ask(test.app, `PUT /api/admin/staff/${id}`, { token, body });
const me = (token: string) => ask(test.app, 'GET /api/auth/me', { token });

describe('a person', () => {
  it('gets another name, other roles and offices, which count at once', async () => {
    const kim = await makeStaff(test, tenant, 'kim', ['staff']);
    const token = await tokenOf(test, kim);
    const id = await idOf(kim);
    const changed = await update(id, { name: '김팀장', roles: ['supervisor'], offices: ['branch'] });
    expect([changed.status, changed.body]).toMatchObject([
      200,
      { name: '김팀장', roles: ['supervisor'], offices: ['branch'] },
    ]);
    expect((await me(token)).body).toMatchObject({
      name: '김팀장',
      roles: ['supervisor'],
      offices: [{ slug: 'branch' }],
    });
    expect((await ask(test.app, 'GET /api/offices/main/hall', { token })).status).toBe(404);
    expect((await ask(test.app, 'GET /api/offices/branch/hall', { token })).status).toBe(200);
    // What is left out stays.
    expect((await update(id, { name: '김과장' })).body).toMatchObject({ roles: ['supervisor'], offices: ['branch'] });
    expect((await update(id, { offices: [] })).body.offices).toEqual([]);
    expect((await update(id, { offices: ['nowhere'] })).body.issues).toMatchObject([{ path: 'body.offices.0' }]);
    for (const bad of [{ roles: [] }, { roles: ['operator'] }, { name: ' ' }, { email: 'a@b.kr' }])
      expect((await update(id, bad)).body.code).toBe('validation');
  });

  it('is let in no more, at once, and again', async () => {
    const lee = await makeStaff(test, tenant, 'lee', ['staff']);
    const token = await tokenOf(test, lee);
    const id = await idOf(lee);
    expect((await act(id, 'deactivate')).body.active).toBe(false);
    expect((await me(token)).status).toBe(401);
    expect((await ask(test.app, 'POST /api/auth/login', { body: lee })).body.code).toBe('bad_credentials');
    expect((await act(id, 'reactivate')).body.active).toBe(true);
    expect((await me(token)).status).toBe(401);
    expect(await tokenOf(test, lee)).toBeTruthy();
  });

  it('gets rid of a lost second factor through an owner, is logged out and told', async () => {
    const park = await makeStaff(test, tenant, 'park', ['staff']);
    const token = await tokenOf(test, park);
    const id = await idOf(park);
    expect((await act(id, 'reset-second-factor')).body.code).toBe('second_factor_missing');
    const begun = await ask(test.app, 'POST /api/auth/second-factor', { token, body: { password: park.password } });
    const code = new TOTP({ secret: begun.body.secret }).generate();
    await ask(test.app, 'POST /api/auth/second-factor/confirm', { token, body: { code } });
    expect((await act(id, 'reset-second-factor')).body.secondFactor).toBe(false);
    expect((await me(token)).status).toBe(401);
    expect((await ask(test.app, 'POST /api/auth/login', { body: park })).status).toBe(200);
    expect((await smtp.received(park.email))[0]?.subject).toBe('[순번] 2단계 인증이 해제되었습니다');
  });

  it('is not given a weak password by an owner either', async () => {
    const body = { email: 'weak@seongdong.test', name: '약', roles: ['staff'], offices: [] };
    const create = (password: string) =>
      ask(test.app, 'POST /api/admin/staff', { token: tenant.ownerToken, body: { ...body, password } });
    expect((await create('qwer1234!@#$')).body.code).toBe('password_common');
    expect((await create('seongdong1234')).body.code).toBe('password_personal');
  });
});

describe('the last owner', () => {
  it('stays: is neither let go, nor made anything else, nor limited to offices', async () => {
    const owner = await idOf(tenant.owner);
    expect((await act(owner, 'deactivate')).body.code).toBe('last_owner');
    expect((await update(owner, { roles: ['supervisor'] })).body.code).toBe('last_owner');
    expect((await update(owner, { offices: ['main'] })).body.code).toBe('last_owner');
    // An owner of one office only is not enough.
    await makeStaff(test, tenant, 'half-owner', ['owner'], ['main']);
    expect((await act(owner, 'deactivate')).body.code).toBe('last_owner');
    expect((await me(tenant.ownerToken)).body.roles).toEqual(['owner']);
  });

  it('is one of two who let go of each other at once', async () => {
    const [a, b] = [await makeStaff(test, other, 'anna', ['owner']), await makeStaff(test, other, 'bert', ['owner'])];
    const [tokenA, tokenB] = [await tokenOf(test, a), await tokenOf(test, b)];
    const list = (await ask(test.app, 'GET /api/admin/staff', { token: tokenA })).body as {
      email: string;
      id: string;
    }[];
    const id = (email: string) => list.find((one) => one.email === email)?.id ?? '';
    expect((await act(id(other.owner.email), 'deactivate', tokenA)).status).toBe(200);
    const both = await Promise.all([act(id(b.email), 'deactivate', tokenA), act(id(a.email), 'deactivate', tokenB)]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe('who manages whom', () => {
  it('ends at the own offices and roles: others are not there', async () => {
    const half = await makeStaff(test, tenant, 'branch-owner', ['owner'], ['branch']);
    const token = await tokenOf(test, half);
    const [here, there] = [
      await makeStaff(test, tenant, 'here', ['staff'], ['branch']),
      await makeStaff(test, tenant, 'there', ['staff'], ['main']),
    ];
    const listed = (await ask(test.app, 'GET /api/admin/staff', { token })).body as { email: string }[];
    expect(listed.map(({ email }) => email)).toContain(here.email);
    expect(listed.map(({ email }) => email)).not.toContain(there.email);
    for (const what of ['deactivate', 'reactivate', 'unlock', 'reset-second-factor', 'sessions/revoke-all'])
      expect((await act(await idOf(there), what, token)).status).toBe(404);
    expect((await ask(test.app, `GET /api/admin/staff/${await idOf(there)}/sessions`, { token })).status).toBe(404);
    expect((await update(await idOf(tenant.owner), { name: 'x' }, token)).status).toBe(404);
    expect((await update(await idOf(here), { name: '이웃' }, token)).status).toBe(200);
    for (const wish of [{ offices: ['main'] }, { offices: [] }, { roles: ['owner'] }])
      expect((await update(await idOf(here), wish, token)).body.code).toBe('forbidden');
    const body = { secondFactorRoles: [], idleMinutes: 60 };
    expect((await ask(test.app, 'PUT /api/admin/policy', { token, body })).body.code).toBe('forbidden');
  });

  it('ends at the own tenant', async () => {
    const id = await idOf(tenant.owner);
    const token = (await makeTenant(test, 'yongsan')).ownerToken;
    for (const what of ['deactivate', 'unlock', 'sessions/revoke-all'])
      expect((await act(id, what, token)).status).toBe(404);
    expect((await update(id, { name: 'x' }, token)).status).toBe(404);
  });

  it('is written down, with what was before and after, names and e-mails masked', async () => {
    const { body } = await ask(test.app, 'GET /api/admin/audit?action=staff.update&limit=1', {
      token: tenant.ownerToken,
    });
    expect(body.rows[0]).toMatchObject({ action: 'staff.update', before: { name: 'h**' }, after: { name: '이**' } });
  });
});
