import { isAbsolute, resolve } from 'node:path';
import { Problem } from '../problem.ts';
import { root } from '../root.ts';

export const HELP = `npm start [-- --no-demo]

Installs, builds what is not built, starts PostgreSQL (data in .data/), migrates, seeds the demo, starts the server
with all its roles, and prints the links. Ctrl-C stops everything in order; a second Ctrl-C stops it at once.

  --no-demo     no demo tenant, no simulated visitors
  --help        this text

  PORT          port of the pages and the API (3000)
  HOST          address to listen on (127.0.0.1: this machine only; 0.0.0.0: everybody)
  SUNBEON_DATA  folder for data, passwords and logs (.data)
  SUNBEON_ARCHIVE  folder for the database's log, kept for "npm run restore" (none)
  DATABASE_URL, DATABASE_OWNER_URL   a PostgreSQL of your own, prepared with deploy/bootstrap.sql
  REDIS_URL     jobs and realtime through a Redis of your own
`;

export interface StartOptions {
  help: boolean;
  demo: boolean;
  port: number;
  host: string;
  /** Absolute. */
  dataFolder: string;
  /** Absolute; undefined: the log of the embedded server is not kept. */
  archiveFolder: string | undefined;
  /** Undefined: the embedded server. */
  ownDatabase: { databaseUrl: string; ownerUrl: string } | undefined;
}

/**
 * Reads the command line and the environment of `npm start`.
 * @throws Problem for an unknown option, a port out of range, and one database URL without the other
 */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): StartOptions {
  const unknown = args.find((arg) => arg !== '--no-demo' && arg !== '--help');
  if (unknown) throw new Problem(`There is no option ${unknown}: "npm start -- --help" lists what there is.`);
  const data = env.SUNBEON_DATA || '.data';
  return {
    help: args.includes('--help'),
    demo: !args.includes('--no-demo'),
    port: readPort(env.PORT || '3000'),
    host: env.HOST || '127.0.0.1',
    dataFolder: isAbsolute(data) ? data : resolve(root, data),
    archiveFolder: env.SUNBEON_ARCHIVE ? resolve(root, env.SUNBEON_ARCHIVE) : undefined,
    ownDatabase: readDatabase(env.DATABASE_URL, env.DATABASE_OWNER_URL),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Problem(`PORT is "${text}", but a port is a number from 1 to 65535.`);
}

function readDatabase(databaseUrl: string | undefined, ownerUrl: string | undefined): StartOptions['ownDatabase'] {
  if (!databaseUrl && !ownerUrl) return undefined;
  if (databaseUrl && ownerUrl) return { databaseUrl, ownerUrl };
  const [given, missing] = databaseUrl
    ? ['DATABASE_URL', 'DATABASE_OWNER_URL']
    : ['DATABASE_OWNER_URL', 'DATABASE_URL'];
  throw new Problem(`${given} is set and ${missing} is not: set both for a PostgreSQL of your own, or neither.`);
}
