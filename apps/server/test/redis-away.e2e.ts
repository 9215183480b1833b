import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '@sunbeon/client';
import { realtimeNamespace, realtimePath, type Board, type CallMessage } from '@sunbeon/contract';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { freePort } from '../../../tools/postgres/postmaster.ts';
import { startServer, type RunningServer } from '../../../tools/start/server.ts';
import { testDatabase, type TestDatabase } from '../../../tools/testing/database.ts';
import { REDIS_VARIABLE, startRedis, type TestRedis } from '../../../tools/testing/redis.ts';
import { masterKeys, operator } from './app.ts';
import { openDesk, until, type Desk } from './desk.ts';
import { makeHall, type TestHall } from './hall.ts';
import { startSmtp, type TestSmtp } from './smtp.ts';

/** Longer than ioredis tries by itself before it refuses what waits: about ten seconds. */
const AWAY_MS = 13_000;

let database: TestDatabase;
let redis: TestRedis;
let redisPort: number;
let smtp: TestSmtp;
let hall: TestHall;
let desk: Desk;
/** All roles in one process: it takes the commands, tells the screens and runs the jobs. */
let node: RunningServer;
/** A second node, which only hears through Redis of what the first one does. */
let other: RunningServer;
const folder = mkdtempSync(join(tmpdir(), 'sunbeon-redis-away-'));
const logFile = join(folder, 'server.log');
const deaths: string[] = [];
const sockets: Socket[] = [];

async function startAll(roles: string): Promise<RunningServer> {
  const env = {
    REDIS_URL: redis.redisUrl,
    SMTP_URL: smtp.url,
    SUNBEON_DATA: folder,
    MASTER_KEYS: masterKeys,
    OPERATOR_EMAIL: operator.email,
    OPERATOR_PASSWORD: operator.password,
    OPERATOR_SECOND_FACTOR: 'optional',
    RATE_LIMIT_FACTOR: '100',
    LOG_LEVEL: 'info',
  };
  const port = await freePort();
  const { databaseUrl } = database;
  return startServer({ databaseUrl, port, logFile, roles, env, fromSource: true });
}

/** A TV of the office at a node: every call it says, and its newest board. */
async function watchAt({ url }: RunningServer): Promise<{ calls: CallMessage[]; board(): Board | undefined }> {
  const { token } = await hall.pair('display');
  const auth = { deviceToken: token };
  const socket = io(url + realtimeNamespace, { path: realtimePath, transports: ['websocket'], auth });
  sockets.push(socket);
  const calls: CallMessage[] = [];
  let board: Board | undefined;
  socket.on('call', (call: CallMessage) => calls.push(call));
  socket.on('board', (next: Board) => (board = next));
  await until(() => board, 'the first board');
  return { calls, board: () => board };
}

/** A visitor draws, is called and served. Returns the number, and how long the slower of the two commands took. */
async function serveOne(): Promise<{ number: string; tookMs: number }> {
  let begun = Date.now();
  const { number } = await hall.draw('PASSPORT');
  const drawing = Date.now() - begun;
  begun = Date.now();
  await desk.give('callNext');
  const calling = Date.now() - begun;
  await desk.give('start');
  await desk.give('complete');
  return { number, tookMs: Math.max(drawing, calling) };
}

const askForLetter = (email: string) => createClient({ baseUrl: node.url }).call('passwordForgot', { body: { email } });

// Once is enough, and it has a Redis of its own: in the run on Redis.
(process.env[REDIS_VARIABLE] ? describe : describe.skip)('Redis is gone for longer than its client tries', () => {
  let here: Awaited<ReturnType<typeof watchAt>>;
  let there: Awaited<ReturnType<typeof watchAt>>;
  let email: string;

  beforeAll(async () => {
    [database, smtp, redisPort] = await Promise.all([testDatabase(), startSmtp(), freePort()]);
    redis = await startRedis(redisPort);
    node = await startAll('api,realtime,worker');
    other = await startAll('api,realtime');
    void node.gone.then((end) => deaths.push(`the node: ${end}`));
    void other.gone.then((end) => deaths.push(`the other node: ${end}`));
    hall = await makeHall({ url: node.url } as Parameters<typeof makeHall>[0]);
    email = `owner@${hall.slug}.test`;
    desk = await openDesk(hall, '1');
    [here, there] = [await watchAt(node), await watchAt(other)];
  }, 90_000);
  afterAll(async () => {
    for (const socket of sockets) socket.disconnect();
    await Promise.all([node.stop(), other.stop()]);
    await Promise.all([redis.stop(), smtp.stop()]);
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('while it is there, both nodes say a call', async () => {
    const { number } = await serveOne();
    await until(() => here.calls.find((call) => call.number === number), 'the call here');
    await until(() => there.calls.find((call) => call.number === number), 'the call at the other node');
  });

  it('no process ends; tickets are drawn and called as fast as ever, and their node says so at once', async () => {
    await redis.stop('SIGKILL');
    await askForLetter(email);
    for (const end = Date.now() + AWAY_MS; Date.now() < end; await sleep(500)) {
      const { number, tookMs } = await serveOne();
      expect(tookMs).toBeLessThan(2_000);
      await until(() => here.calls.find((call) => call.number === number), `the call of ${number}`, 2_000);
      const shown = () => there.board()?.calls.find((call) => call.number === number);
      await until(shown, `${number} on the board of the other node`, 4_000);
    }
    expect(deaths).toEqual([]);
    expect(await smtp.received(email, 0)).toEqual([]);
  }, 60_000);

  it('a process can be stopped and started meanwhile', async () => {
    const third = await startAll('api,realtime,worker');
    expect((await fetch(`${third.url}/api/health/ready`)).status).toBe(200);
    const begun = Date.now();
    await third.stop();
    expect(await third.gone).toBe('SIGTERM'); // by itself: not killed
    expect(Date.now() - begun).toBeLessThan(15_000);
    expect(deaths).toEqual([]);
  }, 60_000);

  it('comes back empty: the repeating jobs run again, and what waited happens once', async () => {
    redis = await startRedis(redisPort);
    await until(async () => ((await smtp.received(email, 0)).length > 0 ? true : undefined), 'the letter', 30_000);
    await smtp.quiet();
    expect(await smtp.received(email)).toHaveLength(1);
    const { number } = await serveOne();
    await until(() => here.calls.find((call) => call.number === number), 'the call here');
    await until(() => there.calls.find((call) => call.number === number), 'the call at the other node');
    expect(new Set(here.calls.map((call) => call.number)).size).toBe(here.calls.length);
    expect(deaths).toEqual([]);
  }, 60_000);
});
