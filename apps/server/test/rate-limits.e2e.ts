import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Passwords } from '../src/platform/auth/passwords.ts';
import { newToken } from '../src/platform/auth/tokens.ts';
import { RateLimits } from '../src/platform/limits/rate-limits.ts';
import { startNode, startTestApp, type TestApp } from './app.ts';
import { makeHall, type TestHall } from './hall.ts';
import { withSuperuser } from './history.ts';
import {
  ask,
  makeDevice,
  makeOffice,
  makeTenant,
  tokenOf,
  type Answer,
  type Ask,
  type TestTenant,
} from './identity-http.ts';

/**
 * Limits over two nodes on one database. The first server has the real limits and is used to build halls; the two nodes
 * have a hundredth of them (12 requests a minute for a person or device, 600 for a tenant), so that a test reaches them.
 */
const FACTOR = '0.01';
const DEVICE = 12;
const TENANT = 600;
/** Nodes tell each other once a second. */
const SETTLED_MS = 1_500;

let builder: TestApp;
let nodes: Omit<TestApp, 'database'>[];
let gu: TestTenant;
let other: TestTenant;
let hall: TestHall;
let devices: string[];
let ids: string[];
let clock: ReturnType<typeof jest.spyOn> | undefined;

beforeAll(async () => {
  builder = await startTestApp({ RATE_LIMIT_FACTOR: '1' });
  nodes = [
    await startNode(builder.database, { RATE_LIMIT_FACTOR: FACTOR }),
    await startNode(builder.database, { RATE_LIMIT_FACTOR: FACTOR }),
  ];
  [gu, other] = [await makeTenant(builder, 'seongdong'), await makeTenant(builder, 'gangnam')];
  hall = await makeHall(builder);
  await makeOffice(builder, gu, 'main');
  await makeOffice(builder, other, 'main');
  devices = [];
  ids = [];
  for (let n = 0; n < 60; n += 1) {
    const { id, token } = await makeDevice(builder, gu, 'main', 'display');
    devices.push(token);
    ids.push(id);
  }
}, 120_000);
afterAll(async () => {
  for (const node of nodes) await node.stop();
  await builder.stop();
});

/** Each test begins a minute of its own, so that none runs into the next one. */
let minute = 0;
beforeEach(() => {
  const real = Date.now.bind(Date);
  minute += 2;
  const shift = 60_000 * minute - (real() % 60_000);
  clock = jest.spyOn(Date, 'now').mockImplementation(() => real() + shift);
});
afterEach(() => {
  clock?.mockRestore();
});

const one = (n: number) => {
  const node = nodes[n];
  if (!node) throw new Error('no such node');
  return node.app;
};
const settled = () => new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
const config = (node: number, wish: Ask): Promise<Answer> => ask(one(node), 'GET /api/device/config', wish);
const passed = (answers: Answer[]) => answers.filter(({ status }) => status < 400).length;

async function times(count: number, work: (n: number) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let n = 0; n < count; n += 1) answers.push(await work(n));
  return answers;
}

describe('a limit', () => {
  it('says what is left, and when to come again', async () => {
    const [device = ''] = devices;
    const first = await config(0, { device });
    expect(first.headers).toMatchObject({
      'ratelimit-policy': `"device";q=${DEVICE};w=60`,
      ratelimit: expect.stringMatching(new RegExp(`^"device";r=${DEVICE - 1};t=\\d+$`)),
    });
    expect(first.headers['retry-after']).toBeUndefined();
    await times(DEVICE - 1, () => config(0, { device }));
    const over = await config(0, { device });
    expect([over.status, over.body.code]).toEqual([429, 'too_many_requests']);
    const seconds = Number(over.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    clock?.mockRestore();
    const real = Date.now.bind(Date);
    clock = jest.spyOn(Date, 'now').mockImplementation(() => real() + 60_000 * (minute + 3));
    expect((await config(0, { device })).status).toBe(200);
  });

  it('is reached over two nodes', async () => {
    const [, device = ''] = devices;
    expect(passed(await times(8, () => config(0, { device })))).toBe(8);
    await settled();
    await config(1, { device }); // the node hears of the others once it has something to say
    await config(1, { device });
    await settled();
    const rest = passed(await times(20, () => config(1, { device })));
    expect(8 + 2 + rest).toBe(DEVICE);
    await settled();
    expect(passed(await times(5, () => config(0, { device })))).toBe(0);
  });

  it('of a tenant counts all its devices, and stops no other tenant', async () => {
    const answers: Answer[] = [];
    for (let round = 0; round < 11; round += 1)
      for (const device of devices.slice(2)) answers.push(await config(0, { device }));
    expect(passed(answers)).toBe(TENANT);
    const last = answers.at(-1);
    expect([last?.status, String(last?.headers['ratelimit-policy'])]).toEqual([429, `"tenant";q=${TENANT};w=60`]);
    const { token } = await makeDevice(builder, other, 'main', 'kiosk');
    expect((await config(0, { device: token })).status).toBe(200);
  });

  it('of a ticket stops that ticket, and no other phone behind the same router', async () => {
    const tickets = [await hall.draw('PASSPORT'), await hall.draw('PASSPORT')];
    const read = (n: number) => ask(one(0), `GET /api/public/tickets/${tickets[n]?.token}`);
    expect((await read(0)).status).toBe(200);
    expect((await read(0)).status).toBe(429);
    expect((await read(1)).status).toBe(200);
  });

  it('leaves health and the status alone', async () => {
    await builder.app.inject(`/api/public/${hall.slug}/main/status`);
    for (const path of ['/api/health/live', `/api/public/${hall.slug}/main/status`]) {
      const url = `${nodes[0]?.url ?? ''}${path}`;
      await fetch(url);
      const statuses = await Promise.all(Array.from({ length: 200 }, async () => (await fetch(url)).status));
      expect(new Set(statuses)).toEqual(new Set([200]));
    }
  });

  it('does not hold a hall up while the database cannot count', async () => {
    const [, , device = ''] = devices;
    const sql = (text: string) => withSuperuser(builder.database.superUrl, (client) => client.query(text));
    await sql('revoke all on request_count from sunbeon_app');
    try {
      await times(4, () => config(0, { device }));
      await settled();
      expect(passed(await times(20, () => config(0, { device })))).toBe(DEVICE - 4);
      expect(passed(await times(20, () => config(1, { device })))).toBe(DEVICE); // each for itself
    } finally {
      await sql('grant select, insert, update, delete on request_count to sunbeon_app');
    }
  });

  it('keeps neither addresses nor ids in the store, and nothing for long', async () => {
    const [device = ''] = devices;
    await times(4, () => config(0, { device }));
    await settled();
    const rows = await withSuperuser(builder.database.superUrl, async (client) => {
      await client.query("update request_count set until = now() - interval '1 second'");
      return (await client.query<{ key: string }>('select key from request_count')).rows;
    });
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).toMatch(/^[a-z-]+:\d+:[\w-]{43}$/);
  });
});

describe('a hall behind one router', () => {
  const from = '192.0.2.1';

  it('goes on: sixty devices, each as often as it may', async () => {
    const answers: Answer[] = [];
    for (let round = 0; round < 9; round += 1)
      for (const device of devices) answers.push(await config(1, { device, from }));
    expect(passed(answers)).toBe(540);
  });

  it('goes on while somebody in it guesses tokens', async () => {
    const [, , , device = '', second = ''] = devices;
    const token = await tokenOf(builder, gu.owner);
    expect((await config(0, { device, from })).status).toBe(200); // was here before
    expect((await ask(one(0), 'GET /api/auth/me', { token, from })).status).toBe(200);
    const bad = () => config(0, { device: newToken(gu.id, randomUUID()).token, from });
    const guesses = await times(60, bad);
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(12);
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(48);
    expect((await config(0, { device, from })).status).toBe(200);
    expect((await ask(one(0), 'GET /api/auth/me', { token, from })).status).toBe(200);
    expect((await config(0, { device: second, from: '192.0.2.2' })).status).toBe(200);
  });

  it('goes on while somebody in it guesses 10,000 passwords and 10,000 codes', async () => {
    const verify = jest.spyOn(Passwords.prototype, 'verify');
    const office = await tokenOf(builder, gu.owner);
    const { cookie = '' } = await ask(builder.app, 'POST /api/auth/login', { body: gu.owner });
    expect((await ask(builder.app, 'GET /api/auth/me', { token: office, from })).status).toBe(200);
    const session = await ask(builder.app, 'POST /api/auth/refresh', { cookie, from });
    await ask(builder.app, 'GET /api/auth/me', { token: session.body.accessToken as string, from });
    const code = await ask(builder.app, `POST /api/admin/devices/${ids[59] ?? ''}/pairing-code`, { token: office });
    verify.mockClear();
    const guess = async (n: number) => [
      await ask(builder.app, 'POST /api/auth/login', { body: { email: `a${n}@b.test`, password: 'x' }, from }),
      await ask(builder.app, 'POST /api/devices/pair', { body: { code: String(22_222_222 + n) }, from }),
    ];
    const statuses = new Map<number, number>();
    for (let n = 0; n < 10_000; n += 20) {
      const answers = (await Promise.all(Array.from({ length: 20 }, (_, k) => guess(n + k)))).flat();
      for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect(Object.fromEntries(statuses)).toEqual({ 401: 100, 404: 20, 429: 19_880 });
    expect(verify).toHaveBeenCalledTimes(100);
    verify.mockRestore();
    // Those who are in, stay in, at the same address; the others are as before.
    expect((await ask(builder.app, 'POST /api/auth/refresh', { cookie: session.cookie ?? '', from })).status).toBe(200);
    expect((await ask(builder.app, 'GET /api/device/config', { device: devices[9] ?? '', from })).status).toBe(200);
    const elsewhere = await ask(builder.app, 'POST /api/auth/login', { body: gu.owner, from: '198.51.100.7' });
    expect(elsewhere.status).toBe(200);
    const paired = await ask(builder.app, 'POST /api/devices/pair', {
      body: { code: code.body.code },
      from: '198.51.100.7',
    });
    expect(paired.body).toMatchObject({ token: expect.any(String), kind: 'display' });
  }, 180_000);
});

it('can be switched off for an installation', async () => {
  const off = await startNode(builder.database, { RATE_LIMIT_FACTOR: '0' });
  try {
    expect(off.app.get(RateLimits)).toBeDefined();
    const answer = await ask(off.app, 'GET /api/device/config', { device: devices[0] ?? '' });
    expect([answer.status, answer.headers['ratelimit']]).toEqual([200, undefined]);
  } finally {
    await off.stop();
  }
});
