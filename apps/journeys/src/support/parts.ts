import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from '../../../../tools/postgres/postmaster.ts';
import { startPostgres } from '../../../../tools/postgres/postgres.ts';
import { hasRedisServer, startRedis } from '../../../../tools/testing/redis.ts';
import { migrate } from '../../../../tools/testing/server.ts';
import { startDemoOffice, type DemoOffice } from './demo-office.ts';

/** A part of the installation that can be lost. It comes back at the same address. */
export interface Part {
  kill(): Promise<void>;
  revive(): Promise<void>;
}

/** The demo's office in processes of its own: HTTP and sockets, jobs, PostgreSQL, and Redis where there is one. */
export interface OfficeInParts {
  readonly office: DemoOffice;
  /** HTTP and sockets. */
  readonly server: Part;
  readonly worker: Part;
  readonly database: Part;
  /** Comes back empty. Undefined where the machine has no redis-server: jobs are on PostgreSQL then. */
  readonly redis: Part | undefined;
  /** Numbers of a service in the database, in the order in which they were drawn. */
  numbers(serviceCode: string): Promise<string[]>;
  stop(): Promise<void>;
}

type Running = Part & { stop(): Promise<void> };

export async function startInParts(): Promise<OfficeInParts> {
  const redis = hasRedisServer() ? await ownRedis() : undefined;
  const database = await ownDatabase();
  const settings: Record<string, string> = redis ? { REDIS_URL: redis.redisUrl } : {};
  const ground = { database: { databaseUrl: database.databaseUrl, drop: database.stop }, roles: 'api,realtime' };
  const office = await startDemoOffice(settings, ground);
  const worker = await workerOf(office);
  return {
    office,
    server: office,
    worker,
    database,
    redis,
    numbers: (serviceCode) => numbersIn(database.superUrl, serviceCode),
    async stop() {
      await worker.stop();
      await office.stop();
      await redis?.stop();
    },
  };
}

/** One that survives kill -9: fsync is on. */
async function ownDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'sunbeon-parts-'));
  chmodSync(folder, 0o755); // the database may run as another user
  const port = await freePort();
  let postgres = await startPostgres({ folder, port });
  const { databaseUrl, ownerUrl, superUrl } = await postgres.prepare('sunbeon');
  await migrate(databaseUrl, ownerUrl);
  const part: Running = {
    async kill() {
      process.kill(postgres.pid, 'SIGKILL');
      await postgres.gone;
    },
    async revive() {
      postgres = await startPostgres({ folder, port });
    },
    async stop() {
      await postgres.stop();
      for (const path of [folder, postgres.home]) rmSync(path, { recursive: true, force: true });
    },
  };
  return { ...part, databaseUrl, superUrl };
}

async function ownRedis() {
  const port = await freePort();
  let redis = await startRedis(port);
  const { redisUrl } = redis;
  const part: Running = {
    kill: () => redis.stop('SIGKILL'),
    async revive() {
      redis = await startRedis(port);
    },
    stop: () => redis.stop(),
  };
  return { ...part, redisUrl };
}

async function workerOf(office: DemoOffice): Promise<Running> {
  let worker = await office.startNode('worker');
  return {
    async kill() {
      worker.kill();
      await worker.gone;
    },
    async revive() {
      worker = await office.startNode('worker');
    },
    stop: () => worker.stop(),
  };
}

async function numbersIn(url: string, serviceCode: string): Promise<string[]> {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ label: string }>(
      `select t.label from ticket t join service s on s.tenant_id = t.tenant_id and s.id = t.service_id
       where s.code = $1 order by t.issued_at`,
      [serviceCode],
    );
    return rows.map(({ label }) => label);
  } finally {
    await client.end();
  }
}
