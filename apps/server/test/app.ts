import { createClient, type Client } from '@sunbeon/client';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../src/app.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { testDatabase, type TestDatabase } from '../../../tools/testing/database.ts';

export const operator = { email: 'operator@sunbeon.test', password: 'operator-password-1' };

export const masterKeys = `test:${Buffer.alloc(32, 7).toString('base64')}`;

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  /** http://127.0.0.1:port */
  readonly url: string;
  stop(): Promise<void>;
}

/** The whole server on a database of its own and a free port, in all roles unless the arguments say otherwise. */
export async function startTestApp(
  environment: Record<string, string> = {},
  args: readonly string[] = [],
): Promise<TestApp> {
  const database = await testDatabase();
  const node = await startNode(database, environment, args);
  return {
    ...node,
    database,
    async stop() {
      await node.stop();
      await database.drop();
    },
  };
}

/** One more server on a database that is there; `stop` leaves the database. */
export async function startNode(
  database: TestDatabase,
  environment: Record<string, string> = {},
  args: readonly string[] = [],
): Promise<Omit<TestApp, 'database'>> {
  const config = readConfig(
    {
      DATABASE_URL: database.databaseUrl,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
      OPERATOR_EMAIL: operator.email,
      OPERATOR_PASSWORD: operator.password,
      OPERATOR_SECOND_FACTOR: 'optional',
      REDIS_URL: process.env['REDIS_URL'],
      MASTER_KEYS: masterKeys,
      // Tests send in a minute what a hall sends in a day; rate-limits.e2e.ts has the real ones.
      RATE_LIMIT_FACTOR: '100',
      ...environment,
    },
    args,
  );
  const app = await createApp(config);
  await app.listen(0, '127.0.0.1');
  const address = app.getHttpServer().address() as { port: number };
  return { app, url: `http://127.0.0.1:${address.port}`, stop: () => app.close() };
}

export type { Client };
export { createClient };
