import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../problem.ts';
import { root } from '../root.ts';

export interface Child {
  readonly pid: number;
  /** Resolves with the exit code, or the signal's name, once the process is gone. */
  readonly gone: Promise<number | string>;
  /** Asks it to stop (SIGTERM) and waits; after `within` ms it is killed. Resolves to false when it had to be. */
  stop(within: number): Promise<boolean>;
  kill(): void;
}

const LEASH = join(root, 'tools/start/leash.mjs');
const TS = join(root, 'tools/ts.mjs');
const LOG_LIMIT = 10 * 1024 * 1024;

/**
 * Starts Node on a script of the repository (TypeScript or built). The child stops when this process dies.
 * @param logFile where its output is appended; moved to `….1` first when it has grown over 10 MB
 */
export function startNode(script: string, args: string[], env: NodeJS.ProcessEnv, logFile: string): Child {
  mkdirSync(dirname(logFile), { recursive: true });
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, 'a', 0o600);
  const loader = script.endsWith('.ts') ? ['--import', TS] : ['--enable-source-maps'];
  const child = spawn(process.execPath, [...loader, '--import', LEASH, script, ...args], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', log, log, 'ipc'],
    detached: true, // Ctrl-C reaches the starter alone, which stops everything in its order
  });
  closeSync(log);
  return watch(child);
}

function watch(child: ChildProcess): Child {
  const gone = new Promise<number | string>((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, signal) => done(code ?? signal ?? 'unknown'));
  });
  const send = (signal: NodeJS.Signals) => void child.kill(signal);
  return {
    pid: child.pid ?? 0,
    gone,
    async stop(within) {
      send('SIGTERM');
      const inTime = await Promise.race([gone.then(() => true), sleep(within, false, { ref: false })]);
      if (!inTime) send('SIGKILL');
      await gone;
      return inTime;
    },
    kill: () => send('SIGKILL'),
  };
}

/**
 * Runs a script to its end.
 * @throws Problem naming `what`, with the last line it wrote
 */
export async function runNode(
  what: string,
  script: string,
  env: NodeJS.ProcessEnv,
  signal?: AbortSignal,
): Promise<void> {
  const loader = script.endsWith('.ts') ? ['--import', TS] : ['--enable-source-maps'];
  const child = spawn(process.execPath, [...loader, '--import', LEASH, script], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => output.push(text));
  const stop = () => child.kill('SIGTERM');
  signal?.addEventListener('abort', stop);
  const code = await new Promise((done) => child.once('close', done));
  signal?.removeEventListener('abort', stop);
  signal?.throwIfAborted();
  if (code !== 0) throw new Problem(`${what} failed: ${errorLine(output.join('')) || `it ended with code ${code}`}.`);
}

/** The line of a program's output that says what went wrong, without a dot at its end. */
export function errorLine(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const told = lines.findLast((line) => /^(\w*Error|sunbeon|fatal|error)\b.*:/i.test(line)) ?? lines.at(-1) ?? '';
  return told.replace(/^(sunbeon|Error|Problem):\s*/, '').replace(/\.$/, '');
}
