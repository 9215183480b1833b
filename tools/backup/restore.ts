import { chownSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { appendFile, chmod, copyFile, lstat, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { locate, type Location } from '../postgres/location.ts';
import { startPostgres } from '../postgres/postgres.ts';
import { Problem } from '../problem.ts';
import { restoreCommand } from './archive.ts';
import { describe, isBackup, MANIFEST, type Manifest } from './backup.ts';

export interface RestoreOptions {
  /** A folder that `backUp` made. */
  readonly from: string;
  /** The data folder to fill, e.g. `.data`; must hold no database. */
  readonly folder: string;
  /** Archive of the log, to go on behind the backup; without it the state is that of the backup's end. */
  readonly wal?: string | undefined;
  /** Last instant to restore (ISO 8601 with offset); needs `wal`. Left out: as far as the archive goes. */
  readonly until?: string | undefined;
  readonly say?: (sentence: string) => void;
}

/**
 * Brings a backup back: checks every file, copies, lets PostgreSQL read the log, and stops it; `npm start` goes on.
 * @returns the instant of the last change that is there, as the server tells it; null when it tells none
 * @throws Problem for a folder that is no backup or damaged, one that has a database already, another version
 */
export async function restore(options: RestoreOptions): Promise<string | null> {
  const { from, wal, until } = options;
  const folder = resolve(options.folder);
  const manifest = readManifest(from);
  if (until !== undefined && wal === undefined)
    throw new Problem('--until needs --wal: a backup alone holds one instant.');
  if (until !== undefined && !(Date.parse(until) >= Date.parse(manifest.endedAt))) {
    throw new Problem(`--until ${until} lies before the end of the backup (${manifest.endedAt}): take an earlier one.`);
  }
  await check(from, manifest);
  await mkdir(folder, { recursive: true });
  const at = locate(folder, options.say ?? (() => {}));
  if (readdirSync(at.data).length > 0) {
    throw new Problem(`${at.data} has a database already: restore into another folder, or move that one away.`);
  }
  if (at.major !== manifest.postgres) {
    throw new Problem(
      `The backup is of PostgreSQL ${manifest.postgres}, and this is ${at.major}: restore with the release that made it.`,
    );
  }
  await copyBack(from, at);
  if (wal !== undefined) await followLog(at, wal, until);
  return recover(folder);
}

export function readManifest(from: string): Manifest {
  if (!isBackup(from)) throw new Problem(`${from} is no backup: there is no ${MANIFEST} in it.`);
  try {
    return JSON.parse(readFileSync(join(from, MANIFEST), 'utf8')) as Manifest;
  } catch {
    throw new Problem(`${join(from, MANIFEST)} cannot be read: it is damaged.`);
  }
}

/** @throws Problem that names the first file which is not as it was written */
export async function check(from: string, manifest: Manifest): Promise<void> {
  for (const file of manifest.files) {
    const path = join(from, 'data', file.path);
    const found = existsSync(path) ? await describe(path, file.path) : undefined;
    if (found?.sha256 !== file.sha256) {
      throw new Problem(`The backup is damaged: ${file.path} is ${found ? 'not what was written' : 'missing'}.`);
    }
  }
}

async function copyBack(from: string, at: Location): Promise<void> {
  await copyFile(join(from, 'credentials.json'), join(at.home, 'credentials.json'));
  await chmod(join(at.home, 'credentials.json'), 0o600);
  const source = join(from, 'data');
  for (const entry of await readdir(source, { recursive: true })) {
    const target = join(at.data, entry);
    const isFolder = (await lstat(join(source, entry))).isDirectory();
    await mkdir(isFolder ? target : dirname(target), { recursive: true, mode: 0o700 });
    if (!isFolder) await copyFile(join(source, entry), target);
  }
  await own(at);
}

/** The database's own user must own all of it. */
async function own({ data, account }: Location): Promise<void> {
  await chmod(data, 0o700);
  if (!account) return;
  for (const path of [data, ...(await readdir(data, { recursive: true })).map((entry) => join(data, entry))])
    chownSync(path, account.uid, account.gid);
}

const RECOVERY = 'sunbeon-recovery.conf';

async function followLog(at: Location, wal: string, until: string | undefined): Promise<void> {
  const lines = [
    `restore_command = '${restoreCommand(wal).replaceAll("'", "''")}'`,
    ...(until === undefined ? [] : [`recovery_target_time = '${new Date(until).toISOString().replace('Z', '+00')}'`]),
    "recovery_target_action = 'promote'",
  ];
  await writeFile(join(at.data, RECOVERY), `${lines.join('\n')}\n`);
  await appendFile(join(at.data, 'postgresql.conf'), `include_if_exists = '${RECOVERY}'\n`);
  await writeFile(join(at.data, 'recovery.signal'), '');
  await own(at);
}

async function recover(folder: string): Promise<string | null> {
  const server = await startPostgres({ folder });
  const client = new Client(server.urls('postgres').superUrl);
  try {
    await client.connect();
    const last = await promoted(client);
    await writeFile(join(server.home, 'data', RECOVERY), ''); // the log of another life is not read again
    return last;
  } finally {
    await client.end().catch(() => {});
    await server.stop();
  }
}

/** Waits until the whole log is read. A server that reads it answers questions already. */
async function promoted(client: Client): Promise<string | null> {
  for (;;) {
    const { rows } = await client.query<{ reading: boolean; last: Date | null }>(
      'select pg_is_in_recovery() as reading, pg_last_xact_replay_timestamp() as last',
    );
    if (rows[0]?.reading === false) return rows[0].last?.toISOString() ?? null;
    await sleep(100);
  }
}
