import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { RunningPostgres } from '../postgres/postgres.ts';
import { startThrowAway } from '../postgres/throw-away.ts';
import { POSTGRES_VARIABLE } from './postgres-15.ts';

/** The migrated database that every test file's own database is copied from. */
export const TEMPLATE = 'sunbeon_template';
/** Environment variable through which jest's workers learn of the server: its `DatabaseUrls` of TEMPLATE, as JSON. */
export const SERVER_VARIABLE = 'SUNBEON_TEST_SERVER';

const root = fileURLToPath(new URL('../../', import.meta.url));
let server: RunningPostgres | undefined;

/** Starts one throw-away server for the whole run of tests, with a migrated template database on it. */
export async function setUp(): Promise<void> {
  server = await startThrowAway({ programs: process.env[POSTGRES_VARIABLE] });
  const urls = await server.prepare(TEMPLATE);
  await migrate(urls.databaseUrl, urls.ownerUrl);
  process.env[SERVER_VARIABLE] = JSON.stringify(urls);
}

export async function tearDown(): Promise<void> {
  await server?.stop();
}

/** Runs the migrations of the working tree, in a process of their own. */
export async function migrate(databaseUrl: string, ownerUrl: string): Promise<void> {
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: ownerUrl };
  const script = ['--import', './tools/ts.mjs', 'apps/server/src/migrate.ts'];
  await promisify(execFile)(process.execPath, script, { cwd: root, env });
}
