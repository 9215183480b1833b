import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { archiveSettings } from '../backup/archive.ts';
import { cleanEnvironment } from './initdb.ts';
import type { Location } from './location.ts';
import { commandLine, isAlive } from './process-identity.ts';

/** A PostgreSQL server process, a child of ours or one found running. */
export interface Postmaster {
  pid: number;
  port: number;
  /** Resolves with a short reason when the process is gone. */
  gone: Promise<string>;
}

export interface PostmasterKind {
  /** For tests: fast and not safe against a crash. */
  readonly throwAway?: boolean | undefined;
  /** Folder to which the log is handed, piece by piece. */
  readonly archive?: string | undefined;
}

/** Safe against a crash of the machine; jit costs short statements more than it gives. */
const SETTINGS = { max_connections: '200', jit: 'off', timezone: 'UTC', log_timezone: 'UTC' };
/** For tests only: nothing survives a crash, and nothing has to. */
const THROW_AWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/** Starts the server process: on 127.0.0.1 and on a socket in `run`; its log is appended to `logFile`. */
export function spawnPostmaster(at: Location, port: number, logFile: string, kind: PostmasterKind): Postmaster {
  const settings = {
    ...SETTINGS,
    ...(kind.throwAway ? THROW_AWAY : {}),
    ...(kind.archive ? archiveSettings(kind.archive, at.account) : {}),
    listen_addresses: '127.0.0.1',
    ...socketSetting(at),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(join(at.native, 'bin', 'postgres'), ['-D', at.data, '-p', String(port), ...flags], {
    ...at.account,
    cwd: at.data,
    env: cleanEnvironment,
    stdio: ['ignore', 'ignore', log],
    detached: true, // Ctrl-C reaches our process only, which stops the server first and the database last
  });
  closeSync(log);
  const gone = new Promise<string>((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, signal) => done(signal ? `ended by ${signal}` : `ended with code ${code}`));
  });
  return { pid: child.pid ?? 0, port, gone };
}

/** Watches a server process that is not our child. */
export function watchPostmaster(pid: number, port: number): Postmaster {
  const gone = (async () => {
    while (isAlive(pid)) await sleep(250, undefined, { ref: false });
    return 'is gone';
  })();
  return { pid, port, gone };
}

/** The longest path a socket address holds is 107 bytes; a longer folder is served by TCP alone. */
export const socketFolder = (at: Location, port: number): string | undefined =>
  process.platform !== 'win32' && Buffer.byteLength(join(at.run, `.s.PGSQL.${port}`)) <= 103 ? at.run : undefined;

const socketSetting = (at: Location) => ({ unix_socket_directories: socketFolder(at, 65535) ?? '' });

/** What `postmaster.pid` says of the server that wrote it; undefined when there is none, or it belongs to no server. */
export function recordedPostmaster(data: string): { pid: number; port: number } | undefined {
  const lines = pidFile(data)?.split('\n') ?? [];
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !port || !isAlive(pid)) return undefined;
  return serves(pid, data) ? { pid, port } : undefined;
}

/**
 * Removes a `postmaster.pid` whose number now belongs to a stranger (usual in containers, where numbers start anew):
 * PostgreSQL itself would take the stranger for a running server and refuse to start.
 */
export function forgetStranger(data: string): void {
  const pid = Number(pidFile(data)?.split('\n')[0]);
  if (pid && isAlive(pid) && !serves(pid, data)) rmSync(join(data, 'postmaster.pid'));
}

/** True when this process is a PostgreSQL server of this folder, as its command line tells. */
const serves = (pid: number, data: string) =>
  /^\S*postgres .*-D /.test(commandLine(pid)) && commandLine(pid).includes(data);

function pidFile(data: string): string | undefined {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8');
  } catch {
    return undefined;
  }
}

/** A port nobody listens on right now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** What the log says from byte `start` on. */
export function logSince(logFile: string, start: number): string {
  try {
    return readFileSync(logFile).subarray(start).toString('utf8');
  } catch {
    return '';
  }
}

export function logSize(logFile: string): number {
  return statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
}
