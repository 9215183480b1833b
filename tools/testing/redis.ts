import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../postgres/postmaster.ts';

/** Set (to 1) by the run "e2e on Redis": every test file then gets a Redis server of its own. */
export const REDIS_VARIABLE = 'SUNBEON_TEST_REDIS';

export function hasRedisServer(): boolean {
  return spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;
}

export interface TestRedis {
  readonly redisUrl: string;
  /** @param signal SIGKILL: it dies with everything it held */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts an empty redis-server; nothing is kept. @param port a free one when left out */
export async function startRedis(port?: number): Promise<TestRedis> {
  return startOn(port ?? (await freePort()));
}

async function startOn(port: number): Promise<TestRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'sunbeon-redis-'));
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const child = spawn('redis-server', flags, { stdio: 'ignore' });
  const gone = new Promise<void>((done) => child.once('exit', () => done()).once('error', () => done()));
  let ended = false;
  void gone.then(() => (ended = true));
  while (!(await answers(port))) {
    if (ended) throw new Error(`redis-server ended before it listened on port ${port}`);
    await sleep(20);
  }
  return {
    redisUrl: `redis://127.0.0.1:${port}`,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => done(true)).once('error', () => done(false));
    socket.once('connect', () => socket.destroy());
  });
}
