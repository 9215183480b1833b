import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { report } from '../problem.ts';
import { root } from '../root.ts';
import { readDemoFile } from './demo.ts';
import { HELP, readOptions, type StartOptions } from './options.ts';
import { startSunbeon, type Part, type Reporter } from './sunbeon.ts';

/** npm forwards the Ctrl-C that the terminal sent to us already: the second one comes from the same key. */
const SAME_KEY = 700;

const parts: Part[] = [];
const stopping = new AbortController();
const asked = new Promise<'asked'>((done) => stopping.signal.addEventListener('abort', () => done('asked')));

const reporter: Reporter = {
  async step(name, work, told) {
    const begun = performance.now();
    const result = await work();
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(`  ${name.padEnd(10)} ${told?.(result) ?? 'done'} (${seconds} s)`);
    return result;
  },
  say: (sentence) => console.log(`  ${sentence}`),
};

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.help) return void console.log(HELP);
  listenForSignals();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  console.log(`Sunbeon ${version}`);
  try {
    const { url, failed } = await startSunbeon(options, parts, reporter, stopping.signal);
    if (!stopping.signal.aborted) console.log(welcome(options, url));
    await Promise.race([asked, failed]);
  } catch (error) {
    if (!stopping.signal.aborted) report(error);
  } finally {
    stopping.abort();
    await stopAll();
  }
}

async function stopAll(): Promise<void> {
  for (const part of [...parts].reverse()) await part.stop();
}

function listenForSignals(): void {
  let first = 0;
  const onSignal = () => {
    if (first && Date.now() - first < SAME_KEY) return;
    if (first) return killAll();
    first = Date.now();
    console.log('\nStopping … (Ctrl-C again stops at once)');
    stopping.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {}); // the terminal may be gone
}

function killAll(): never {
  for (const part of parts) part.kill?.();
  process.exit(1);
}

function welcome(options: StartOptions, url: string): string {
  const base = url.replace('127.0.0.1', 'localhost');
  const demo = options.demo ? readDemoFile(options.dataFolder) : undefined;
  const links = [{ title: 'Start here', url: '/' }, ...(demo?.links ?? []).filter((link) => link.url !== '/')];
  const width = Math.max(...links.map((link) => columns(link.title)));
  const lines = links.map(({ title, url: path }) => `  ${pad(title, width)}  ${new URL(path, base).href}`);
  const logins = (demo?.logins ?? []).map(({ who, email, password }) => `  ${who}: ${email} / ${password}`);
  return ['', 'Ready.', ...lines, ...(logins.length > 0 ? ['', 'Log-ins:', ...logins] : []), ''].join('\n');
}

/** A Hangul syllable takes two columns of a terminal. */
const columns = (text: string) =>
  [...text].reduce(
    (sum, char) => sum + (/[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af\uff00-\uff60]/.test(char) ? 2 : 1),
    0,
  );
const pad = (text: string, width: number) => text + ' '.repeat(width - columns(text));

try {
  await main();
} catch (error) {
  report(error);
}
process.exit();
