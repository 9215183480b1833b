import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../build/build.ts';
import { Problem, report } from '../problem.ts';
import { root } from '../root.ts';
import { POSTGRES_VARIABLE, postgres15 } from './postgres-15.ts';
import { hasRedisServer, REDIS_VARIABLE } from './redis.ts';
import { add, leftOutOf, tallyOf, type JestReport, type Tally } from './tally.ts';

/**
 * What `npm test` runs, in this order; `redis` is the server's e2e once more with jobs and realtime on Redis, `postgres15`
 * a choice of e2e on the oldest PostgreSQL that is promised, and what needs its pg_dump.
 */
const KINDS = ['spec', 'e2e', 'journeys', 'redis', 'postgres15'] as const;
type Kind = (typeof KINDS)[number];

/** What touches most of the schema: tables, functions, policies, partitions, the hall, jobs, and letters. */
const ON_POSTGRES_15 = [
  'architecture',
  'audit',
  'data-table',
  'day',
  'erasure',
  'hall-commands',
  'identity-login',
  'isolation-sql',
  'mail',
  'pg-dump',
  'relay-events',
  'retention',
  'statements',
  'tenants-clock',
];

/** What asks the database, or for answers to requests: neither jobs nor messages, which are all that goes through Redis. */
const NOT_ON_REDIS = [
  'architecture',
  'data-table',
  'enumeration',
  'imports',
  'isolation',
  'isolation-forms',
  'isolation-sql',
  'offices-entities',
  'pages-routes',
  'statements',
  'tickets-search',
];

/** Arguments of jest. */
const JEST: Record<Kind, string[]> = {
  spec: ['--selectProjects', 'spec'],
  e2e: ['--selectProjects', 'e2e'],
  journeys: ['--selectProjects', 'journeys'],
  redis: ['--selectProjects', 'e2e', '--testPathPatterns', `/apps/.*/test/(?!(?:${NOT_ON_REDIS.join('|')})\\.e2e)`],
  postgres15: ['--selectProjects', 'e2e', '--testPathPatterns', `/test/(${ON_POSTGRES_15.join('|')})\\.e2e`],
};

/** Kinds that are e2e once more, on something else: what people read, and what the tests must be told. */
const ELSEWHERE: Partial<
  Record<Kind, { on: string; environment: () => NodeJS.ProcessEnv; missing: () => string | false }>
> = {
  redis: {
    on: 'on Redis',
    environment: () => ({ [REDIS_VARIABLE]: '1' }),
    missing: () => !hasRedisServer() && 'no redis-server on this machine',
  },
  postgres15: {
    on: 'on PostgreSQL 15, with pg_dump and pg_restore',
    environment: () => ({ [POSTGRES_VARIABLE]: postgres15() }),
    missing: () => !postgres15() && 'no postgresql-15 on this machine',
  },
};

async function main(): Promise<void> {
  const { kinds, output } = readArguments(process.argv.slice(2));
  let total: Tally = { passed: 0, failed: [] };
  const leftOut: string[] = kinds.length < KINDS.length ? [] : ['the long tests: npm run test:long'];
  for (const kind of kinds) {
    const missing = whyNot(kind);
    if (missing) leftOut.push(missing);
    else total = add(total, await run(kind, leftOut));
  }
  print(total, leftOut, output);
}

function readArguments(args: string[]): { kinds: readonly Kind[]; output: string | undefined } {
  const output = args.find((arg) => arg.startsWith('--output='))?.slice('--output='.length);
  const names = args.filter((arg) => !arg.startsWith('--output='));
  const unknown = names.find((name) => !KINDS.some((kind) => kind === name));
  if (unknown) throw new Problem(`There are no tests called "${unknown}", but ${KINDS.join(', ')}.`);
  return { kinds: names.length > 0 ? KINDS.filter((kind) => names.includes(kind)) : KINDS, output };
}

function whyNot(kind: Kind): string | undefined {
  const reason = ELSEWHERE[kind]?.missing();
  return reason ? `the e2e tests ${ELSEWHERE[kind]?.on}: ${reason}` : undefined;
}

async function run(kind: Kind, leftOut: string[]): Promise<Tally> {
  const on = ELSEWHERE[kind]?.on;
  console.log(`\n== ${on ? `e2e ${on}` : kind}`);
  // Before the suites, of which two may want the same front end at once.
  if (kind !== 'spec') console.log(`built: ${(await build()).join(', ') || 'nothing to do'}`);
  const found = await jest(kind);
  if (!found) return { passed: 0, failed: [`${kind}: jest ended without a result`] };
  leftOut.push(...leftOutOf(found));
  const tally = tallyOf(found, on ? ` (${on})` : '');
  if (tally.passed + tally.failed.length > 0) return tally;
  return { passed: 0, failed: [`${kind}: no test was found`] };
}

async function jest(kind: Kind): Promise<JestReport | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'sunbeon-jest-'));
  const file = join(folder, 'report.json');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const bin = join(root, 'node_modules/jest/bin/jest.js');
  const env = { ...process.env, ...ELSEWHERE[kind]?.environment() };
  try {
    const child = spawn(process.execPath, [...flags, bin, ...JEST[kind], '--json', `--outputFile=${file}`], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'inherit'], // its report for people goes to stderr
    });
    await new Promise((done) => child.once('close', done));
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as JestReport) : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The last line is a promise to whoever reads it by machine: `N passed, N failed`. */
function print(total: Tally, leftOut: string[], output: string | undefined): void {
  console.log('');
  for (const name of total.failed) console.log(`FAILED ${name}`);
  for (const name of leftOut) console.log(`left out: ${name}`);
  if (output) writeFileSync(output, JSON.stringify({ passed: total.passed, failed: total.failed.length }));
  if (total.failed.length > 0 || total.passed === 0) process.exitCode = 1;
  console.log(`${total.passed} passed, ${total.failed.length} failed`);
}

try {
  await main();
} catch (error) {
  report(error);
  console.log('0 passed, 1 failed');
}
