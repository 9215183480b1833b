import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TOTP } from 'otpauth';
import { operator, startTestApp, type TestApp } from './app.ts';
import { withSuperuser } from './history.ts';
import { ask, makeStaff, makeTenant, tokenOf, type Answer, type Person, type TestTenant } from './identity-http.ts';

let test: TestApp;
let tenant: TestTenant;

beforeAll(async () => {
  test = await startTestApp();
  tenant = await makeTenant(test, 'seongdong');
});
afterAll(() => test.stop());

const sql = (text: string, values: unknown[] = []) =>
  withSuperuser(test.database.superUrl, async (client) => (await client.query(text, values)).rows as never[]);
const login = ({ email, password }: Person) =>
  ask(test.app, 'POST /api/auth/login', { body: { email, password }, from: '10.3.0.1' });
const second = (challenge: string, code: string, from = '10.3.0.1') =>
  ask(test.app, 'POST /api/auth/login/second-factor', { body: { challenge, code }, from });
const post = (path: string, token: string, body: object = {}) => ask(test.app, `POST ${path}`, { token, body });
/** The code that an app shows, so many steps from now. */
const codeOf = (secret: string, steps = 0) => new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 });
/** Time goes by for an account: codes of steps that were used count again, as they would after as many steps. */
const forgetSteps = () => sql('update second_factor set last_step = 0');

interface Enrolled extends Person {
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
  readonly token: string;
}

async function enrol(person: Person): Promise<Enrolled> {
  const token = await tokenOf(test, person);
  const begun = await post('/api/auth/second-factor', token, { password: person.password });
  const secret = begun.body.secret as string;
  const confirmed = await post('/api/auth/second-factor/confirm', token, { code: codeOf(secret, -1) });
  expect([begun.status, confirmed.status]).toEqual([201, 200]);
  return { ...person, secret, token, recoveryCodes: confirmed.body.recoveryCodes as string[] };
}

const makeEnrolled = async (name: string) => enrol(await makeStaff(test, tenant, name, ['staff']));
const challengeOf = async (person: Person) => (await login(person)).body.challenge as string;

describe('setting up', () => {
  it('asks for the password, gives a secret for an app, and counts from the first right code on', async () => {
    const kim = await makeStaff(test, tenant, 'kim', ['staff']);
    const token = await tokenOf(test, kim);
    expect((await post('/api/auth/second-factor', token)).body.code).toBe('bad_credentials');
    const { body } = await post('/api/auth/second-factor', token, { password: kim.password });
    expect(body.uri).toContain(`secret=${body.secret}`);
    // Nothing is asked for until it is confirmed, and only with a code of this secret.
    expect((await login(kim)).status).toBe(200);
    expect((await post('/api/auth/second-factor/confirm', token, { code: '000000' })).body.code).toBe('bad_code');
    const confirmed = await post('/api/auth/second-factor/confirm', token, { code: codeOf(body.secret) });
    expect(new Set(confirmed.body.recoveryCodes).size).toBe(10);
    expect((await login(kim)).body.code).toBe('second_factor_required');
    const me = await ask(test.app, 'GET /api/auth/me', { token });
    expect(me.body.secondFactor).toEqual({ enabled: true, required: false, recoveryCodesLeft: 10 });
    expect((await post('/api/auth/second-factor', token, { password: kim.password })).body.code).toBe(
      'second_factor_set',
    );
  });

  it('stores the secret sealed and the recovery codes as hashes', async () => {
    const lee = await makeEnrolled('lee');
    const rows: { row: string }[] = await sql(
      `select to_jsonb(f)::text as row from second_factor f union all select to_jsonb(c)::text from recovery_code c`,
    );
    const all = rows.map(({ row }) => row).join('\n');
    for (const told of [lee.secret, ...lee.recoveryCodes, ...lee.recoveryCodes.map((code) => code.replaceAll('-', ''))])
      expect(all).not.toContain(told);
  });
});

describe('log-in with a second factor', () => {
  it('takes two steps; no cookie and no token before the second', async () => {
    const park = await makeEnrolled('park');
    const first = await login(park);
    expect([first.status, first.body.code, first.setCookie]).toEqual([401, 'second_factor_required', '']);
    expect(first.body.accessToken).toBeUndefined();
    const done = await second(first.body.challenge, codeOf(park.secret));
    expect([done.status, done.body.me.email]).toEqual([200, park.email]);
    expect(done.setCookie).toMatch(/HttpOnly/);
    expect((await ask(test.app, 'GET /api/auth/me', { token: done.body.accessToken })).status).toBe(200);
  });

  it('takes a code once, and none that is older than one that was taken', async () => {
    const choi = await makeEnrolled('choi');
    const now = codeOf(choi.secret);
    expect((await second(await challengeOf(choi), now)).status).toBe(200);
    expect((await second(await challengeOf(choi), now)).body.code).toBe('bad_code');
    expect((await second(await challengeOf(choi), codeOf(choi.secret, -1))).body.code).toBe('bad_code');
    expect((await second(await challengeOf(choi), codeOf(choi.secret, 1))).status).toBe(200);
  });

  it('takes one of many who send the same code at once', async () => {
    const jung = await makeEnrolled('jung');
    const challenge = await challengeOf(jung);
    const code = codeOf(jung.secret);
    const answers = await Promise.all(Array.from({ length: 5 }, () => second(challenge, code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('takes a recovery code once, however it is written', async () => {
    const han = await makeEnrolled('han');
    const [one = '', two = ''] = han.recoveryCodes;
    expect((await second(await challengeOf(han), one)).status).toBe(200);
    expect((await second(await challengeOf(han), one)).body.code).toBe('bad_code');
    const spoken = await second(await challengeOf(han), ` ${two.toLowerCase().replaceAll('-', ' ')} `);
    expect([spoken.status, spoken.body.me.secondFactor.recoveryCodesLeft]).toEqual([200, 8]);
  });

  it('refuses challenges that are used, replaced, too old, made up, or another’s token', async () => {
    const oh = await makeEnrolled('oh');
    const used = await challengeOf(oh);
    const session = await second(used, codeOf(oh.secret));
    await forgetSteps();
    const replaced = await challengeOf(oh);
    const newest = await challengeOf(oh);
    const code = () => codeOf(oh.secret);
    for (const bad of [used, replaced, `${newest.slice(0, -4)}AAAA`, 'x', session.body.accessToken])
      expect((await second(bad, code())).body.code).toBe('challenge_over');
    await sql(`update account_link set expires_at = now() - interval '1 second'`);
    expect((await second(newest, code())).body.code).toBe('challenge_over');
    // A challenge opens nothing else: it is no token and no link of a letter.
    const other = await challengeOf(oh);
    expect((await ask(test.app, 'GET /api/auth/me', { token: other })).status).toBe(401);
    const reset = { token: other, password: 'seven quiet rivers' };
    expect((await ask(test.app, 'POST /api/auth/password/reset', { body: reset })).body.code).toBe('link_invalid');
  });

  it('stops guesses of an account after five, from whatever addresses, also when they come at once, and with a new challenge', async () => {
    const seo = await makeEnrolled('seo');
    const challenge = await challengeOf(seo);
    const statuses = await Promise.all(
      Array.from({ length: 12 }, async (_, n) => (await second(challenge, '000000', `10.3.1.${n}`)).body.code),
    );
    expect(statuses.filter((code) => code === 'too_many_requests').length).toBeGreaterThanOrEqual(7);
    expect((await second(await challengeOf(seo), codeOf(seo.secret), '10.3.2.1')).body.code).toBe('too_many_requests');
    // Nobody else is stopped.
    const yoon = await makeEnrolled('yoon');
    expect((await second(await challengeOf(yoon), codeOf(yoon.secret))).status).toBe(200);
  });

  it('refuses somebody who is no longer let in', async () => {
    const ryu = await makeEnrolled('ryu');
    const challenge = await challengeOf(ryu);
    await sql('update staff set active = false where email = $1', [ryu.email]);
    expect((await second(challenge, codeOf(ryu.secret))).body.code).toBe('challenge_over');
  });
});

describe('giving it up', () => {
  it('takes password and code', async () => {
    const bae = await makeEnrolled('bae');
    const disable = (password: string, code: string) =>
      post('/api/auth/second-factor/disable', bae.token, { password, code });
    expect((await disable('wrong', codeOf(bae.secret))).body.code).toBe('bad_credentials');
    expect((await disable(bae.password, '000000')).body.code).toBe('bad_code');
    expect((await login(bae)).body.code).toBe('second_factor_required');
    expect((await disable(bae.password, codeOf(bae.secret))).status).toBe(204);
    expect((await login(bae)).status).toBe(200);
    expect((await disable(bae.password, codeOf(bae.secret))).body.code).toBe('second_factor_missing');
  });

  it('gives ten new recovery codes for the old ones', async () => {
    const ahn = await makeEnrolled('ahn');
    const [old = '', proof = ''] = ahn.recoveryCodes;
    const renewed = await post('/api/auth/second-factor/recovery-codes', ahn.token, {
      password: ahn.password,
      code: proof,
    });
    expect(renewed.body.recoveryCodes).toHaveLength(10);
    expect((await second(await challengeOf(ahn), old)).body.code).toBe('bad_code');
    expect((await second(await challengeOf(ahn), renewed.body.recoveryCodes[0])).status).toBe(200);
  });
});

describe('an account that must have one', () => {
  const live = async (slug: string): Promise<{ owner: Person; first: Answer }> => {
    const token = await tokenOf(test, operator);
    const owner = { email: `owner@${slug}.test`, password: `owner-password-${slug}` };
    const body = { slug, name: `기관 ${slug}`, kind: 'live', owner: { ...owner, name: '이민원' } };
    expect((await post('/api/admin/tenants', token, body)).status).toBe(201);
    return { owner, first: await login(owner) };
  };

  it('may do nothing but set it up, and everything right after: a fresh owner of a live tenant', async () => {
    const { owner, first } = await live('gangnam');
    const token = first.body.accessToken as string;
    expect(first.body.me).toMatchObject({ session: 'enrolment', permissions: [], secondFactor: { required: true } });
    for (const route of [
      'GET /api/admin/staff',
      'GET /api/auth/sessions',
      'POST /api/admin/offices',
      'PUT /api/auth/pin',
    ])
      expect((await ask(test.app, route, { token })).body.code).toBe('second_factor_needed');
    const { secret } = (await post('/api/auth/second-factor', token)).body;
    const confirmed = await post('/api/auth/second-factor/confirm', token, { code: codeOf(secret, -1) });
    expect(confirmed.status).toBe(200);
    expect((await ask(test.app, 'GET /api/auth/me', { token })).body.session).toBe('full');
    expect((await ask(test.app, 'GET /api/admin/staff', { token })).status).toBe(200);
    const proof = { password: owner.password, code: codeOf(secret) };
    expect((await post('/api/auth/second-factor/disable', token, proof)).body.code).toBe('second_factor_mandatory');
  });

  it('stays so when the session is refreshed', async () => {
    const { first } = await live('mapo');
    const again = await ask(test.app, 'POST /api/auth/refresh', { cookie: first.cookie ?? '' });
    expect(again.body.me.session).toBe('enrolment');
  });

  it('is whoever the tenant’s rules name, at once and also in a rehearsal', async () => {
    const chief = await makeStaff(test, tenant, 'chief', ['supervisor']);
    const clerk = await makeStaff(test, tenant, 'clerk', ['staff']);
    const [ofChief, ofClerk] = [await tokenOf(test, chief), await tokenOf(test, clerk)];
    const policy = { secondFactorRoles: ['supervisor'], idleMinutes: 720 };
    const set = await ask(test.app, 'PUT /api/admin/policy', { token: tenant.ownerToken, body: policy });
    expect([set.status, set.body]).toEqual([200, policy]);
    await new Promise((resolve) => setTimeout(resolve, 5_100));
    expect((await ask(test.app, 'GET /api/admin/devices', { token: ofChief })).body.code).toBe('second_factor_needed');
    expect((await ask(test.app, 'GET /api/auth/me', { token: ofClerk })).body.session).toBe('full');
    expect((await ask(test.app, 'GET /api/auth/me', { token: tenant.ownerToken })).body.session).toBe('full');
    await ask(test.app, 'PUT /api/admin/policy', {
      token: tenant.ownerToken,
      body: { ...policy, secondFactorRoles: [] },
    });
  });

  it('always is the owner of a live tenant, whatever its rules say', async () => {
    const { owner } = await live('songpa');
    const token = await tokenOf(test, owner);
    expect((await ask(test.app, 'GET /api/admin/policy', { token })).body).toEqual({
      secondFactorRoles: ['owner'],
      idleMinutes: 720,
    });
    const body = { secondFactorRoles: [], idleMinutes: 30 };
    expect((await ask(test.app, 'PUT /api/admin/policy', { token, body })).body).toEqual({
      secondFactorRoles: ['owner'],
      idleMinutes: 30,
    });
    for (const bad of [
      { ...body, idleMinutes: 4 },
      { ...body, idleMinutes: 1_441 },
      { secondFactorRoles: ['operator'], idleMinutes: 30 },
    ])
      expect((await ask(test.app, 'PUT /api/admin/policy', { token, body: bad })).body.code).toBe('validation');
  });

  it('is the operator, unless the installation is for trying out', async () => {
    const strict = await startTestApp({ OPERATOR_SECOND_FACTOR: 'required' });
    try {
      const first = await ask(strict.app, 'POST /api/auth/login', { body: operator });
      expect(first.body.me).toMatchObject({ session: 'enrolment', permissions: [] });
      const token = first.body.accessToken as string;
      expect((await ask(strict.app, 'GET /api/admin/tenants', { token })).body.code).toBe('second_factor_needed');
      expect(
        (await ask(strict.app, 'GET /api/admin/tenants', { token: await tokenOf(strict, { ...operator }) })).status,
      ).toBe(200);
    } finally {
      await strict.stop();
    }
  });
});
