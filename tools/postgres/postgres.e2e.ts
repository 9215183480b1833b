import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { Client } from 'pg';
import { root } from '../root.ts';
import { startPostgres, type PostgresOptions, type RunningPostgres } from './postgres.ts';
import { freePort } from './postmaster.ts';
import { isAlive } from './process-identity.ts';

const asRoot = process.getuid?.() === 0;

describe('the embedded PostgreSQL', () => {
  let folder: string;
  const started: RunningPostgres[] = [];
  const said: string[] = [];
  const start = async (more: Partial<PostgresOptions> = {}) => {
    const server = await startPostgres({ folder, throwAway: true, say: (sentence) => said.push(sentence), ...more });
    started.push(server);
    return server;
  };
  const query = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
    const client = new Client(url);
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end().catch(() => {});
    }
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sunbeon-e2e-'));
    chmodSync(folder, 0o755);
    said.length = 0;
  });
  afterEach(async () => {
    for (const server of started.splice(0)) if (isAlive(server.pid)) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps what is written across a stop and a start', async () => {
    const first = await start();
    const { ownerUrl } = await first.prepare('sunbeon');
    await query(ownerUrl, 'create table kept as select 214 as number');
    await first.stop();
    const second = await start();
    const again = await second.prepare('sunbeon');
    expect(await query(again.databaseUrl, 'select number from kept')).toEqual([{ number: 214 }]);
  });

  it('takes over a server that a killed process left behind, with its open transactions', async () => {
    const script = `import { startPostgres } from ${JSON.stringify(join(root, 'tools/postgres/postgres.ts'))};
      const server = await startPostgres({ folder: process.argv[2], throwAway: true });
      console.log(server.pid); process.kill(process.pid, 'SIGKILL');`;
    writeFileSync(join(folder, 'orphan.ts'), script);
    const child = spawn(process.execPath, ['--import', './tools/ts.mjs', join(folder, 'orphan.ts'), folder], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    const output: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text));
    await once(child, 'exit');
    const server = await start();
    expect(server).toMatchObject({ adopted: true, pid: Number(output.join('')) });
    expect(said.join()).toContain('Took over the database');
    await server.stop();
    expect(isAlive(server.pid)).toBe(false);
  });

  it('says when the server is killed, and recovers what was committed', async () => {
    const first = await start({ throwAway: false });
    const { ownerUrl } = await first.prepare('sunbeon');
    await query(ownerUrl, 'create table kept as select 214 as number');
    process.kill(first.pid, 'SIGKILL');
    await expect(first.gone).resolves.toContain('SIGKILL');
    const second = await start({ throwAway: false, port: first.port });
    expect(second).toMatchObject({ adopted: false, port: first.port });
    expect(await query(ownerUrl, 'select number from kept')).toEqual([{ number: 214 }]);
  });

  it('refuses a folder of another major version in one sentence and leaves it as it is', async () => {
    const server = await start();
    await server.stop();
    const file = join(folder, 'postgres/data/PG_VERSION');
    writeFileSync(file, '17\n');
    await expect(start()).rejects.toThrow(
      /was written by PostgreSQL 17, and this version of Sunbeon brings PostgreSQL 18/,
    );
    expect(readFileSync(file, 'utf8')).toBe('17\n');
  });

  it('refuses a folder that holds something else', async () => {
    await (await start()).stop();
    rmSync(join(folder, 'postgres/data/PG_VERSION'));
    await expect(start()).rejects.toThrow(/is not empty and is no PostgreSQL folder/);
    expect(existsSync(join(folder, 'postgres/data/base'))).toBe(true);
  });

  it('says that the wanted port is in use', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    try {
      await expect(start({ port })).rejects.toThrow(`Port ${port}, which the database should use, is in use`);
    } finally {
      other.close();
    }
  });

  it('starts although its pid file names a living stranger, as after a restart of a container', async () => {
    await (await start()).stop();
    const data = join(folder, 'postgres/data');
    writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n1\n5432\n\n127.0.0.1\n`);
    const server = await start();
    expect(await query(server.urls('postgres').superUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('starts over when it was broken off while making the cluster', async () => {
    await (await start()).stop();
    rmSync(join(folder, 'postgres/data'), { recursive: true });
    execFileSync('mkdir', ['-p', join(folder, 'postgres/data.new/base')]);
    const server = await start();
    expect(existsSync(join(folder, 'postgres/data.new'))).toBe(false);
    expect(await query(server.urls('postgres').superUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('listens on this machine only, keeps its passwords to its owner, and refuses a wrong one', async () => {
    const server = await start();
    const { superUrl } = server.urls('postgres');
    expect(await query(superUrl, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(statSync(join(folder, 'postgres/credentials.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'postgres/data')).mode & 0o777).toBe(0o700);
    await expect(query(superUrl.replace(/:\w+@/, ':wrong@'), 'select 1')).rejects.toThrow('password authentication');
  });

  it('does not take commands from our environment', async () => {
    process.env.PGDATA = '/nowhere';
    process.env.PGPORT = '1';
    try {
      expect((await start()).port).toBeGreaterThan(1);
    } finally {
      delete process.env.PGDATA;
      delete process.env.PGPORT;
    }
  });

  (asRoot ? it : it.skip)('as root: keeps its data elsewhere when its user cannot reach the folder', async () => {
    chmodSync(folder, 0o700);
    const server = await start();
    try {
      expect(said.join()).toContain(`cannot reach ${folder}, so the data is kept in ${server.home}`);
      expect(server.home).toMatch(/^\/var\/lib\/sunbeon\/[0-9a-f]{12}$/);
      expect(readFileSync(join(folder, 'moved-to'), 'utf8').trim()).toBe(server.home);
      await server.stop();
      expect((await start()).home).toBe(server.home); // and stays there
    } finally {
      await started.at(-1)?.stop();
      rmSync(server.home, { recursive: true, force: true });
    }
  });

  (asRoot ? it : it.skip)('as root: says that the disk is full, before the first start and later', async () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=240m', 'tmpfs', folder]);
    try {
      await (await start()).stop();
      const fill = (room: number) => {
        const script = `dd if=/dev/zero of=filler bs=1M 2>/dev/null; truncate -s -${room}M filler`;
        execFileSync('sh', ['-c', script], { cwd: folder });
      };
      fill(80); // over what is asked for at a start, under what a new write-ahead log and a big table need
      const server = await start();
      const { superUrl } = server.urls('postgres');
      await expect(
        query(superUrl, 'create table big as select md5(random()::text) from generate_series(1, 1500000)'),
      ).rejects.toThrow('No space left on device');
      expect(await query(superUrl, 'select 1 as one')).toEqual([{ one: 1 }]); // a failed statement, not a lost server
      await server.stop();
      fill(8);
      await expect(start()).rejects.toThrow(/The disk that holds .* is full \(\d+ MB free, 64 MB needed\)/);
      rmSync(join(folder, 'postgres'), { recursive: true });
      fill(120);
      await expect(start()).rejects.toThrow(/is full \(1\d\d MB free, 200 MB needed\)/);
    } finally {
      for (const server of started.splice(0)) if (isAlive(server.pid)) await server.stop();
      execFileSync('umount', [folder]);
    }
  });
});
