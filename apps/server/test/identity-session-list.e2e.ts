import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { realtimeNamespace, realtimePath } from '@sunbeon/contract';
import { io, type Socket } from 'socket.io-client';
import { SessionSockets } from '../src/boards/session-sockets.ts';
import { startTestApp, type TestApp } from './app.ts';
import { withSuperuser } from './history.ts';
import { ask, makeOffice, makeStaff, makeTenant, tokenOf, type Person, type TestTenant } from './identity-http.ts';

/** Two nodes on one database, which tell each other through PostgreSQL. */
let one: TestApp;
let two: TestApp;
let tenant: TestTenant;
const sockets: Socket[] = [];

beforeAll(async () => {
  one = await startTestApp({ REALTIME_ADAPTER: 'postgres' });
  two = await startTestApp({ REALTIME_ADAPTER: 'postgres', DATABASE_URL: one.database.databaseUrl });
  tenant = await makeTenant(one, 'seongdong');
  await makeOffice(one, tenant, 'main');
}, 60_000);
afterEach(() => sockets.splice(0).forEach((socket) => socket.disconnect()));
afterAll(async () => {
  await two.stop();
  await one.stop();
});

const sql = (text: string, values: unknown[] = []) =>
  withSuperuser(one.database.superUrl, (client) => client.query(text, values));
const login = async ({ email, password }: Person, headers: Record<string, string> = {}, from = '203.0.113.77') => {
  const { body, cookie } = await ask(one.app, 'POST /api/auth/login', { body: { email, password }, headers, from });
  return { token: body.accessToken as string, cookie: cookie ?? '', id: body.me.id as string };
};
const sessionsOf = async (token: string) =>
  (await ask(one.app, 'GET /api/auth/sessions', { token })).body as { id: string; current: boolean; program: string }[];
const me = async (token: string, on = one) => (await ask(on.app, 'GET /api/auth/me', { token })).status;

/** A screen of a person, on a node; ends as told, with the reason. */
async function watch(on: TestApp, accessToken: string): Promise<{ ended: Promise<string> }> {
  const socket = io(on.url + realtimeNamespace, {
    path: realtimePath,
    transports: ['websocket'],
    reconnection: false,
    auth: { accessToken, office: 'main' },
  });
  sockets.push(socket);
  let reason = 'without a word';
  socket.on('revoked', (message: { reason: string }) => (reason = message.reason));
  const ended = new Promise<string>((done) => socket.on('disconnect', () => done(reason)));
  await new Promise((done, fail) => {
    socket.on('hall', done);
    socket.on('connect_error', fail);
    void ended.then(() => fail(new Error('turned away')));
  });
  return { ended };
}

const within = <T>(ms: number, promise: Promise<T>): Promise<T | 'still there'> =>
  Promise.race([promise, new Promise<'still there'>((done) => setTimeout(() => done('still there'), ms))]);

describe('one’s own sessions', () => {
  it('are listed with program, masked address and last use; others’ are not', async () => {
    const kim = await makeStaff(one, tenant, 'kim', ['staff']);
    const home = await login(kim, { 'user-agent': 'Firefox at home' }, '2001:db8:7:8::9');
    const desk = await login(kim, { 'user-agent': 'Chrome at the desk' });
    const { body } = await ask(one.app, 'GET /api/auth/sessions', { token: desk.token });
    expect(body).toMatchObject([
      { current: true, kind: 'full', by: 'password', program: 'Chrome at the desk', address: '203.0.113.*' },
      { current: false, program: 'Firefox at home', address: '2001:db8:7:*' },
    ]);
    expect(body).toHaveLength(2);
    expect((await sql('select address from session')).rows.some(({ address }) => /77|:9/.test(String(address)))).toBe(
      false,
    );
    expect(await me(home.token)).toBe(200);
  });

  it('are ended one by one, or all others at once; never another person’s', async () => {
    const lee = await makeStaff(one, tenant, 'lee', ['staff']);
    const [a, b, c] = [await login(lee), await login(lee), await login(lee)];
    const other = await login(await makeStaff(one, tenant, 'other', ['staff']));
    const [foreign] = await sessionsOf(other.token);
    expect((await ask(one.app, `POST /api/auth/sessions/${foreign?.id}/revoke`, { token: a.token })).status).toBe(404);
    expect(await me(other.token)).toBe(200);
    const current = (await sessionsOf(b.token)).find((session) => session.current);
    expect((await ask(one.app, `POST /api/auth/sessions/${current?.id}/revoke`, { token: a.token })).status).toBe(204);
    expect([await me(a.token), await me(b.token), await me(c.token)]).toEqual([200, 401, 200]);
    expect((await ask(one.app, `POST /api/auth/sessions/${current?.id}/revoke`, { token: a.token })).status).toBe(404);
    const others = await ask(one.app, 'POST /api/auth/sessions/revoke-others', { token: a.token });
    expect(others.body).toEqual({ ended: 1 });
    expect([await me(a.token), await me(c.token)]).toEqual([200, 401]);
  });

  it('of staff are listed and ended by an owner', async () => {
    const park = await makeStaff(one, tenant, 'park', ['staff']);
    const [a, b] = [await login(park), await login(park)];
    const token = tenant.ownerToken;
    const listed = await ask(one.app, `GET /api/admin/staff/${a.id}/sessions`, { token });
    expect(listed.body).toHaveLength(2);
    const [newest] = listed.body as { id: string }[];
    expect((await ask(one.app, `POST /api/admin/staff/${a.id}/sessions/${newest?.id}/revoke`, { token })).status).toBe(
      204,
    );
    expect([await me(a.token), await me(b.token)].sort()).toEqual([200, 401]);
    expect((await ask(one.app, `POST /api/admin/staff/${a.id}/sessions/revoke-all`, { token })).body).toEqual({
      ended: 1,
    });
    expect([await me(a.token), await me(b.token)]).toEqual([401, 401]);
    // Not through somebody else's name.
    const other = await login(await makeStaff(one, tenant, 'choi', ['staff']));
    const [theirs] = await sessionsOf(other.token);
    expect((await ask(one.app, `POST /api/admin/staff/${a.id}/sessions/${theirs?.id}/revoke`, { token })).status).toBe(
      404,
    );
  });
});

describe('open screens', () => {
  it('are cut off at once when their session ends, on whatever node they are', async () => {
    const jung = await makeStaff(one, tenant, 'jung', ['staff']);
    const [stays, goes] = [await login(jung), await login(jung)];
    const kept = await watch(two, stays.token);
    const here = await watch(one, goes.token);
    const there = await watch(two, goes.token);
    await ask(one.app, 'POST /api/auth/logout', { cookie: goes.cookie });
    expect(await within(3_000, here.ended)).toBe('unauthenticated');
    expect(await within(3_000, there.ended)).toBe('unauthenticated');
    expect(await within(500, kept.ended)).toBe('still there');
    // Its token is forgotten there as well, and not only within five seconds.
    expect([await me(goes.token, two), await me(stays.token, two)]).toEqual([401, 200]);
  });

  it('are cut off when their person is no longer let in, and when what they may see changes', async () => {
    const han = await makeStaff(one, tenant, 'han', ['staff']);
    const session = await login(han);
    const before = await watch(two, session.token);
    const token = tenant.ownerToken;
    await ask(one.app, `PUT /api/admin/staff/${session.id}`, { token, body: { roles: ['greeter'] } });
    expect(await within(3_000, before.ended)).toBe('without a word');
    const after = await watch(two, session.token);
    await ask(one.app, `POST /api/admin/staff/${session.id}/deactivate`, { token });
    expect(await within(3_000, after.ended)).toBe('unauthenticated');
    await expect(watch(two, session.token)).rejects.toThrow('turned away');
  });

  it('are cut off when their session ends by the clock', async () => {
    const oh = await makeStaff(one, tenant, 'oh', ['staff']);
    const session = await login(oh);
    const screen = await watch(one, session.token);
    await one.app.get(SessionSockets).lookAround();
    expect(await within(300, screen.ended)).toBe('still there');
    await sql(`update session set active_at = active_at - interval '13 hours' where staff_id = $1`, [session.id]);
    await one.app.get(SessionSockets).lookAround();
    expect(await within(3_000, screen.ended)).toBe('unauthenticated');
  });
});

describe('an idle session', () => {
  const idleFor = (staffId: string, minutes: number) =>
    sql(`update session set active_at = active_at - $2 * interval '1 minute' where staff_id = $1`, [staffId, minutes]);

  it('is over after the tenant’s minutes, however often the page renews its token; what somebody does keeps it', async () => {
    const own = await makeTenant(one, 'yongsan');
    const body = { secondFactorRoles: [], idleMinutes: 20 };
    expect((await ask(one.app, 'PUT /api/admin/policy', { token: own.ownerToken, body })).status).toBe(200);
    const ryu = await makeStaff(one, own, 'ryu', ['staff']);
    const session = await login(ryu);
    await idleFor(session.id, 19);
    expect(await me(session.token)).toBe(200);
    await idleFor(session.id, 19);
    const renewed = await ask(one.app, 'POST /api/auth/refresh', { cookie: session.cookie });
    expect(renewed.status).toBe(200);
    // Renewing is no doing: two minutes later it is over, for the access token and for the cookie.
    await idleFor(session.id, 2);
    expect(await me(renewed.body.accessToken as string)).toBe(401);
    expect((await ask(one.app, 'POST /api/auth/refresh', { cookie: renewed.cookie ?? '' })).status).toBe(401);
    expect(await tokenOf(one, ryu)).toBeTruthy();
  });
});

describe('a provider that becomes the only way in', () => {
  const only = (gu: TestTenant, wish: object = {}) =>
    ask(one.app, 'PUT /api/admin/sso', {
      token: gu.ownerToken,
      body: { issuer: 'https://login.example', clientId: 'sunbeon', clientSecret: 'secret', only: true, ...wish },
    });
  const kindOf = (id: string, by: string) => sql('update session set began_by = $2 where staff_id = $1', [id, by]);

  it('ends what passwords and PINs began, on all nodes; not what it began itself, nor owners, nor other tenants', async () => {
    const gu = await makeTenant(one, 'gangnam');
    await makeOffice(one, gu, 'main');
    const staff = async (name: string) => login(await makeStaff(one, gu, name, ['staff']));
    const [byPassword, byPin, bySso] = [await staff('han'), await staff('seo'), await staff('yoo')];
    await kindOf(byPin.id, 'pin');
    await kindOf(bySso.id, 'sso');
    const elsewhere = await login(await makeStaff(one, tenant, 'elsewhere', ['staff']));
    const screens = [
      await watch(one, byPassword.token),
      await watch(two, byPassword.token),
      await watch(two, byPin.token),
    ];
    const kept = [await watch(two, bySso.token), await watch(one, gu.ownerToken), await watch(two, elsewhere.token)];
    expect((await only(gu)).status).toBe(200);
    for (const { ended } of screens) expect(await within(3_000, ended)).toBe('unauthenticated');
    for (const { ended } of kept) expect(await within(300, ended)).toBe('still there');
    for (const node of [one, two]) {
      const all = [byPassword, byPin, bySso, { token: gu.ownerToken }, elsewhere];
      expect(await Promise.all(all.map(({ token }) => me(token, node)))).toEqual([401, 401, 200, 200, 200]);
    }
    const refreshed = await ask(one.app, 'POST /api/auth/refresh', { cookie: byPassword.cookie });
    expect(refreshed.status).toBe(401);
    const { body } = await ask(one.app, 'GET /api/admin/audit?action=sso.save', { token: gu.ownerToken });
    expect(body.rows[0]).toMatchObject({ action: 'sso.save', after: { only: true, sessionsEnded: 2 } });
    // Saved once more, it ends nothing: a PIN at a counter that the provider opened goes on.
    await kindOf(bySso.id, 'pin');
    expect((await only(gu, { clientId: 'another' })).status).toBe(200);
    expect(await me(bySso.token)).toBe(200);
  });

  it('leaves no gap: a session that began in the very moment is over as well, until passwords are allowed again', async () => {
    const gu = await makeTenant(one, 'mapo');
    const late = await login(await makeStaff(one, gu, 'late', ['staff']));
    await only(gu);
    await sql('update session set revoked_at = null where staff_id = $1', [late.id]);
    expect([await me(late.token), await me(late.token, two)]).toEqual([401, 401]);
    expect((await ask(one.app, 'POST /api/auth/refresh', { cookie: late.cookie })).status).toBe(401);
    await only(gu, { only: false });
    expect(await me(late.token)).toBe(200);
  });

  it('ends nothing while it is switched off', async () => {
    const gu = await makeTenant(one, 'jongno');
    const { token } = await login(await makeStaff(one, gu, 'seo', ['staff']));
    await only(gu, { enabled: false });
    await only(gu, { only: false });
    expect(await me(token)).toBe(200);
  });
});
