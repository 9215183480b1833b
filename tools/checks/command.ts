import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from '../root.ts';

export interface Outcome {
  ok: boolean;
  output: string;
  errors: string;
}

/** Runs a program of node_modules/.bin (or the system) in the repository and keeps what it says. */
export async function command(program: string, ...args: string[]): Promise<Outcome> {
  const path = `${join(root, 'node_modules/.bin')}:${process.env.PATH}`;
  const env = { ...process.env, PATH: path, NODE_OPTIONS: '', FORCE_COLOR: '0', NX_TUI: 'false' };
  const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { output: '', errors: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.errors += text));
  const code = await new Promise<number | null>((done, fail) => child.once('close', done).once('error', fail));
  return { ok: code === 0, output: said.output, errors: stripVTControlCharacters(said.errors) };
}

/** What it said, for a person. */
export const saidBy = ({ output, errors }: Outcome): string => `${stripVTControlCharacters(output)}\n${errors}`.trim();
