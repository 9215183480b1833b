/** `npm run backup` and `npm run restore` for the embedded server; docs/operations.md tells when to use which. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../postgres/postgres.ts';
import { Problem, report } from '../problem.ts';
import { root } from '../root.ts';
import { backUp } from './backup.ts';
import { restore } from './restore.ts';

const USAGE = `npm run backup -- --to FOLDER [--data .data]
npm run restore -- --from BACKUP --data FOLDER [--wal ARCHIVE [--until 2026-11-23T10:14:00+09:00]]`;

try {
  await run(process.argv.slice(2));
} catch (error) {
  report(error);
}

async function run([command, ...args]: string[]): Promise<void> {
  const given = readArguments(args);
  if (command === 'backup' && given.to) return runBackup(given.to, given.data ?? '.data');
  if (command === 'restore' && given.from && given.data) return runRestore({ ...given, from: given.from }, given.data);
  throw new Problem(`Something is missing.\n${USAGE}`);
}

async function runBackup(to: string, data: string): Promise<void> {
  const folder = resolve(root, data);
  // Takes over the server that runs on this folder, or starts one for the time of the backup.
  const server = await startPostgres({ folder });
  try {
    const made = await backUp(
      { superUrl: server.urls('postgres').superUrl, data: `${server.home}/data`, home: server.home },
      resolve(to),
    );
    console.log(`Backed up to ${made}.`);
  } finally {
    if (!server.adopted) await server.stop();
  }
}

async function runRestore(
  { from, wal, until }: { from: string; wal?: string | undefined; until?: string | undefined },
  data: string,
): Promise<void> {
  const folder = resolve(root, data);
  const last = await restore({ from: resolve(from), folder, wal, until, say: console.log });
  const reached = last === null ? 'as of the backup' : `the last change is of ${last}`;
  console.log(`Restored into ${folder} (${reached}). Start it with: SUNBEON_DATA=${data} npm start`);
}

function readArguments(args: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args, options: { to: text, from: text, data: text, wal: text, until: text } }).values;
  } catch (error) {
    throw new Problem(`${(error as Error).message}\n${USAGE}`);
  }
}
