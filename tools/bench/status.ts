import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cpuSeconds } from './cpu.ts';
import { makeTenant } from './halls.ts';
import { LoadClient, median, throughput } from './load.ts';
import { atLeast, type Figure } from './report.ts';

const REQUESTS = 12_000;
const PAIRS = 5;
const WIDTH = 16;
const SETTLE_MS = 3_000;

interface Target {
  readonly url: string;
  readonly pid: number;
  readonly path: string;
}

/**
 * Server CPU seconds per request of the public status, against a bare node:http server that answers the same bytes:
 * median of five interleaved pairs. 1 = as cheap as bare, 0.8 = a quarter dearer.
 */
export async function measureStatus(url: string, pid: number): Promise<Figure[]> {
  const tenant = await makeTenant(url, 1);
  const path = `/api/public/${tenant.slug}/office-0/status`;
  const ours: Target = { url, pid, path };
  // A new office is woken once by its clock; the bytes must stand still while they are compared.
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const answer = await fetch(url + path);
  const body = await answer.text();
  // The same bytes: every header but those that Node writes by itself.
  const byNode = ['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding'];
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => !byNode.includes(name)));
  const bare = await startBare({ headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) }, body });
  try {
    const full = await ratio(ours, { ...bare.target, path }, {}, 200);
    const unchanged = await ratio(ours, { ...bare.target, path }, { 'if-none-match': headers['etag'] ?? '' }, 304);
    return [
      {
        name: 'public status, CPU of bare node:http / ours',
        value: full,
        unit: '',
        ...atLeast(full, 0.8),
        detail: { bytes: body.length },
      },
      { name: 'public status unchanged (304), the same', value: unchanged, unit: '', ...atLeast(unchanged, 0.8) },
    ];
  } finally {
    bare.stop();
  }
}

async function ratio(ours: Target, bare: Target, headers: Record<string, string>, expected: number): Promise<number> {
  await costOf(ours, headers, expected);
  await costOf(bare, headers, expected);
  const ratios: number[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1)
    ratios.push((await costOf(bare, headers, expected)) / (await costOf(ours, headers, expected)));
  return median(ratios);
}

async function costOf({ url, pid, path }: Target, headers: Record<string, string>, expected: number): Promise<number> {
  const client = new LoadClient(url, WIDTH);
  const before = cpuSeconds(pid);
  await throughput(REQUESTS, WIDTH, async () => {
    const { status } = await client.send('GET', path, headers);
    if (status !== expected) throw new Error(`the status answered ${status}, not ${expected}`);
  });
  client.close();
  return (cpuSeconds(pid) - before) / REQUESTS;
}

async function startBare(content: object): Promise<{ target: Omit<Target, 'path'>; stop: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'sunbeon-bench-'));
  const file = join(folder, 'answer.json');
  writeFileSync(file, JSON.stringify(content));
  const script = fileURLToPath(new URL('bare-server.ts', import.meta.url));
  const loader = fileURLToPath(new URL('../ts.mjs', import.meta.url));
  const child = spawn(process.execPath, ['--import', loader, script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()));
    child.once('exit', () => reject(new Error('the bare server ended')));
  });
  const stop = () => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  return { target: { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0 }, stop };
}
