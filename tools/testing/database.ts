import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DatabaseUrls } from '../postgres/postgres.ts';
import { REDIS_VARIABLE, startRedis } from './redis.ts';
import { SERVER_VARIABLE, TEMPLATE } from './server.ts';

export interface TestDatabase extends DatabaseUrls {
  /** Undefined unless the tests run on Redis: then an empty server of this file's own, also in REDIS_URL. */
  redisUrl: string | undefined;
  /** Removes the database, cutting off who is still connected. */
  drop(): Promise<void>;
}

/**
 * A fresh, migrated, empty database for one test file (about 50 ms): a copy of the template that jest's global set-up
 * made. Call it in `beforeAll`, and `drop` in `afterAll`.
 * @throws Error outside the jest projects e2e, journeys and long
 */
export async function testDatabase(): Promise<TestDatabase> {
  const template = templateUrls();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const onServer = swap(template.superUrl, 'postgres');
  await execute(onServer, `create database ${name} template ${TEMPLATE} owner sunbeon_owner`);
  const redis = process.env[REDIS_VARIABLE] ? await startRedis() : undefined;
  if (redis) process.env.REDIS_URL = redis.redisUrl;
  return {
    redisUrl: process.env.REDIS_URL,
    databaseUrl: swap(template.databaseUrl, name),
    ownerUrl: swap(template.ownerUrl, name),
    superUrl: swap(template.superUrl, name),
    async drop() {
      await execute(onServer, `drop database if exists ${name} with (force)`);
      await redis?.stop();
    },
  };
}

function templateUrls(): DatabaseUrls {
  const text = process.env[SERVER_VARIABLE];
  if (!text) throw new Error('there is a test database only in the jest projects e2e, journeys and long');
  return JSON.parse(text) as DatabaseUrls;
}

function swap(url: string, database: string): string {
  const result = new URL(url);
  result.pathname = `/${database}`;
  return result.href;
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
