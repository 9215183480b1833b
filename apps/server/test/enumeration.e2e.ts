import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Passwords } from '../src/platform/auth/passwords.ts';
import { newToken } from '../src/platform/auth/tokens.ts';
import { requestContext } from '../src/platform/http/request-context.ts';
import { startTestApp, type TestApp } from './app.ts';
import { makeHall, type TestHall } from './hall.ts';
import { withSuperuser } from './history.ts';
import {
  ask,
  makeDevice,
  makeOffice,
  makeStaff,
  makeTenant,
  tokenOf,
  type Answer,
  type TestTenant,
} from './identity-http.ts';

/**
 * What somebody may learn by asking: nothing. The same answer and the same work for what is there and what is not; the work
 * is counted (statements, hashes), since a clock on a busy machine proves little.
 */
let test: TestApp;
let gu: TestTenant;
let other: TestTenant;
let suspended: TestTenant;
let hall: TestHall;

beforeAll(async () => {
  test = await startTestApp();
  [gu, other, suspended] = [
    await makeTenant(test, 'seongdong'),
    await makeTenant(test, 'gangnam'),
    await makeTenant(test, 'mapo'),
  ];
  for (const tenant of [gu, other, suspended]) await makeOffice(test, tenant, 'main');
  hall = await makeHall(test, { kind: 'rehearsal' });
  await sql(`update tenant set status = 'suspended' where id = '${suspended.id}'`);
}, 120_000);
afterAll(() => test.stop());

const sql = (text: string) => withSuperuser(test.database.superUrl, async (client) => (await client.query(text)).rows);

interface Cost {
  readonly answer: object;
  readonly statements: number;
  readonly hashes: number;
}

/** An answer without its trace id, and what it cost. Jobs run beside: only statements within a request are counted. */
async function costOf(work: () => Promise<Answer>): Promise<Cost> {
  let statements = 0;
  const { query: original } = pg.Client.prototype as { query: (...args: unknown[]) => unknown };
  const query = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args) {
    if (requestContext()) statements += 1;
    return original.apply(this, args) as never;
  });
  const verify = jest.spyOn(Passwords.prototype, 'verify');
  try {
    const { status, body, setCookie, headers } = await work();
    const { ratelimit: _, 'content-length': length, ...kept } = headers;
    const names = Object.keys(kept).sort();
    const answer = { status, body: { ...(body as object), traceId: '' }, setCookie, length, names };
    return { answer, statements, hashes: verify.mock.calls.length };
  } finally {
    query.mockRestore();
    verify.mockRestore();
  }
}

/** What is kept of a tenant is read again every five seconds; in one of three, one after the other, it is at hand. */
function leastOf(costs: readonly Cost[]): Cost {
  return costs.reduce((least, cost) => (cost.statements < least.statements ? cost : least));
}

/** All must be told alike and cost alike. */
async function expectAlike(cases: Record<string, () => Promise<Answer>>, floor: number): Promise<void> {
  const costs: Record<string, Cost> = {};
  for (const [name, work] of Object.entries(cases)) {
    await work(); // what is read once and kept is known from here on
    costs[name] = leastOf([await costOf(work), await costOf(work), await costOf(work)]);
  }
  const [first] = Object.values(costs);
  for (const [name, cost] of Object.entries(costs)) expect([name, cost]).toEqual([name, first]);
  expect(first?.statements).toBeGreaterThanOrEqual(floor);
}

describe('e-mails', () => {
  let from = 0;
  const login = (email: string) => () => {
    from += 1;
    return ask(test.app, 'POST /api/auth/login', {
      body: { email, password: 'wrong password' },
      from: `10.1.0.${from}`,
    });
  };

  it('are alike at log-in: known, unknown, deactivated, of a suspended tenant, of the operator', async () => {
    const gone = await makeStaff(test, gu, 'gone', ['staff']);
    await sql(`update staff set active = false where email = '${gone.email}'`);
    await expectAlike(
      {
        known: login(gu.owner.email),
        unknown: login('nobody@seongdong.test'),
        deactivated: login(gone.email),
        suspended: login(suspended.owner.email),
        operator: login('operator@sunbeon.test'),
      },
      5,
    );
    const { hashes } = await costOf(login('nobody-else@seongdong.test'));
    expect(hashes).toBe(1);
  });

  it('are alike for a forgotten password', async () => {
    const forgot = (email: string) => () => {
      from += 1;
      return ask(test.app, 'POST /api/auth/password/forgot', { body: { email }, from: `10.2.0.${from}` });
    };
    const answers = [
      await forgot(gu.owner.email)(),
      await forgot('nobody@seongdong.test')(),
      await forgot(suspended.owner.email)(),
    ];
    const told = answers.map(({ status, body, headers }) => ({
      status,
      body: body as unknown,
      length: headers['content-length'],
    }));
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
  });
});

describe('pairing codes', () => {
  it('are alike: unknown, used, expired, nonsense', async () => {
    const codeOf = async (tenant: TestTenant, use: boolean) => {
      const made = await ask(test.app, 'POST /api/admin/devices', {
        token: tenant.ownerToken,
        body: { office: 'main', kind: 'display', name: 'TV' },
      });
      const { body } = await ask(test.app, `POST /api/admin/devices/${made.body.id as string}/pairing-code`, {
        token: tenant.ownerToken,
      });
      if (use) await ask(test.app, 'POST /api/devices/pair', { body: { code: body.code }, from: '10.3.1.1' });
      return { code: body.code as string, device: made.body.id as string };
    };
    const [used, expired] = [await codeOf(gu, true), await codeOf(gu, false)];
    await sql(
      `update device_pairing set expires_at = now() - interval '1 minute' where device_id = '${expired.device}'`,
    );
    let from = 0;
    const pair = (code: string) => () => {
      from += 1;
      return ask(test.app, 'POST /api/devices/pair', { body: { code }, from: `10.3.0.${from}` });
    };
    await expectAlike(
      { unknown: pair('AAAA-2222'), used: pair(used.code), expired: pair(expired.code), nonsense: pair('!!!!!!!!') },
      2,
    );
  });
});

describe('tickets', () => {
  it('are alike: never there, of another tenant, of a tenant that is not there, of a kind that is none', async () => {
    const { token } = await hall.draw('PASSPORT');
    const read = (of: string) => () => ask(test.app, `GET /api/public/tickets/${of}`);
    expect((await read(token)()).status).toBe(200);
    const changed = token.slice(0, -2) + (token.endsWith('AA') ? 'BB' : 'AA');
    await expectAlike(
      {
        changed: read(changed),
        unknown: read(newToken(gu.id, randomUUID(), 'ticket').token),
        elsewhere: read(newToken(other.id, randomUUID(), 'ticket').token),
        nowhere: read(newToken(randomUUID(), randomUUID(), 'ticket').token),
      },
      3,
    );
  });
});

describe('tenants', () => {
  it('are alike where they are not there and where they are suspended', async () => {
    for (const path of ['', '/main/status', '/main/events']) {
      const [unknown, gone] = [
        await ask(test.app, `GET /api/public/nowhere${path}`),
        await ask(test.app, `GET /api/public/mapo${path}`),
      ];
      expect({ ...gone.body, traceId: '' }).toEqual({ ...unknown.body, traceId: '' });
      expect([unknown.status, gone.status]).toEqual([404, 404]);
    }
  });
});

describe('tokens that are not good', () => {
  const truncated = (token: string) => token.slice(0, -1);
  const changed = (token: string) => `${token.slice(0, -3)}${token.endsWith('AAA') ? 'BBB' : 'AAA'}`;

  it('of devices: cut, changed, of a person, of a ticket, replaced, revoked, moved to another tenant', async () => {
    const config = (device: string) => ask(test.app, 'GET /api/device/config', { device });
    const [one, replaced, revoked] = [
      await makeDevice(test, gu, 'main', 'display'),
      await makeDevice(test, gu, 'main', 'display'),
      await makeDevice(test, gu, 'main', 'display'),
    ];
    await ask(test.app, `POST /api/admin/devices/${replaced.id}/replace`, { token: gu.ownerToken });
    await ask(test.app, `POST /api/admin/devices/${revoked.id}/revoke`, { token: gu.ownerToken });
    const ticket = await hall.draw('PASSPORT');
    const moved = Buffer.from(one.token, 'base64url');
    Buffer.from(other.id.replaceAll('-', ''), 'hex').copy(moved, 0);
    const bad = [
      truncated(one.token),
      changed(one.token),
      gu.ownerToken,
      ticket.token,
      moved.toString('base64url'),
      `${one.token}A`,
    ];
    for (const token of bad) expect((await config(token)).body.code).toBe('unauthenticated');
    for (const { token } of [replaced, revoked]) expect((await config(token)).body.code).toBe('device_revoked');
    expect((await config(one.token)).status).toBe(200);
    expect((await ask(test.app, 'GET /api/device/config', { token: one.token })).body.code).toBe('unauthenticated');
  });

  it('of people: cut, changed, expired, of an ended session, the refresh token in its place', async () => {
    const person = await makeStaff(test, gu, `staff-${randomUUID().slice(0, 6)}`, ['staff']);
    const me = (token: string) => ask(test.app, 'GET /api/auth/me', { token });
    const logged = await ask(test.app, 'POST /api/auth/login', { body: person });
    const token = logged.body.accessToken as string;
    for (const bad of [truncated(token), changed(token), logged.cookie ?? '', hall.kioskToken, 'x'])
      expect((await me(bad)).body.code).toBe('unauthenticated');
    const expired = await tokenOf(test, person);
    await sql(
      "update session set access_expires_at = now() - interval '1 second' where staff_id = (select id from staff where email = '" +
        person.email +
        "')",
    );
    expect((await me(expired)).body.code).toBe('unauthenticated');
    const ended = await ask(test.app, 'POST /api/auth/login', { body: person });
    expect((await me(ended.body.accessToken as string)).status).toBe(200);
    await ask(test.app, 'POST /api/auth/logout', { cookie: ended.cookie ?? '' });
    expect((await me(ended.body.accessToken as string)).body.code).toBe('unauthenticated');
  });

  it('of sessions: cut, changed, an access token, one of a session that has ended', async () => {
    const refresh = (cookie: string) => ask(test.app, 'POST /api/auth/refresh', { cookie });
    const logged = await ask(test.app, 'POST /api/auth/login', { body: gu.owner });
    const cookie = logged.cookie ?? '';
    for (const bad of [truncated(cookie), changed(cookie), logged.body.accessToken as string, hall.kioskToken, ''])
      expect((await refresh(bad)).body.code).toBe('unauthenticated');
    expect((await refresh(cookie)).status).toBe(200);
    await sql(`update session set expires_at = now() - interval '1 second' where tenant_id = '${gu.id}'`);
    expect((await refresh(cookie)).body.code).toBe('unauthenticated');
  });

  it('of tickets: cut, changed, longer, of a device, of a person', async () => {
    const { token } = await hall.draw('PASSPORT');
    for (const bad of [truncated(token), changed(token), `${token}A`, hall.kioskToken, gu.ownerToken]) {
      const answer = await ask(test.app, `POST /api/public/tickets/${bad}/cancel`);
      expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
    }
    expect((await ask(test.app, `GET /api/public/tickets/${token}`)).body.state).toBe('waiting');
  });

  it('good ones are good whatever the clock of the device says', async () => {
    for (const hours of [-24 * 365, -13, 13, 24 * 365]) {
      const clockAt = new Date(Date.now() + hours * 3_600_000).toISOString();
      const beat = await ask(test.app, 'POST /api/device/heartbeat', {
        device: hall.kioskToken,
        body: { appVersion: '1.0.0', clockAt },
        headers: { date: new Date(Date.now() + hours * 3_600_000).toUTCString() },
      });
      expect([hours, beat.status]).toEqual([hours, 200]);
    }
  });
});
