import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ssoCallbackPath } from '@sunbeon/contract';
import type { ServerResponse } from 'node:http';
import { startTestApp, type TestApp } from './app.ts';
import { ask, makeStaff, makeTenant, tokenOf, type TestTenant } from './identity-http.ts';
import { client, TestProvider } from '../../../tools/testing/oidc.ts';

/** Setting an identity provider up, and what the test button says of it. */
let test: TestApp;
let gu: TestTenant;
let provider: TestProvider;

beforeAll(async () => {
  test = await startTestApp({ SSO_PRIVATE_NETWORKS: '1', PUBLIC_URL: 'https://wait.example/' });
  gu = await makeTenant(test, 'seongdong');
  provider = new TestProvider(`https://wait.example${ssoCallbackPath}`);
  await provider.start();
}, 60_000);
afterAll(async () => {
  await provider.stop();
  await test.stop();
});

const good = () => ({ issuer: provider.issuer, clientId: client.id, clientSecret: client.secret });
const save = (body: object, token = gu.ownerToken) => ask(test.app, 'PUT /api/admin/sso', { token, body });

/** What the test button says, of an issuer. */
async function faultOf(issuer: string, app = test, tenant = gu): Promise<string | null> {
  const saved = await ask(app.app, 'PUT /api/admin/sso', { token: tenant.ownerToken, body: { ...good(), issuer } });
  if (saved.status !== 200) return `not saved: ${saved.body.issues[0].path}`;
  const { status, body } = await ask(app.app, 'POST /api/admin/sso/test', { token: tenant.ownerToken });
  expect(status).toBe(200);
  expect(body.message.ko).toMatch(/^[^.]+\.(?:[^.]+\.)?$/);
  return body.fault as string | null;
}

/** The provider's discovery document, changed. */
async function withDocument<T>(change: object | string, work: () => Promise<T>): Promise<T> {
  const response = await fetch(`${provider.issuer}/.well-known/openid-configuration`);
  const document = (await response.json()) as object;
  provider.instead = (path, answer: ServerResponse) => {
    if (!path.startsWith('/.well-known')) return false;
    answer.setHeader('content-type', 'application/json');
    answer.end(typeof change === 'string' ? change : JSON.stringify({ ...document, ...change }));
    return true;
  };
  try {
    return await work();
  } finally {
    provider.instead = undefined;
  }
}

describe('the settings', () => {
  it('are the owner’s: nobody else reads or writes them', async () => {
    const chief = await tokenOf(test, await makeStaff(test, gu, 'chief', ['supervisor']));
    for (const route of ['GET /api/admin/sso', 'POST /api/admin/sso/remove', 'POST /api/admin/sso/test'])
      expect((await ask(test.app, route, { token: chief })).status).toBe(403);
    expect((await save(good(), chief)).status).toBe(403);
    const { body } = await ask(test.app, 'GET /api/admin/sso', { token: gu.ownerToken });
    expect(body).toEqual({
      settings: null,
      redirectUri: 'https://wait.example/api/auth/sso/callback',
      startPath: '/api/auth/sso/seongdong',
    });
  });

  it('are kept, and keep the secret unless it is given anew', async () => {
    const facts = { scopes: ['openid', 'email'], emailDomains: ['seongdong.go.kr'], requiredAcr: ['2'] };
    expect((await save({ ...good(), ...facts })).body.settings).toMatchObject({
      ...facts,
      secretSet: true,
      enabled: true,
    });
    const { clientSecret: _, ...rest } = good();
    expect((await save(rest)).status).toBe(200);
    for (const change of [{ clientId: 'other' }, { issuer: 'https://evil.example' }]) {
      const { status, body } = await save({ ...rest, ...change });
      expect([status, body.issues[0].path]).toEqual([422, 'body.clientSecret']);
    }
  });

  it.each<[string, object]>([
    ['body.issuer', { issuer: 'not an address' }],
    ['body.issuer', { issuer: 'ftp://a.example' }],
    ['body.issuer', { issuer: 'http://a.example' }],
    ['body.issuer', { issuer: 'https://user:pw@a.example' }],
    ['body.issuer', { issuer: 'https://a.example/?x=1' }],
    ['body.scopes', { scopes: ['email'] }],
    ['body.scopes.1', { scopes: ['openid', 'a b'] }],
    ['body.emailDomains.0', { emailDomains: ['@seongdong.go.kr'] }],
    ['body.emailDomains.0', { emailDomains: ['GO.KR'] }],
    ['body.emailDomains', { autoCreate: { role: 'viewer' } }],
    ['body.autoCreate.role', { autoCreate: { role: 'owner' }, emailDomains: ['a.kr'] }],
    ['body.autoCreate.offices.0', { autoCreate: { role: 'viewer', offices: ['nowhere'] }, emailDomains: ['a.kr'] }],
    ['body.clientSecret', { clientSecret: '' }],
  ])('refuse what is wrong: %s %j', async (path, change) => {
    const before = await ask(test.app, 'GET /api/admin/sso', { token: gu.ownerToken });
    const { status, body } = await save({ ...good(), ...change });
    expect([status, body.code, body.issues[0].path]).toEqual([422, 'validation', path]);
    expect((await ask(test.app, 'GET /api/admin/sso', { token: gu.ownerToken })).body).toEqual(before.body);
  });

  it('are forgotten on wish', async () => {
    await save(good());
    expect((await ask(test.app, 'POST /api/admin/sso/remove', { token: gu.ownerToken })).status).toBe(204);
    expect((await ask(test.app, 'GET /api/admin/sso', { token: gu.ownerToken })).body.settings).toBeNull();
    const { body } = await ask(test.app, 'POST /api/admin/sso/test', { token: gu.ownerToken });
    expect(body.fault).toBe('not_set');
  });
});

describe('the test button', () => {
  it('finds nothing wrong with a real provider', async () => {
    expect(await faultOf(provider.issuer)).toBeNull();
  });

  it('says what is wrong with the address', async () => {
    expect(await faultOf('http://127.0.0.1:1')).toBe('unreachable');
    expect(await faultOf('https://does-not-exist.invalid')).toBe('unknown_host');
    expect(await faultOf(provider.issuer.replace('http:', 'https:'))).toBe('tls');
    expect(await faultOf(`${provider.issuer}/tenants/x`)).toBe('not_found');
  });

  it.each<[string, object | string]>([
    ['not_discovery', 'no JSON'],
    ['not_discovery', '{}'],
    ['too_large', ' '.repeat(300_000)],
    ['other_issuer', { issuer: 'https://evil.example' }],
    ['other_origin', { token_endpoint: 'https://evil.example/token' }],
    ['other_origin', { jwks_uri: 'http://169.254.169.254/latest' }],
    ['other_origin', { authorization_endpoint: 'http://127.0.0.1:1/auth' }],
    ['other_origin', { userinfo_endpoint: 'file:///etc/passwd' }],
    ['no_code_flow', { response_types_supported: ['id_token'] }],
    ['no_pkce', { code_challenge_methods_supported: ['plain'] }],
    ['no_keys', { jwks_uri: 'SELF/nothing' }],
  ])('says %s', async (fault, change) => {
    const filled =
      typeof change === 'string'
        ? change
        : (JSON.parse(JSON.stringify(change).replace('SELF', provider.issuer)) as object);
    expect(await withDocument(filled, () => faultOf(provider.issuer))).toBe(fault);
  });

  it('follows no redirect and waits no longer than five seconds', async () => {
    provider.asked = [];
    provider.instead = (_, response) => {
      response.writeHead(302, { location: `${provider.issuer}/secret` }).end();
      return true;
    };
    expect(await faultOf(provider.issuer)).toBe('not_found');
    expect(provider.asked).toEqual(['/.well-known/openid-configuration']);
    provider.instead = () => true;
    const begin = Date.now();
    expect(await faultOf(provider.issuer)).toBe('timeout');
    expect(Date.now() - begin).toBeLessThan(9_000);
    provider.instead = undefined;
  });
});

describe('an installation that allows no private networks', () => {
  let closed: TestApp;
  let strict: TestTenant;
  // After all others: passport keeps one strategy per process, that of the last app.
  beforeAll(async () => {
    closed = await startTestApp();
    strict = await makeTenant(closed, 'seongdong');
  }, 60_000);
  afterAll(() => closed.stop());

  it('asks nobody there, by address, by name or by trick', async () => {
    provider.asked = [];
    expect(await faultOf(provider.issuer, closed, strict)).toBe('not saved: body.issuer');
    const port = new URL(provider.issuer).port;
    for (const host of [
      '127.0.0.1',
      'localhost',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '0x7f.1',
      '2130706433',
      '169.254.169.254',
      '10.0.0.1',
    ]) {
      expect([host, await faultOf(`https://${host}:${port}`, closed, strict)]).toEqual([host, 'private_address']);
    }
    expect(provider.asked).toEqual([]);
  });
});
