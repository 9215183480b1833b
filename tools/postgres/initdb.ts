import { spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Problem } from '../problem.ts';
import type { Location } from './location.ts';

const MB = 1024 * 1024;
/** A new cluster takes 40 MB and its first write-ahead log as much again; a running one needs room for its log. */
const ROOM_MB = { first: 200, later: 64 };

/** The whole environment of PostgreSQL's programs: nothing of ours (PGDATA, PGHOST, locale) may change what they do. */
export const cleanEnvironment = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' };

/**
 * Makes the cluster if there is none: UTF-8, Korean ICU order, checksums.
 * @throws Problem for a folder of another major version, a full disk, a failed initdb.
 */
export async function ensureCluster(at: Location, password: string, throwAway: boolean): Promise<void> {
  const existing = versionOf(at.data);
  if (existing !== undefined && existing !== at.major) throw new Problem(otherVersion(at, existing));
  checkRoom(at.home, existing === undefined ? 'first' : 'later');
  if (existing === undefined) await initialise(at, password, throwAway);
}

const otherVersion = (at: Location, found: number) =>
  `The data folder ${at.data} was written by PostgreSQL ${found}, and this version of Sunbeon brings PostgreSQL ${at.major}: move the folder away to start afresh, or dump it with ${found} and restore it.`;

function versionOf(data: string): number | undefined {
  const file = join(data, 'PG_VERSION');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
}

function checkRoom(path: string, kind: keyof typeof ROOM_MB): void {
  const { bavail, bsize } = statfsSync(path);
  const freeMb = Math.floor((bavail * bsize) / MB);
  if (freeMb < ROOM_MB[kind]) throw new Problem(diskFull(path, `${freeMb} MB free, ${ROOM_MB[kind]} MB needed`));
}

export const diskFull = (path: string, detail: string) =>
  `The disk that holds ${path} is full (${detail}): free some room and start again.`;

async function initialise(at: Location, password: string, throwAway: boolean): Promise<void> {
  if (readdirSync(at.data).length > 0) {
    throw new Problem(`The data folder ${at.data} is not empty and is no PostgreSQL folder: move it away.`);
  }
  const draft = join(at.home, 'data.new'); // a broken-off initdb never leaves a half cluster under the real name
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (at.account) chownSync(draft, at.account.uid, at.account.gid);
  await runInitdb(at, draft, password, throwAway);
  rmSync(at.data, { recursive: true });
  renameSync(draft, at.data);
}

async function runInitdb(at: Location, target: string, password: string, throwAway: boolean): Promise<void> {
  const passwordFile = join(at.run, 'initdb-password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (at.account) chownSync(passwordFile, at.account.uid, at.account.gid);
  const flags = [`--pgdata=${target}`, '--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  flags.push('--encoding=UTF8', '--locale-provider=icu', '--icu-locale=ko-KR', '--locale=C.UTF-8', '--lc-messages=C');
  if (!throwAway) flags.push('--data-checksums');
  else flags.push('--no-sync', ...(at.major >= 18 ? ['--no-data-checksums'] : [])); // on by default since 18
  try {
    const child = spawn(join(at.native, 'bin', 'initdb'), flags, { ...at.account, cwd: target, env: cleanEnvironment });
    const [output, code] = await Promise.all([
      text(child.stderr),
      new Promise<number | null>((done, fail) => child.once('exit', done).once('error', fail)),
      child.stdout.resume(),
    ]);
    if (code !== 0) throw new Problem(initdbFailed(at, output));
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function initdbFailed(at: Location, output: string): string {
  if (/No space left on device|Disk quota exceeded/.test(output)) return diskFull(at.home, 'initdb could not finish');
  const reason =
    output
      .trim()
      .split('\n')
      .find((line) => /error|fatal/i.test(line)) ?? output.trim().split('\n').at(-1);
  return `The database could not be made in ${at.data}: ${reason}.`;
}
