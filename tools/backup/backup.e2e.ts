import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres, type DatabaseUrls, type RunningPostgres } from '../postgres/postgres.ts';
import { freePort } from '../postgres/postmaster.ts';
import { runNode } from '../start/child.ts';
import { masterKeysOf } from '../start/operator.ts';
import { startServer, type RunningServer } from '../start/server.ts';
import { backUp } from './backup.ts';
import { restore } from './restore.ts';

let folder: string;
let archive: string;
let server: RunningPostgres;
let urls: DatabaseUrls;
let backup: string;
const running: RunningPostgres[] = [];

async function query<R>(url: string, sql: string): Promise<R[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows as R[];
  } finally {
    await client.end();
  }
}

/** Writes one number after another, each in a transaction of its own, until told to stop; returns the last that is safe. */
function writer(url: string) {
  let last = 0;
  let stopped = false;
  const done = (async () => {
    const client = new Client(url);
    await client.connect();
    while (!stopped) {
      await client.query('insert into written values ($1, repeat($2, 500))', [last + 1, 'x']);
      last += 1;
    }
    await client.end();
  })();
  return {
    last: () => last,
    stop: async () => {
      stopped = true;
      await done;
      return last;
    },
  };
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Numbers in the restored server: how many, and whether one is missing among them. */
async function written(at: RunningPostgres): Promise<{ last: number; whole: boolean }> {
  const [row] = await query<{ last: number; n: number }>(
    at.urls('sunbeon').superUrl,
    'select max(number)::int as last, count(*)::int as n from written',
  );
  return { last: row?.last ?? 0, whole: row?.last === row?.n };
}

/** Table -> checksum of all its rows. */
async function contentsOf(url: string): Promise<Record<string, string>> {
  const tables = await query<{ name: string }>(
    url,
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await query<{ sum: string }>(
      url,
      `select md5(string_agg(t::text, ',' order by t::text)) as sum from ${name} t`,
    );
    sums[name] = row?.sum ?? 'empty';
  }
  return sums;
}

async function restored(more: { wal?: string; until?: string } = {}): Promise<RunningPostgres> {
  const target = mkdtempSync(join(folder, 'restored-'));
  chmodSync(target, 0o755);
  await restore({ from: backup, folder: target, ...more });
  const started = await startPostgres({ folder: target });
  running.push(started);
  return started;
}

/** What was written when: the last number before and after the backup, at an instant in between, and at the end. */
const facts = { during: 0, atStop: 0, until: '', untilLast: 0, end: 0 };

/** A server with the real schema that goes on being written to while it is backed up, and after. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sunbeon-backup-'));
  chmodSync(folder, 0o755);
  archive = join(folder, 'archive of the log');
  server = await startPostgres({ folder: join(folder, 'data'), archive });
  urls = await server.prepare('sunbeon');
  const env = { ...process.env, DATABASE_URL: urls.databaseUrl, DATABASE_OWNER_URL: urls.ownerUrl };
  await runNode('The migration', 'apps/server/src/migrate.ts', env);
  await sealLetter();
  await query(urls.superUrl, 'create table written (number int primary key, filling text)');
  const writing = writer(urls.superUrl);
  while (writing.last() < 50) await sleep(10);
  facts.during = writing.last();
  backup = await backUp(
    { superUrl: urls.superUrl, data: `${server.home}/data`, home: server.home },
    join(folder, 'kept'),
  );
  facts.atStop = writing.last();
  while (writing.last() < facts.atStop + 50) await sleep(10);
  facts.untilLast = await writing.stop();
  await sleep(20);
  facts.until = new Date().toISOString();
  await sleep(20);
  await query(
    urls.superUrl,
    `insert into written select n, 'late' from generate_series(${facts.untilLast + 1}, ${facts.untilLast + 100}) n`,
  );
  facts.end = facts.untilLast + 100;
  await query(urls.superUrl, 'select pg_switch_wal()');
  const [row] = await query<{ file: string }>(urls.superUrl, 'select pg_walfile_name(pg_current_wal_lsn()) as file');
  while (!(await isArchived(row?.file ?? ''))) await sleep(50);
}, 240_000);

const operator = 'operator@backup.example';

async function serve(roles: string, databaseUrl: string, data: string): Promise<RunningServer> {
  const account = { OPERATOR_EMAIL: operator, OPERATOR_PASSWORD: 'backup-operator-1', SUNBEON_DATA: data };
  return startServer({
    databaseUrl,
    port: await freePort(),
    logFile: join(data, 'server.log'),
    roles,
    env: { ...account, MASTER_KEYS: masterKeysOf(join(folder, 'data')), LOG_LEVEL: 'warn' },
    fromSource: true,
  });
}

/** Somebody forgot a password while no worker ran: the letter waits in the database, sealed. */
async function sealLetter(): Promise<void> {
  const serving = await serve('api', urls.databaseUrl, join(folder, 'data'));
  await fetch(`${serving.url}/api/auth/password/forgot`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: operator }),
  });
  await serving.stop();
}

/** Whether every piece before the one being written is in the archive. */
async function isArchived(present: string): Promise<boolean> {
  const [row] = await query<{ last: string | null }>(
    urls.superUrl,
    'select last_archived_wal as last from pg_stat_archiver',
  );
  const last = row?.last ?? '';
  return Number.parseInt(last.slice(-8), 16) >= Number.parseInt(present.slice(-8), 16) - 1;
}

afterEach(async () => {
  for (const started of running.splice(0)) await started.stop();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup of a server that is written to all the time', () => {
  it('alone brings back all that was committed before it ended, whole', async () => {
    const { last, whole } = await written(await restored());
    expect(whole).toBe(true);
    expect(last).toBeGreaterThan(facts.during);
    expect(last).toBeLessThanOrEqual(facts.untilLast);
  }, 60_000);

  it('with the archive brings back everything, row by row', async () => {
    const started = await restored({ wal: archive });
    expect(await contentsOf(started.urls('sunbeon').superUrl)).toEqual(await contentsOf(urls.superUrl));
    expect(await written(started)).toEqual({ last: facts.end, whole: true });
  }, 60_000);

  it('with the archive goes to an instant and no further', async () => {
    expect(await written(await restored({ wal: archive, until: facts.until }))).toEqual({
      last: facts.untilLast,
      whole: true,
    });
  }, 60_000);

  it('is used again like the server it came from: the serving role logs in and sees no tenant', async () => {
    const started = await restored();
    const [row] = await query<{ n: number }>(
      started.urls('sunbeon').databaseUrl,
      'select count(*)::int as n from tenant',
    );
    expect(row?.n).toBe(0);
  }, 60_000);

  it('has no master keys in it; with those that were kept apart, what was sealed before opens', async () => {
    const [sealed] = await query<{ letter: string }>(urls.superUrl, 'select letter from mail');
    expect(sealed?.letter).toMatch(/^s1\./);
    for (const entry of readdirSync(backup, { recursive: true })) expect(String(entry)).not.toContain('master-keys');
    const started = await restored();
    const data = mkdtempSync(join(folder, 'served-'));
    const serving = await serve('worker', started.urls('sunbeon').databaseUrl, data);
    const mail = join(data, 'mail');
    const letters = () => (existsSync(mail) ? readdirSync(mail).filter((name) => name.endsWith('.eml')) : []);
    for (const end = Date.now() + 30_000; letters().length === 0 && Date.now() < end;) await sleep(100);
    await serving.stop();
    expect(letters().map((name) => readFileSync(join(mail, name), 'utf8'))).toEqual([
      expect.stringContaining(operator),
    ]);
  }, 120_000);
});

describe('what is refused', () => {
  const target = () => mkdtempSync(join(folder, 'refused-'));

  it('a folder that is no backup', async () => {
    await expect(restore({ from: folder, folder: target() })).rejects.toThrow('is no backup');
  });

  it('an instant without the log, and one before the backup', async () => {
    await expect(restore({ from: backup, folder: target(), until: facts.until })).rejects.toThrow('needs --wal');
    const early = restore({ from: backup, folder: target(), wal: archive, until: '2020-01-01T00:00:00Z' });
    await expect(early).rejects.toThrow('lies before the end of the backup');
  });

  it('a folder that has a database already', async () => {
    const into = target();
    chmodSync(into, 0o755);
    await restore({ from: backup, folder: into });
    await expect(restore({ from: backup, folder: into })).rejects.toThrow('has a database already');
  }, 60_000);

  it('a backup in which one file changed or is missing, by its name', async () => {
    const victim = join(backup, 'data', 'PG_VERSION');
    appendFileSync(victim, '!');
    await expect(restore({ from: backup, folder: target() })).rejects.toThrow('PG_VERSION is not what was written');
    rmSync(victim);
    await expect(restore({ from: backup, folder: target() })).rejects.toThrow('PG_VERSION is missing');
  });

  it('a folder that cannot be written to', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const made = backUp({ superUrl: urls.superUrl, data: `${server.home}/data`, home: server.home }, join(file, 'in'));
    await expect(made).rejects.toThrow('cannot be written');
  });
});
