import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { startTestApp, type TestApp } from './app.ts';
import { ask, makeTenant, type TestTenant } from './identity-http.ts';

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

const login = async () => {
  const { body, cookie } = await ask(test.app, 'POST /api/auth/login', { body: tenant.owner });
  return { access: body.accessToken as string, refresh: cookie ?? '' };
};
const refresh = (cookie: string, headers: Record<string, string> = {}) =>
  ask(test.app, 'POST /api/auth/refresh', { cookie, headers });
const me = (token: string) => ask(test.app, 'GET /api/auth/me', { token });
/** Lets time pass for all sessions: their instants move into the past. */
const age = (interval: string) =>
  database.query(
    `update session set used_at = used_at - $1::interval, active_at = active_at - $1::interval,
    access_expires_at = access_expires_at - $1::interval, expires_at = expires_at - $1::interval`,
    [interval],
  );

describe('refresh', () => {
  it('changes both tokens; the old access token dies at once', async () => {
    const first = await login();
    expect((await me(first.access)).status).toBe(200);
    const second = await refresh(first.refresh);
    expect(second.status).toBe(200);
    expect(second.cookie).not.toBe(first.refresh);
    expect((await me(second.body.accessToken)).status).toBe(200);
    expect((await me(first.access)).status).toBe(401);
    const third = await refresh(second.cookie ?? '');
    expect(third.status).toBe(200);
  });

  it('gives two tabs that refresh at once the same tokens', async () => {
    const { refresh: cookie } = await login();
    const [one, two] = await Promise.all([refresh(cookie), refresh(cookie)]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(two.cookie).toBe(one.cookie);
    expect(two.body.accessToken).toBe(one.body.accessToken);
    expect((await me(one.body.accessToken)).status).toBe(200);
  });

  it('ends the session when an old token comes again later: somebody copied it', async () => {
    const { refresh: stolen } = await login();
    const owner = await refresh(stolen);
    expect((await me(owner.body.accessToken)).status).toBe(200);
    await age('11 seconds');
    const thief = await refresh(stolen);
    expect([thief.status, thief.body.code, thief.setCookie]).toEqual([401, 'unauthenticated', '']);
    expect((await me(owner.body.accessToken)).status).toBe(401);
    expect((await refresh(owner.cookie ?? '')).status).toBe(401);
  });

  it('refuses tokens that are none, and ends no session for them', async () => {
    const { refresh: good, access } = await login();
    const changed = `${good.slice(0, -2)}${good.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const cookie of ['', 'x', changed, access]) expect((await refresh(cookie)).status).toBe(401);
    expect((await ask(test.app, 'POST /api/auth/refresh')).status).toBe(401);
    expect((await refresh(good)).status).toBe(200);
  });

  it('ends after 12 idle hours, and after 7 days in any case', async () => {
    const idle = await login();
    await age('12 hours 1 second');
    expect((await refresh(idle.refresh)).status).toBe(401);

    let { refresh: busy } = await login();
    for (let hours = 0; hours < 7 * 24; hours += 11) {
      const next = await refresh(busy);
      expect(next.status).toBe(200);
      expect((await me(next.body.accessToken)).status).toBe(200);
      busy = next.cookie ?? '';
      await age('11 hours');
    }
    expect((await refresh(busy)).status).toBe(401);
  });

  it('takes nothing from other sites', async () => {
    const { refresh: cookie } = await login();
    for (const origin of ['https://evil.example', 'http://localhost:3000', 'null', 'nonsense']) {
      const foreign = await refresh(cookie, { origin });
      expect([origin, foreign.status, foreign.body.code]).toEqual([origin, 403, 'forbidden']);
      expect((await ask(test.app, 'POST /api/auth/logout', { cookie, headers: { origin } })).status).toBe(403);
    }
    expect((await refresh(cookie, { origin: 'http://localhost' })).status).toBe(200);
  });
});

describe('access token', () => {
  it('is good for 15 minutes', async () => {
    const { access } = await login();
    await age('15 minutes 1 second');
    expect((await me(access)).status).toBe(401);
  });

  it('dies with the person: somebody who was made inactive is out within five seconds', async () => {
    const { access, refresh: cookie } = await login();
    await database.query('update staff set active = false where email = $1', [tenant.owner.email]);
    try {
      expect((await me(access)).status).toBe(401);
      expect((await refresh(cookie)).status).toBe(401);
      expect((await ask(test.app, 'POST /api/auth/login', { body: tenant.owner })).status).toBe(401);
    } finally {
      await database.query('update staff set active = true where email = $1', [tenant.owner.email]);
    }
  });
});

describe('log-out', () => {
  it('ends the session at once and clears the cookie', async () => {
    const { access, refresh: cookie } = await login();
    expect((await me(access)).status).toBe(200);
    const out = await ask(test.app, 'POST /api/auth/logout', { cookie });
    expect([out.status, out.cookie]).toEqual([204, '']);
    expect((await me(access)).status).toBe(401);
    expect((await refresh(cookie)).status).toBe(401);
  });

  it('answers the same without a session', async () => {
    expect((await ask(test.app, 'POST /api/auth/logout')).status).toBe(204);
    expect((await ask(test.app, 'POST /api/auth/logout', { cookie: 'x' })).status).toBe(204);
  });

  it('ends no session for a token that is not its own', async () => {
    const { access, refresh: good } = await login();
    const forged = `${good.slice(0, -4)}AAAA`;
    await ask(test.app, 'POST /api/auth/logout', { cookie: forged });
    expect((await me(access)).status).toBe(200);
  });
});
