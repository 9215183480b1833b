import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Problem } from '../problem.ts';
import { bootstrap } from './bootstrap.ts';
import { credentialsOf, type Credentials } from './credentials.ts';
import { diskFull, ensureCluster } from './initdb.ts';
import { locate, type Location } from './location.ts';
import * as postmasters from './postmaster.ts';
import type { Postmaster } from './postmaster.ts';

/** Connection strings of one database. With a short enough path they name the socket (`host`), else 127.0.0.1. */
export interface DatabaseUrls {
  /** Role sunbeon_app: serves. */
  databaseUrl: string;
  /** Role sunbeon_owner: changes the schema. */
  ownerUrl: string;
  /** The superuser: for tests and repairs, never given to the server. */
  superUrl: string;
}

export interface PostgresOptions {
  /** Folder for everything of this server, e.g. `.data`; made when missing. */
  folder: string;
  /** For tests: fast and not safe against a crash. */
  throwAway?: boolean;
  /** Folder to which the log is handed as it grows, for backups that reach to the last minute. */
  archive?: string | undefined;
  /** A free port when left out. */
  port?: number;
  /** Folder of the programs to run, for tests on another version; those of the package when left out. */
  programs?: string | undefined;
  /** Told in a sentence what a person should know (moved data, adopted server, long recovery). */
  say?: (sentence: string) => void;
}

export interface RunningPostgres {
  readonly port: number;
  readonly pid: number;
  /** Where data and passwords are: in the folder, unless its own user could not reach that. */
  readonly home: string;
  /** True when a server was found running on this folder and taken over. */
  readonly adopted: boolean;
  /** Resolves with a short reason when the server process is gone, for whatever reason. */
  readonly gone: Promise<string>;
  /** Connection strings of a database of this server. */
  urls(database: string): DatabaseUrls;
  /** Makes roles and the database where missing (deploy/bootstrap.sql). */
  prepare(database: string): Promise<DatabaseUrls>;
  /** Ends open connections, writes everything down, waits until the process is gone. */
  stop(): Promise<void>;
  /** Ends it at once (SIGQUIT); the next start recovers. */
  kill(): void;
}

const SECOND = 1000;
/** Recovery after a crash replays at most a few checkpoints of log: minutes, not more. */
const READY_WITHIN = 10 * 60 * SECOND;
const STOP_WITHIN = 60 * SECOND;
/** A killed server's children and shared memory need a moment to go. */
const RETRY_FOR = 20 * SECOND;
const LEFTOVERS = /pre-existing shared memory block|lock file ".*" already exists/;
const PORT_TAKEN = /could not bind|Address already in use/;

/**
 * Brings up the PostgreSQL server of a folder: makes the cluster when there is none, takes over one that a killed
 * process left running, recovers one that was killed itself.
 * @throws Problem in one sentence when it cannot (port in use, disk full, other version, unreachable folder)
 */
export async function startPostgres(asked: PostgresOptions): Promise<RunningPostgres> {
  const options = { ...asked, folder: resolve(asked.folder) };
  const say = options.say ?? (() => {});
  mkdirSync(options.folder, { recursive: true });
  const at = locate(options.folder, say, options.programs);
  const credentials = credentialsOf(at.home);
  const found = await adopt(at, credentials);
  if (found) {
    say(`Took over the database that was still running (process ${found.pid}).`);
    return running(at, credentials, found, true);
  }
  await ensureCluster(at, credentials.postgres, options.throwAway ?? false);
  postmasters.forgetStranger(at.data);
  return running(at, credentials, await launch(at, credentials, options, say), false);
}

async function adopt(at: Location, credentials: Credentials): Promise<Postmaster | undefined> {
  const recorded = postmasters.recordedPostmaster(at.data);
  if (!recorded) return undefined;
  const postmaster = postmasters.watchPostmaster(recorded.pid, recorded.port);
  const state = await ready(at, credentials, postmaster, () => {});
  return state === 'ready' ? postmaster : undefined; // it was on its way out
}

async function launch(
  at: Location,
  credentials: Credentials,
  options: PostgresOptions,
  say: (sentence: string) => void,
): Promise<Postmaster> {
  const logFile = join(options.folder, 'postgres.log');
  const giveUp = Date.now() + RETRY_FOR;
  for (;;) {
    const before = postmasters.logSize(logFile);
    const port = options.port ?? (await postmasters.freePort());
    const postmaster = postmasters.spawnPostmaster(at, port, logFile, options);
    const state = await ready(at, credentials, postmaster, say);
    if (state === 'ready') return postmaster;
    const log = postmasters.logSince(logFile, before);
    const passing = LEFTOVERS.test(log) || (options.port === undefined && PORT_TAKEN.test(log));
    if (!passing || Date.now() > giveUp) throw new Problem(explain(at, port, log, state));
    await sleep(SECOND / 2);
  }
}

function explain(at: Location, port: number, log: string, reason: string): string {
  if (/No space left on device|Disk quota exceeded/.test(log)) return diskFull(at.home, 'the database could not start');
  if (PORT_TAKEN.test(log)) {
    return `Port ${port}, which the database should use, is in use by another program.`;
  }
  const line = log.split('\n').findLast((text) => /FATAL|PANIC|ERROR/.test(text)) ?? log.trim().split('\n').at(-1);
  return `The database in ${at.data} could not start (${reason}): ${line?.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '') || 'it said nothing'}.`;
}

/** Waits until the server answers our password, or its process is gone: 'ready', or why not. */
async function ready(
  at: Location,
  credentials: Credentials,
  postmaster: Postmaster,
  say: (sentence: string) => void,
): Promise<string> {
  let ended: string | undefined;
  void postmaster.gone.then((reason) => (ended = reason));
  const begun = Date.now();
  let told = false;
  while (Date.now() - begun < READY_WITHIN) {
    if (ended !== undefined) return ended;
    if (await answers(urlsOf(at, credentials, postmaster.port, 'postgres').superUrl, at.data)) return 'ready';
    if (!told && Date.now() - begun > 10 * SECOND) {
      told = true;
      say('The database is still starting (it recovers after a crash).');
    }
    await sleep(50);
  }
  return `no answer for ${READY_WITHIN / SECOND} seconds`;
}

async function answers(url: string, data: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5 * SECOND });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory === data;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '28P01') {
      throw new Problem(`The database in ${data} does not accept the password kept beside it in credentials.json.`);
    }
    return false; // not up yet, or still recovering (57P03)
  } finally {
    await client.end().catch(() => {});
  }
}

function running(at: Location, credentials: Credentials, postmaster: Postmaster, adopted: boolean): RunningPostgres {
  const urls = (database: string) => urlsOf(at, credentials, postmaster.port, database);
  return {
    port: postmaster.port,
    pid: postmaster.pid,
    home: at.home,
    adopted,
    gone: postmaster.gone,
    urls,
    async prepare(database) {
      await bootstrap((name) => urls(name).superUrl, database, credentials);
      return urls(database);
    },
    stop: () => stop(postmaster),
    kill: () => signal(postmaster.pid, 'SIGQUIT'),
  };
}

/** SIGINT is PostgreSQL's fast shutdown: clients are cut off, a checkpoint is written. */
async function stop(postmaster: Postmaster): Promise<void> {
  signal(postmaster.pid, 'SIGINT');
  const late = new AbortController();
  const timer = sleep(STOP_WITHIN, 'late', { signal: late.signal }).catch(() => 'gone');
  if ((await Promise.race([postmaster.gone, timer])) === 'late') signal(postmaster.pid, 'SIGQUIT');
  await postmaster.gone;
  late.abort();
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // already gone
  }
}

function urlsOf(at: Location, credentials: Credentials, port: number, database: string): DatabaseUrls {
  const socket = postmasters.socketFolder(at, port);
  const query = socket ? `?host=${encodeURIComponent(socket)}` : '';
  const url = (role: keyof Credentials) =>
    `postgres://${role}:${credentials[role]}@127.0.0.1:${port}/${database}${query}`;
  return { databaseUrl: url('sunbeon_app'), ownerUrl: url('sunbeon_owner'), superUrl: url('postgres') };
}
