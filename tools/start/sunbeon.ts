import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../build/build.ts';
import { lockFolder } from '../postgres/folder-lock.ts';
import type { DatabaseUrls } from '../postgres/postgres.ts';
import { Problem } from '../problem.ts';
import { root } from '../root.ts';
import { runNode } from './child.ts';
import { keepDemo } from './demo.ts';
import { masterKeysOf, operatorOf } from './operator.ts';
import type { StartOptions } from './options.ts';
import { checkPort } from './port.ts';
import { startServer } from './server.ts';
import { keepPostgres } from './supervised-postgres.ts';

/** What was started, in order; it is stopped in the reverse order, or killed. */
export interface Part {
  stop(): Promise<void> | void;
  kill?(): void;
}

export interface Reporter {
  /** Runs a step and prints its name, what it returned, and how long it took. */
  step<T>(name: string, work: () => Promise<T>, told?: (result: T) => string): Promise<T>;
  say(sentence: string): void;
}

const PATIENCE_AFTER_A_KILL = 10_000;

/**
 * Brings up everything `npm start` promises, step by step.
 * @param parts filled as things start, so that a failure in the middle leaves nothing running
 * @param signal aborted when the user gives up: the step under way ends, nothing further starts
 * @returns the server's address, and `failed`, which rejects with a Problem when something ended that must not
 */
export async function startSunbeon(
  options: StartOptions,
  parts: Part[],
  { step, say }: Reporter,
  signal: AbortSignal,
): Promise<{ url: string; failed: Promise<never> }> {
  const { dataFolder, port, host } = options;
  makeFolder(dataFolder);
  const lock = lockFolder(join(dataFolder, 'lock'));
  parts.push({ stop: () => lock.release() });
  await checkPort(port, host, lock.inherited ? PATIENCE_AFTER_A_KILL : 0);

  const [database] = await both(
    step(
      'database',
      () => startDatabase(options, parts, say),
      () => (options.ownDatabase ? 'yours' : 'PostgreSQL, embedded'),
    ),
    step(
      'build',
      () => build(undefined, signal),
      (built) => built.join(', ') || 'nothing to do',
    ),
  );
  signal.throwIfAborted();
  const env = { ...environment(options, database.urls), DATABASE_OWNER_URL: database.urls.ownerUrl };
  await step('schema', () => runNode('The migration', 'dist/server/migrate.mjs', env, signal));
  const server = await step('server', () =>
    startServer({
      databaseUrl: database.urls.databaseUrl,
      port,
      host,
      logFile: join(dataFolder, 'server.log'),
      env: environment(options, database.urls),
      signal,
    }),
  );
  parts.push(server);
  if (options.demo) {
    const demoEnv = { ...environment(options, database.urls), SUNBEON_URL: server.url };
    await step('demo data', () => runNode('Seeding the demo', 'tools/seed/seed.ts', demoEnv, signal));
    parts.push(keepDemo(demoEnv, dataFolder));
  }
  const died = server.gone.then(() => {
    throw new Problem(`The server ended: ${server.lastWords()} (see ${join(dataFolder, 'server.log')}).`);
  });
  return { url: server.url, failed: Promise.race([died, database.failed]) };
}

/** Waits for both even when one fails: what the other has started by then must be among the parts to stop. */
async function both<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new Problem(`The data folder ${path} cannot be made: ${(error as Error).message}.`);
  }
}

interface Database {
  urls: Pick<DatabaseUrls, 'databaseUrl' | 'ownerUrl'>;
  failed: Promise<never>;
}

async function startDatabase(options: StartOptions, parts: Part[], say: Reporter['say']): Promise<Database> {
  if (options.ownDatabase) return { urls: options.ownDatabase, failed: new Promise<never>(() => {}) };
  const postgres = await keepPostgres(options.dataFolder, options.archiveFolder, say);
  parts.push(postgres);
  return { urls: postgres, failed: postgres.failed };
}

/** What the server gets: never the owner's password. */
function environment(options: StartOptions, urls: Database['urls']): NodeJS.ProcessEnv {
  return {
    DATABASE_URL: urls.databaseUrl,
    DATABASE_OWNER_URL: undefined,
    SUNBEON_ROOT: root,
    SUNBEON_DATA: options.dataFolder,
    SUNBEON_DEMO: options.demo ? '1' : '0',
    ...(process.env['MASTER_KEYS'] || process.env['MASTER_KEYS_FILE']
      ? {}
      : { MASTER_KEYS: masterKeysOf(options.dataFolder) }),
    // The demo's operator logs in with the password that the start prints.
    // Whoever tries the sign-up in it is let in at once.
    ...(options.demo
      ? {
          ...operatorOf(options.dataFolder),
          OPERATOR_SECOND_FACTOR: 'optional',
          SIGNUP_APPROVAL: process.env['SIGNUP_APPROVAL'] ?? 'automatic',
        }
      : {}),
  };
}
