import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@sunbeon/client';
import { freePort } from '../postgres/postmaster.ts';
import { root } from '../root.ts';
import type { DemoFile } from '../seed/demo-file.ts';
import { below, type Figure } from './report.ts';

const PATIENCE_MS = 180_000;

/** Seconds from `npm start` on a folder that was started before to the first ticket from its kiosk. */
export async function measureSecondStart(): Promise<Figure[]> {
  const data = mkdtempSync(join(tmpdir(), 'sunbeon-start-'));
  try {
    const first = await startUntilTicket(data);
    await stop(first.process);
    const second = await startUntilTicket(data);
    await stop(second.process);
    const detail = { firstSeconds: first.seconds };
    return [
      { name: 'second start to first ticket', value: second.seconds, unit: 's', ...below(second.seconds, 8), detail },
    ];
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function startUntilTicket(data: string): Promise<{ process: ChildProcess; seconds: number }> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, SUNBEON_DATA: data, PORT: String(port), NODE_OPTIONS: '' },
    stdio: 'ignore',
  });
  const limit = Date.now() + PATIENCE_MS;
  for (;;) {
    if (Date.now() > limit || child.exitCode !== null) throw new Error('the start did not come to a first ticket');
    const answer = await firstTicket(data, `http://127.0.0.1:${port}`);
    if (answer) return { process: child, seconds: (performance.now() - begun) / 1000 };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A ticket, or the clear word of the running hall that it gives none now (the rehearsal may stand at night). */
async function firstTicket(data: string, baseUrl: string): Promise<boolean> {
  try {
    const demo = JSON.parse(readFileSync(join(data, 'demo.json'), 'utf8')) as DemoFile;
    const token = demo.devices.find(({ key }) => key === 'kiosk')?.token;
    const client = createClient({ baseUrl, authorization: () => `Device ${token}`, timeoutMs: 2_000 });
    const config = await client.call('deviceConfig');
    const serviceId = config.services[0]?.id ?? '';
    await client.call('kioskIssue', { body: { serviceId }, idempotencyKey: randomUUID(), patienceMs: 0 });
    return true;
  } catch {
    return false;
  }
}

function stop(child: ChildProcess): Promise<void> {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  return gone;
}
