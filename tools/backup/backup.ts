import { createHash } from 'node:crypto';
import { constants, createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { Problem } from '../problem.ts';

/** One file of a backup, as it was copied. */
export interface BackedUpFile {
  /** Relative to the folder `data`, with slashes. */
  readonly path: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** manifest.json: a folder without it is no backup, since it is written last. */
export interface Manifest {
  /** Major version of PostgreSQL. */
  readonly postgres: number;
  /** ISO 8601; every change committed before `endedAt` is in the backup. */
  readonly beganAt: string;
  readonly endedAt: string;
  /** First and last place of the log that a restore needs. */
  readonly fromLsn: string;
  readonly toLsn: string;
  readonly files: readonly BackedUpFile[];
}

export const MANIFEST = 'manifest.json';

/** What PostgreSQL says must not be copied, or is of no use: its own process, slots, and what it makes anew. */
const LEFT_OUT =
  /^(?:postmaster\.(?:pid|opts)|pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)(?:\/|$)|(?:^|\/)(?:pgsql_tmp|pg_internal\.init)/;
const EMPTY_FOLDERS = [
  'pg_wal/archive_status',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
];

/**
 * Copies a running server into a new folder `<to>/<yyyyMMddTHHmmssZ>`: the files while they change, and the log that
 * makes them whole ("Making a base backup using the low level API" in PostgreSQL's manual). Nobody is held up by it.
 * @param server superuser's URL, the server's data folder, and its home, where credentials.json is
 * @returns the backup's folder
 * @throws Problem when the folder cannot be written
 */
export async function backUp(server: { superUrl: string; data: string; home: string }, to: string): Promise<string> {
  const beganAt = new Date();
  const name = beganAt.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const draft = join(to, `${name}.partial`);
  await mkdir(join(draft, 'data'), { recursive: true, mode: 0o700 }).catch((error: Error) => {
    throw new Problem(`The folder ${to} cannot be written: ${error.message}.`);
  });
  const client = new Client(server.superUrl);
  await client.connect();
  try {
    const manifest = await copyRunning(client, server.data, join(draft, 'data'), beganAt);
    await copyFile(join(server.home, 'credentials.json'), join(draft, 'credentials.json'), constants.COPYFILE_EXCL);
    await writeDown(join(draft, MANIFEST), JSON.stringify(manifest, null, 1));
    await rename(draft, join(to, name));
    return join(to, name);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function copyRunning(client: Client, data: string, target: string, beganAt: Date): Promise<Manifest> {
  const [version] = await rows<{ server_version_num: string }>(client, 'show server_version_num');
  // A slot of this session keeps the log of the backup from being recycled while it is copied.
  await rows(client, `select pg_create_physical_replication_slot('sunbeon_backup_${process.pid}', true, true)`);
  const [begun] = await rows<{ lsn: string; file: string }>(
    client,
    "select lsn, pg_walfile_name(lsn) as file from pg_backup_start('sunbeon', true) as lsn",
  );
  const files = await copyTree(data, target, '');
  const [ended] = await rows<{ lsn: string; labelfile: string }>(
    client,
    'select lsn, labelfile from pg_backup_stop(false)',
  );
  if (!version || !begun || !ended) throw new Error('PostgreSQL told nothing of the backup');
  const endedAt = new Date().toISOString();
  await writeDown(join(target, 'backup_label'), ended.labelfile);
  for (const folder of EMPTY_FOLDERS) await mkdir(join(target, folder), { recursive: true, mode: 0o700 });
  const log = await copyLog(client, data, target, begun.file, ended.lsn);
  const label = await describe(join(target, 'backup_label'), 'backup_label');
  return {
    postgres: Math.floor(Number(version.server_version_num) / 10_000),
    beganAt: beganAt.toISOString(),
    endedAt,
    fromLsn: begun.lsn,
    toLsn: ended.lsn,
    files: [...files, ...log, label].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** The log from the backup's begin to its end: what was changed while files were copied. */
async function copyLog(client: Client, data: string, target: string, first: string, toLsn: string) {
  // The name of the file that holds the last byte; asked of the byte before, since an end may be a file's border.
  const [last] = await rows<{ file: string }>(
    client,
    `select pg_walfile_name('${toLsn}'::pg_lsn - 1) as file, pg_switch_wal()`,
  );
  const names = (await readdir(join(data, 'pg_wal'))).filter(
    (name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= (last?.file ?? first),
  );
  return Promise.all(names.map((name) => copyOne(data, target, `pg_wal/${name}`)));
}

async function copyTree(data: string, target: string, folder: string): Promise<BackedUpFile[]> {
  const files: BackedUpFile[] = [];
  for (const entry of await readdir(join(data, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (LEFT_OUT.test(path)) continue;
    if (entry.isDirectory()) {
      await mkdir(join(target, path), { mode: 0o700 });
      files.push(...(await copyTree(data, target, path)));
    } else if (entry.isFile()) {
      files.push(...(await copyOne(data, target, path).then((file) => [file], ifGone)));
    }
  }
  return files;
}

/** A table that was dropped meanwhile: the log knows. */
function ifGone(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

async function copyOne(data: string, target: string, path: string): Promise<BackedUpFile> {
  const copy = join(target, path);
  await copyFile(join(data, path), copy);
  const file = await open(copy, 'r+');
  await file.sync().finally(() => file.close());
  return describe(copy, path);
}

/** Size and checksum of a file as it lies there. */
export async function describe(file: string, path: string): Promise<BackedUpFile> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return { path, bytes: (await stat(file)).size, sha256: hash.digest('hex') };
}

async function writeDown(path: string, text: string): Promise<void> {
  await writeFile(path, text, { mode: 0o600, flush: true });
}

async function rows<R>(client: Client, sql: string): Promise<R[]> {
  return (await client.query(sql)).rows as R[];
}

/** True for a folder that a backup ended in. */
export const isBackup = (folder: string): boolean => existsSync(join(folder, MANIFEST));
