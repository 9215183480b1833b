import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { plans, ssoCallbackPath } from '@sunbeon/contract';
import { startTestApp, type TestApp } from './app.ts';
import { withSuperuser } from './history.ts';
import { ask, makeOffice, makeStaff, makeTenant, type TestTenant } from './identity-http.ts';
import { client, newKey, signed, TestBrowser, TestProvider, type Subject } from '../../../tools/testing/oidc.ts';

/** Log-ins by a district's own identity provider, against a real one (oidc-provider). */
let test: TestApp;
let gu: TestTenant;
let other: TestTenant;
let provider: TestProvider;
let browser: TestBrowser;
let names = 0;

beforeAll(async () => {
  test = await startTestApp({ SSO_PRIVATE_NETWORKS: '1' });
  [gu, other] = [await makeTenant(test, 'seongdong'), await makeTenant(test, 'gangnam')];
  await makeOffice(test, gu, 'main');
  provider = new TestProvider(test.url + ssoCallbackPath);
  await provider.start();
}, 60_000);
afterAll(async () => {
  await provider.stop();
  await test.stop();
});
beforeEach(async () => {
  browser = new TestBrowser();
  await save();
});
afterEach(() => {
  provider.change = undefined;
  provider.instead = undefined;
});

const settings = () => ({
  issuer: provider.issuer,
  clientId: client.id,
  clientSecret: client.secret,
  emailDomains: ['seongdong.test', 'gangnam.test'],
});
const save = (change: object = {}, tenant = gu) =>
  ask(test.app, 'PUT /api/admin/sso', { token: tenant.ownerToken, body: { ...settings(), ...change } });
const sql = (text: string) =>
  withSuperuser(test.database.superUrl, async (db) => (await db.query<Record<string, unknown>>(text)).rows);

/** A member of staff, and the same person as the provider knows him or her. */
async function person(change: Partial<Subject> = {}): Promise<Subject & { email: string; password: string }> {
  names += 1;
  const { email, password } = await makeStaff(test, gu, `kim${names}`, ['staff']);
  return { sub: `sub-${names}`, email, password, ...change };
}

interface Result {
  readonly path: string;
  /** Code of the failure, '' when the log-in was good. */
  readonly sso: string;
  readonly session: string | undefined;
}

/** The whole way: our redirect, the provider's log-in, the way back. */
async function logIn(subject: Subject | undefined, start = `/api/auth/sso/${gu.slug}?next=/console/`): Promise<Result> {
  provider.subject = subject;
  return resultOf(await browser.open(test.url + start));
}

function resultOf(address: string): Result {
  const { pathname, searchParams } = new URL(address);
  return {
    path: pathname,
    sso: searchParams.get('sso') ?? '',
    session: browser.jar(test.url).get('sunbeon_session'),
  };
}

/** Goes to the provider and logs in there, but does not come back yet. @returns the address to come back to */
async function halfWay(subject: Subject): Promise<string> {
  provider.subject = subject;
  return browser.open(`${test.url}/api/auth/sso/${gu.slug}`, (at) => at.startsWith(test.url + ssoCallbackPath));
}

const failed = (sso: string) => ({ path: '/signup/login', sso, session: undefined });

describe('a log-in by the identity provider', () => {
  it('gives the session cookie that passwords give, and leads on', async () => {
    const kim = await person();
    const result = await logIn(kim);
    expect(result).toEqual({ path: '/console/', sso: '', session: expect.any(String) });
    const { status, body } = await ask(test.app, 'POST /api/auth/refresh', { cookie: result.session ?? '' });
    expect([status, body.me.email, body.me.tenant.slug]).toEqual([200, kim.email, gu.slug]);
    expect((await ask(test.app, 'GET /api/auth/me', { token: body.accessToken })).status).toBe(200);
  });

  it('uses the code flow with PKCE, state and nonce, in a cookie that only the way back sees', async () => {
    const response = await fetch(`${test.url}/api/auth/sso/${gu.slug}`, { redirect: 'manual' });
    const target = new URL(response.headers.get('location') ?? '');
    expect(target.origin).toBe(provider.issuer);
    const query = Object.fromEntries(target.searchParams);
    expect(query).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', client_id: client.id });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(query[name]).toMatch(/^[\w-]{43}$/);
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^sunbeon_sso=[^;]+; Max-Age=600; Path=\/api\/auth\/sso\/callback; HttpOnly; SameSite=Lax/);
    for (const secret of [query['state'], query['nonce'], client.secret]) expect(cookie).not.toContain(secret);
  });

  it('knows somebody again by the subject, also under another e-mail', async () => {
    const kim = await person();
    expect((await logIn(kim)).sso).toBe('');
    browser = new TestBrowser();
    const { session } = await logIn({ sub: kim.sub, email: 'new-name@elsewhere.test', emailVerified: false });
    const { body } = await ask(test.app, 'POST /api/auth/refresh', { cookie: session ?? '' });
    expect(body.me.email).toBe(kim.email);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/api/auth/logout'])(
    'never leads to another site: %s',
    async (next) => {
      const result = await logIn(await person(), `/api/auth/sso/${gu.slug}?next=${encodeURIComponent(next)}`);
      expect(result).toMatchObject({ path: '/counter/', sso: '' });
      expect(new URL(browser.visited.at(-1) ?? '').origin).toBe(test.url);
    },
  );

  it('keeps the secret sealed and shows it to nobody', async () => {
    const [row] = await sql('select client_secret from sso_settings');
    expect(String(row?.['client_secret'])).not.toContain(client.secret);
    const { body } = await ask(test.app, 'GET /api/admin/sso', { token: gu.ownerToken });
    expect(JSON.stringify(body)).not.toMatch(/a-secret|clientSecret/);
    expect(body).toMatchObject({
      settings: { secretSet: true, issuer: provider.issuer },
      startPath: `/api/auth/sso/${gu.slug}`,
    });
    const audit = await ask(test.app, 'GET /api/admin/audit?action=sso', { token: gu.ownerToken });
    expect(audit.body.rows.length).toBeGreaterThan(1);
    expect(JSON.stringify(audit.body)).not.toContain('a-secret');
  });
});

describe('whoever is not who they say', () => {
  it('has no account: unverified e-mail, none at all, another domain, nobody here', async () => {
    const kim = await person();
    const wrongs: Subject[] = [
      { ...kim, emailVerified: false },
      { sub: kim.sub },
      { sub: 's-x', email: 'somebody@evil.test' },
      { sub: 's-y', email: 'nobody-here@seongdong.test' },
    ];
    for (const wrong of wrongs) {
      browser = new TestBrowser();
      expect(await logIn(wrong)).toEqual(failed('sso_no_account'));
    }
    expect(await sql(`select 1 from sso_identity where subject in ('${kim.sub}', 's-x', 's-y')`)).toEqual([]);
  });

  it('has no account in another tenant, even where new people are welcome', async () => {
    const foreigner = await makeStaff(test, other, 'lee', ['staff']);
    expect(await logIn({ sub: 'lee', email: foreigner.email })).toEqual(failed('sso_no_account'));
    await save({ autoCreate: { role: 'viewer' } });
    browser = new TestBrowser();
    expect(await logIn({ sub: 'lee', email: foreigner.email })).toEqual(failed('sso_no_account'));
    expect((await sql(`select tenant_id from staff where email = '${foreigner.email}'`)).length).toBe(1);
  });

  it('cannot come as a person of another tenant who uses the same provider under the same subject', async () => {
    const kim = await person();
    expect((await logIn(kim)).sso).toBe('');
    await save({}, other);
    browser = new TestBrowser();
    expect(await logIn({ sub: kim.sub, email: kim.email }, `/api/auth/sso/${other.slug}`)).toEqual(
      failed('sso_no_account'),
    );
  });

  it('is out once the account is', async () => {
    const kim = await person();
    expect((await logIn(kim)).sso).toBe('');
    await sql(`update staff set active = false where email = '${kim.email}'`);
    browser = new TestBrowser();
    expect(await logIn(kim)).toEqual(failed('sso_no_account'));
  });

  it('is let in by no other than the provider: cancelled, wrong state, none, another browser’s', async () => {
    const kim = await person();
    expect(await logIn(undefined)).toEqual(failed('sso_refused'));

    browser = new TestBrowser();
    const back = new URL(await halfWay(kim));
    back.searchParams.set('state', 'x'.repeat(43));
    expect(resultOf(await browser.open(back.href))).toEqual(failed('sso_refused'));

    browser = new TestBrowser();
    const stolen = await halfWay(kim);
    browser = new TestBrowser(); // the victim's browser, led to the attacker's address (log-in CSRF)
    expect(resultOf(await browser.open(stolen))).toEqual(failed('sso_refused'));

    browser = new TestBrowser();
    const mixed = await halfWay(kim);
    await halfWay(kim); // began anew in the same browser: the first way back is over
    expect(resultOf(await browser.open(mixed))).toEqual(failed('sso_refused'));
  });

  it('cannot use a code twice', async () => {
    const kim = await person();
    const back = await halfWay(kim);
    const cookie = browser.jar(test.url).get('sunbeon_sso') ?? '';
    expect(resultOf(await browser.open(back)).sso).toBe('');
    browser = new TestBrowser();
    browser.jar(test.url).set('sunbeon_sso', cookie);
    expect(resultOf(await browser.open(back))).toEqual(failed('sso_refused'));
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['nonsense', 'x'],
    ['no such key', 'other~1.x.y'],
    ['sealed by nobody', 'test~1.AAAA'],
  ])('cannot make the cookie up: %s', async (_, value) => {
    browser.jar(test.url).set('sunbeon_sso', value);
    expect(resultOf(await browser.open(`${test.url}${ssoCallbackPath}?code=x&state=y`))).toEqual(failed('sso_refused'));
  });

  it('cannot change the cookie, nor use it after ten minutes', async () => {
    const back = await halfWay(await person());
    const cookie = browser.jar(test.url).get('sunbeon_sso') ?? '';
    const at = Math.floor(cookie.length / 2);
    const other = cookie[at] === 'A' ? 'B' : 'A';
    browser.jar(test.url).set('sunbeon_sso', cookie.slice(0, at) + other + cookie.slice(at + 1));
    expect(resultOf(await browser.open(back))).toEqual(failed('sso_refused'));
    browser.jar(test.url).set('sunbeon_sso', cookie);
    const later = Date.now() + 10 * 60_000;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => later);
    try {
      expect(resultOf(await browser.open(back))).toEqual(failed('sso_refused'));
    } finally {
      clock.mockRestore();
    }
  });
});

describe('an ID token', () => {
  const now = () => Math.floor(Date.now() / 1000);
  it.each<[string, (claims: Record<string, unknown>) => Record<string, unknown>]>([
    ['of another nonce', (claims) => ({ ...claims, nonce: 'n'.repeat(43) })],
    ['without a nonce', ({ nonce: _, ...claims }) => claims],
    ['of another issuer', (claims) => ({ ...claims, iss: 'https://evil.example' })],
    ['for another audience', (claims) => ({ ...claims, aud: 'another-client' })],
    ['for several, and issued to another', (claims) => ({ ...claims, aud: [client.id, 'x'], azp: 'x' })],
    ['that is over', (claims) => ({ ...claims, iat: now() - 7200, exp: now() - 3600 })],
    ['of the future', (claims) => ({ ...claims, nbf: now() + 3600 })],
    ['without an end', ({ exp: _, ...claims }) => claims],
    ['without a subject', ({ sub: _, ...claims }) => claims],
  ])('is refused %s', async (_, change) => {
    const kim = await person();
    provider.change = change;
    expect(await logIn(kim)).toEqual(failed('sso_refused'));
    provider.change = (claims) => claims;
    browser = new TestBrowser();
    expect((await logIn(kim)).sso).toBe(''); // signed anew and unchanged it is good
  });

  it('is refused when its signature is of another key, missing, or "none"', async () => {
    const kim = await person();
    const forged = newKey();
    const head = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claimsOf = (claims: object) => head(claims);
    for (const change of [
      (claims: Record<string, unknown>, key: { kid?: string }) =>
        signed(head({ alg: 'RS256', kid: key.kid }), claims, forged),
      (claims: object) => `${head({ alg: 'none' })}.${claimsOf(claims)}.`,
      (claims: object) => `${head({ alg: 'RS256' })}.${claimsOf(claims)}.`,
    ]) {
      browser = new TestBrowser();
      provider.change = change;
      expect(await logIn(kim)).toEqual(failed('sso_refused'));
    }
  });

  it('is good under a new key of the provider at once', async () => {
    const kim = await person();
    expect((await logIn(kim)).sso).toBe('');
    provider.rotate();
    browser = new TestBrowser();
    expect((await logIn(kim)).sso).toBe('');
  });

  it('must say how the person logged in, where the tenant asks for it', async () => {
    const kim = await person();
    await save({ requiredAmr: ['otp', 'mfa'] });
    for (const amr of [undefined, ['pwd'], 'otp', []]) {
      provider.change = (claims) => ({ ...claims, amr });
      browser = new TestBrowser();
      expect(await logIn(kim)).toEqual(failed('sso_refused'));
    }
    provider.change = (claims) => ({ ...claims, amr: ['pwd', 'otp'] });
    browser = new TestBrowser();
    expect((await logIn(kim)).sso).toBe('');
  });
});

describe('new people', () => {
  it('are made where the tenant wants it, with the role it says and no more', async () => {
    await save({ autoCreate: { role: 'viewer', offices: ['main'] } });
    const result = await logIn({ sub: 'new-1', email: 'New.Person@seongdong.test', name: '새사람' });
    expect(result.sso).toBe('');
    const { body } = await ask(test.app, 'POST /api/auth/refresh', { cookie: result.session ?? '' });
    expect(body.me).toMatchObject({ name: '새사람', email: 'new.person@seongdong.test', roles: ['viewer'] });
    expect(body.me.offices.map(({ slug }: { slug: string }) => slug)).toEqual(['main']);
    const { body: audit } = await ask(test.app, 'GET /api/admin/audit?action=sso.create', { token: gu.ownerToken });
    expect(audit.rows[0]).toMatchObject({ actor: { kind: 'public' }, after: { name: '새**', roles: ['viewer'] } });
    browser = new TestBrowser();
    expect((await logIn({ sub: 'new-1', email: 'new.person@seongdong.test' })).sso).toBe('');
  });
});

describe('new people beyond the plan', () => {
  it('are not made, and can log in once there is room', async () => {
    await save({ autoCreate: { role: 'viewer' } });
    await sql(`update tenant set plan = 'small' where id = '${gu.id}'`);
    await sql(`insert into staff (tenant_id, id, email, name, password_hash, roles)
      select '${gu.id}', gen_random_uuid(), 'filler' || n || '@seongdong.test', 'f', 'x', '{viewer}' from generate_series(1, ${plans.small.staff}) n`);
    const late = { sub: 'late-1', email: 'late@seongdong.test' };
    expect(await logIn(late)).toEqual(failed('sso_no_account'));
    expect(await sql(`select 1 from staff where email = '${late.email}'`)).toEqual([]);
    await sql(`delete from staff where email like 'filler%'`);
    browser = new TestBrowser();
    expect((await logIn(late)).sso).toBe('');
    await sql(`update tenant set plan = 'standard' where id = '${gu.id}'`);
  });
});

describe('the only way', () => {
  it('ends passwords of all but owners, and tells so only to whom the password belongs', async () => {
    const kim = await person();
    const login = (email: string, password: string) =>
      ask(test.app, 'POST /api/auth/login', { body: { email, password } });
    await save({ only: true });
    expect((await login(kim.email, kim.password)).body.code).toBe('sso_only');
    expect((await login(kim.email, 'wrong password')).body.code).toBe('bad_credentials');
    expect((await login(gu.owner.email, gu.owner.password)).status).toBe(200);
    expect((await logIn(kim)).sso).toBe('');
    await save({ only: true, enabled: false });
    expect((await login(kim.email, kim.password)).status).toBe(200);
  });
});

describe('a provider that is away', () => {
  it('is said so, and everybody else goes on', async () => {
    const kim = await person();
    const back = await halfWay(kim);
    const port = await provider.stop();
    expect(resultOf(await browser.open(back))).toEqual(failed('sso_unavailable'));
    await save({ issuer: 'http://127.0.0.1:1' });
    expect(await logIn(kim)).toEqual(failed('sso_unavailable'));
    expect(
      (await ask(test.app, 'POST /api/auth/login', { body: { email: kim.email, password: kim.password } })).status,
    ).toBe(200);
    await provider.start(port);
    await save();
    expect((await logIn(kim)).sso).toBe('');
  });

  it('and one that is none: unknown tenants, tenants without, switched off, suspended: all alike', async () => {
    const none = await makeTenant(test, 'none');
    await save({ enabled: false });
    for (const slug of ['nowhere', none.slug, gu.slug, 'UPPER', 'platform']) {
      const where = await browser.open(`${test.url}/api/auth/sso/${slug}?next=/console/`);
      expect(new URL(where).pathname + new URL(where).search).toBe(
        `/signup/login?sso=sso_unavailable&tenant=${slug}&next=%2Fconsole%2F`,
      );
    }
    for (const slug of ['nowhere', none.slug, gu.slug]) {
      const { body } = await ask(test.app, `GET /api/auth/sso/${slug}/offer`);
      expect(body).toEqual({ available: false, only: false, name: null });
    }
    await save({ only: true });
    const { body } = await ask(test.app, `GET /api/auth/sso/${gu.slug}/offer`);
    expect(body).toEqual({ available: true, only: true, name: '기관 seongdong' });
  });

  it('was changed while somebody was there: the old one lets nobody in any more', async () => {
    const back = await halfWay(await person());
    await save({ clientId: 'another', clientSecret: 'x' });
    expect(resultOf(await browser.open(back))).toEqual(failed('sso_refused'));
  });
});

it('keeps neither states nor e-mails of a log-in where they need not be', async () => {
  const rows = await sql('select * from sso_identity');
  expect(JSON.stringify(rows)).not.toMatch(/@/);
});
