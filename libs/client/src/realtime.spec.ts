import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { realtimeNamespace, realtimePath, type Board, type CallMessage } from '@sunbeon/contract';
import { Server } from 'socket.io';
import { clockFrom, connectRealtime, type CallMemory, type Link, type PlayedCalls, type Realtime } from './index.ts';

let http: HttpServer;
let hub: Server;
let port = 0;
let open: Realtime[] = [];
/** What the server tells each newcomer. */
let welcome: Board[] = [];
let refusal: string | undefined;

const now = '2026-11-23T01:14:00.000Z';
const call = (seq: number, ageSeconds = 1): CallMessage => ({
  seq,
  number: String(200 + seq),
  counter: '5',
  service: { id: 's1', name: { ko: '여권 접수' } },
  wording: { ko: '오십시오.' },
  repeat: 1,
  recall: false,
  at: new Date(Date.parse(now) - ageSeconds * 1000).toISOString(),
});
const board = (revision: number, calls: CallMessage[] = [], rate = 1) =>
  ({ revision, calls, clock: { now, rate } }) as unknown as Board;

async function listen(): Promise<void> {
  http = createServer();
  hub = new Server(http, { path: realtimePath, pingInterval: 300, pingTimeout: 300 });
  const space = hub.of(realtimeNamespace);
  space.use((_, next) => {
    if (refusal === undefined) return next();
    next(Object.assign(new Error(refusal), { data: { code: refusal } }));
  });
  space.on('connection', (socket) => welcome.forEach((snapshot) => socket.emit('board', snapshot)));
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  port = (http.address() as AddressInfo).port;
}

function stopServer(): Promise<void> {
  return new Promise((resolve) => void hub.close(() => resolve()));
}

function join(memory?: CallMemory) {
  const got = { boards: [] as number[], calls: [] as number[], links: [] as Link[], revoked: [] as string[] };
  const realtime = connectRealtime({
    baseUrl: `http://127.0.0.1:${port}`,
    auth: { deviceToken: 'd' },
    ...(memory && { memory }),
    on: {
      board: (b) => got.boards.push(b.revision),
      call: (c) => got.calls.push(c.seq),
      state: (link) => got.links.push(link),
      revoked: (reason) => got.revoked.push(reason),
    },
  });
  open.push(realtime);
  return { ...got, realtime };
}

async function until(ready: () => boolean, what: string): Promise<void> {
  const end = Date.now() + 12_000;
  while (!ready()) {
    if (Date.now() > end) throw new Error(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

const tell = (event: string, body: unknown) => void hub.of(realtimeNamespace).emit(event, body);

beforeEach(async () => {
  port = 0;
  welcome = [];
  refusal = undefined;
  await listen();
});
afterEach(async () => {
  open.forEach((realtime) => realtime.close());
  open = [];
  await stopServer();
});

describe('boards', () => {
  it('are dropped unless newer', async () => {
    welcome = [board(5), board(4), board(5), board(6)];
    const screen = join();
    await until(() => screen.boards.length === 2, 'two boards');
    expect(screen.boards).toEqual([5, 6]);
  });

  it('come again by themselves after the server was away, even with a lower revision of a new database', async () => {
    welcome = [board(50)];
    const screen = join();
    await until(() => screen.boards.length === 1, 'first board');
    await stopServer();
    await until(() => screen.links.some((link) => link.state === 'reconnecting'), 'reconnecting');
    welcome = [board(3)];
    await listen();
    await until(() => screen.boards.length === 2, 'board of the new server');
    expect(screen.boards).toEqual([50, 3]);
    expect(screen.realtime.link()).toMatchObject({ state: 'live', ageSeconds: 0 });
  }, 20_000);
});

describe('calls', () => {
  it('are played once each, though told in messages and in boards', async () => {
    welcome = [board(1, [call(2), call(1)])];
    const screen = join();
    await until(() => screen.boards.length === 1, 'board');
    tell('call', call(3));
    tell('call', call(3));
    tell('board', board(2, [call(5), call(4), call(3)]));
    tell('call', call(4));
    tell('call', call(6));
    await until(() => screen.calls.includes(6), 'call 6');
    expect(screen.calls).toEqual([3, 4, 5, 6]);
  });

  it('missed while away are played when young, in real time of a fast rehearsal', async () => {
    const memory: CallMemory = { read: () => ({ seq: 1, revision: 1 }), write: () => undefined };
    welcome = [board(2, [call(4, 59 * 60), call(3, 61 * 60), call(2, 300 * 60)], 60)];
    const screen = join(memory);
    await until(() => screen.calls.length === 1, 'call');
    expect(screen.calls).toEqual([4]);
  });

  it('are remembered over a reload', async () => {
    let kept: PlayedCalls | undefined;
    const memory: CallMemory = { read: () => kept, write: (played) => (kept = played) };
    welcome = [board(1, [call(1)])];
    const before = join(memory);
    await until(() => before.boards.length === 1, 'board');
    tell('call', call(2));
    await until(() => before.calls.length === 1, 'call 2');
    before.realtime.close();
    welcome = [board(2, [call(3), call(2), call(1)])];
    const after = join(memory);
    await until(() => after.boards.length === 1, 'board again');
    expect(after.calls).toEqual([3]);
    expect(kept).toEqual({ seq: 3, revision: 2 });
  });

  it('start anew with another database', async () => {
    const memory: CallMemory = { read: () => ({ seq: 500, revision: 900 }), write: () => undefined };
    welcome = [board(4)];
    const screen = join(memory);
    await until(() => screen.boards.length === 1, 'board');
    tell('call', call(1));
    await until(() => screen.calls.length === 1, 'call 1');
  });
});

describe('the link', () => {
  it('ages from the last sign of life', async () => {
    const screen = join();
    await until(() => screen.realtime.link().state === 'live', 'live');
    const first = screen.realtime.link().lastContactMs ?? 0;
    await until(() => (screen.realtime.link().lastContactMs ?? 0) > first, 'a ping counted as contact');
    await stopServer();
    await until(() => screen.links.some((link) => (link.ageSeconds ?? 0) >= 2), 'age of 2 s');
    expect(screen.links.at(-1)?.state).toBe('reconnecting');
    await listen();
  });

  it('is offline while there was no contact at all', async () => {
    await stopServer();
    const screen = join();
    await until(() => screen.links.length > 0, 'a state');
    expect(screen.links[0]).toEqual({ state: 'offline', ageSeconds: null, lastContactMs: null });
    await listen();
  });

  it('comes back after a close by the server and after a refusal', async () => {
    const screen = join();
    await until(() => screen.realtime.link().state === 'live', 'live');
    refusal = 'unavailable';
    hub.of(realtimeNamespace).disconnectSockets();
    await until(() => screen.realtime.link().state !== 'live', 'lost');
    refusal = undefined;
    await until(() => screen.realtime.link().state === 'live', 'live again');
  });

  it('ends with a revoked token, told by message or by refusal, and only once', async () => {
    const screen = join();
    await until(() => screen.realtime.link().state === 'live', 'live');
    refusal = 'device_revoked';
    tell('revoked', { reason: 'device_revoked' });
    hub.of(realtimeNamespace).disconnectSockets();
    await until(() => screen.revoked.length === 1, 'revoked');
    const other = join();
    await until(() => other.revoked.length === 1, 'revoked by refusal');
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect([screen.revoked, other.revoked]).toEqual([['device_revoked'], ['device_revoked']]);
    refusal = undefined;
    screen.realtime.reconnect();
    await until(() => screen.realtime.link().state === 'live', 'live after pairing again');
  });
});

it('runs the office clock at its rate', () => {
  const at = Date.parse(now);
  expect(clockFrom({ now, rate: 60 }, 1_000)(2_000)).toBe(at + 60_000);
  expect(clockFrom({ now, rate: 0 }, 1_000)(9_000)).toBe(at);
  expect(clockFrom({ now, rate: 1 }, 1_000)(500)).toBe(at);
});
