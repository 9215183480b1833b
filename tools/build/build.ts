import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
import { Problem } from '../problem.ts';
import { root } from '../root.ts';
import { frontEnds } from './projects.ts';
import { forget, inputsOf, isBuilt, remember } from './stamps.ts';

/**
 * Builds into dist/<app> whatever is not built from the present sources: the server with rolldown, the front ends
 * with Vite.
 * @param apps all when left out
 * @returns the names of those that were built now
 * @throws Problem naming the app whose build failed
 */
export async function build(
  apps: readonly string[] = ['server', ...frontEnds()],
  signal?: AbortSignal,
): Promise<string[]> {
  const wanted = apps
    .filter((app) => existsSync(join(root, 'apps', app)))
    .map((app) => ({ app, inputs: inputsOf(app) }));
  const stale = wanted.filter(({ app, inputs }) => !isBuilt(app, inputs));
  const names = stale.map(({ app }) => app);
  const workers = Array.from({ length: Math.max(2, availableParallelism()) }, async () => {
    for (let next = stale.shift(); next; next = stale.shift()) {
      forget(next.app);
      await buildOne(next.app, signal);
      remember(next.app, next.inputs);
    }
  });
  await Promise.all(workers);
  return names;
}

async function buildOne(app: string, signal: AbortSignal | undefined): Promise<void> {
  const command =
    app === 'server'
      ? ['--import', './tools/ts.mjs', 'tools/build/server.ts']
      : [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'];
  const cwd = app === 'server' ? root : join(root, 'apps', app);
  const env = { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production', NO_COLOR: '1' };
  const child = spawn(process.execPath, command, { cwd, env, signal, stdio: ['ignore', 'pipe', 'pipe'] });
  // An aborted child tells 'error' again while it dies: every one of them needs a listener.
  const ended = new Promise<number | null>((done, fail) => child.once('close', done).on('error', fail));
  const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  if (code !== 0) throw new Problem(`The build of ${app} failed:\n${stripVTControlCharacters(err || out).trim()}`);
  if (!existsSync(join(root, 'dist', app))) throw new Problem(`The build of ${app} left no dist/${app}.`);
}
