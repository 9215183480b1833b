import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../problem.ts';
import { root } from '../root.ts';
import { errorLine, startNode, type Child } from './child.ts';
import { newMasterKey } from './operator.ts';

const READY_WITHIN = 120_000;
const DRAIN_WITHIN = 30_000;

export interface ServerOptions {
  databaseUrl: string;
  port: number;
  /** Where it listens; 127.0.0.1 when left out. */
  host?: string;
  /** Its output is appended here. */
  logFile: string;
  /** Comma-separated; all when left out. */
  roles?: string;
  /** Further variables, e.g. SUNBEON_DEMO or REDIS_URL. */
  env?: NodeJS.ProcessEnv;
  /** Aborted when it is no longer wanted. */
  signal?: AbortSignal;
  /** Runs apps/server/src/main.ts instead of the bundle in dist/server: nothing to build first. */
  fromSource?: boolean;
}

export interface RunningServer {
  /** Without a slash at its end: http://127.0.0.1:3000 */
  readonly url: string;
  readonly pid: number;
  readonly gone: Promise<number | string>;
  /** Why it ended, as far as its log tells: for a sentence to the user. */
  lastWords(): string;
  /** Lets it finish what it is doing (SIGTERM), 30 seconds at most. */
  stop(): Promise<void>;
  kill(): void;
}

/**
 * Starts the server as a process of its own and waits until it is ready to serve.
 * @throws Problem when it ends before, or is not ready within two minutes
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const host = options.host ?? '127.0.0.1';
  const env = {
    // For databases that are thrown away; all others bring their own.
    ...(process.env['MASTER_KEYS_FILE'] ? {} : { MASTER_KEYS: process.env['MASTER_KEYS'] ?? newMasterKey() }),
    ...options.env,
    DATABASE_URL: options.databaseUrl,
    PORT: String(options.port),
    HOST: host,
  };
  const script = options.fromSource ? 'apps/server/src/main.ts' : 'dist/server/main.mjs';
  const args = [`--roles=${options.roles ?? 'api,realtime,worker'}`];
  const child = startNode(join(root, script), args, { SUNBEON_ROOT: root, ...env }, options.logFile);
  const server: RunningServer = {
    url: `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${options.port}`,
    pid: child.pid,
    gone: child.gone,
    lastWords: () => errorLine(tail(options.logFile)),
    stop: async () => void (await child.stop(DRAIN_WITHIN)),
    kill: child.kill,
  };
  await untilReady(server, child, options.signal);
  return server;
}

async function untilReady(server: RunningServer, child: Child, signal: AbortSignal | undefined): Promise<void> {
  let ended: number | string | undefined;
  void child.gone.then((code) => (ended = code));
  const giveUp = Date.now() + READY_WITHIN;
  while (ended === undefined && !signal?.aborted) {
    if (await isReady(server.url)) return;
    if (Date.now() > giveUp) break;
    await sleep(50);
  }
  const reason =
    ended === undefined
      ? `The server was not ready within ${READY_WITHIN / 1000} seconds: ${server.lastWords()}.`
      : `The server could not start: ${server.lastWords() || `it ended with ${ended}`}.`;
  child.kill();
  await child.gone;
  signal?.throwIfAborted();
  throw new Problem(reason);
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/api/health/ready`, { signal: AbortSignal.timeout(5000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

function tail(file: string): string {
  try {
    return readFileSync(file, 'utf8').slice(-4000);
  } catch {
    return '';
  }
}
