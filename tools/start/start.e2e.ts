import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../postgres/postmaster.ts';
import { isAlive } from '../postgres/process-identity.ts';
import { root } from '../root.ts';

jest.setTimeout(180_000); // builds everything on a machine that never did

/** One `npm start`, as a process of its own. */
class Starter {
  readonly child: ChildProcess;
  readonly gone: Promise<number | string>;
  output = '';

  constructor(port: number, folder: string, ...args: string[]) {
    const env = { ...process.env, NODE_OPTIONS: '', PORT: String(port), SUNBEON_DATA: folder };
    this.child = spawn(process.execPath, ['tools/start.mjs', ...args], { cwd: root, env });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    }
    this.gone = new Promise((done) => this.child.once('close', (code, signal) => done(code ?? signal ?? 'unknown')));
  }

  async ready(): Promise<void> {
    let ended = false;
    void this.gone.then(() => (ended = true));
    while (!this.output.includes('Ready.')) {
      if (ended) throw new Error(`it ended without being ready:\n${this.output}`);
      await sleep(50);
    }
  }
}

/** Runs the body again and again until it passes: for what happens in other processes. */
async function eventually(body: () => void | Promise<void>, within = 30_000): Promise<void> {
  for (const giveUp = Date.now() + within; ; await sleep(100)) {
    try {
      return await body();
    } catch (error) {
      if (Date.now() > giveUp) throw error;
    }
  }
}

describe('npm start', () => {
  let folder: string;
  let port: number;
  let current: Starter;
  const health = async () => (await fetch(`http://127.0.0.1:${port}/api/health/ready`)).status;
  const databasePid = () => Number(readFileSync(join(folder, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sunbeon-start-'));
    chmodSync(folder, 0o755);
    port = await freePort();
    current = new Starter(port, folder, '--no-demo');
    await current.ready();
  });
  afterAll(async () => {
    current.child.kill('SIGTERM');
    await current.gone;
    rmSync(folder, { recursive: true, force: true });
  });

  it('says where to look only once the server is ready', async () => {
    expect(current.output).toContain(`http://localhost:${port}/`);
    expect(await health()).toBe(200);
  });

  it('refuses a second copy on the same folder', async () => {
    const second = new Starter(await freePort(), folder, '--no-demo');
    expect(await second.gone).toBe(1);
    expect(second.output).toContain(`Sunbeon already runs on this folder (process ${current.child.pid}`);
  });

  it('says that the port is in use before it makes anything', async () => {
    const other = mkdtempSync(join(tmpdir(), 'sunbeon-start-'));
    const second = new Starter(port, other, '--no-demo');
    expect(await second.gone).toBe(1);
    expect(second.output).toMatch(new RegExp(`Port ${port} is in use by another program.*PORT=${port + 1} npm start`));
    expect(second.output).not.toContain('database');
    rmSync(other, { recursive: true });
  });

  it('brings a killed database back, and the server goes on', async () => {
    const before = databasePid();
    process.kill(before, 'SIGKILL');
    await eventually(() => expect(current.output).toContain('The database is back.'));
    await eventually(async () => expect(await health()).toBe(200));
    expect(databasePid()).not.toBe(before);
  });

  it('when killed itself: the server goes, the database stays and is taken over by the next start', async () => {
    const database = databasePid();
    current.child.kill('SIGKILL');
    await current.gone;
    current = new Starter(port, folder, '--no-demo'); // at once: it waits for the port of the server that is going
    await current.ready();
    expect(current.output).toContain(`Took over the database that was still running (process ${database})`);
    expect(await health()).toBe(200);
  });

  it('stops everything in order when asked to', async () => {
    const database = databasePid();
    current.child.kill('SIGTERM');
    expect(await current.gone).toBe(0);
    expect(isAlive(database)).toBe(false);
    await expect(health()).rejects.toThrow();
    expect(readFileSync(join(folder, 'postgres.log'), 'utf8').trimEnd()).toMatch(/database system is shut down$/);
  });

  it('ends with one sentence when the server dies', async () => {
    current = new Starter(port, folder, '--no-demo');
    await current.ready();
    const database = databasePid();
    process.kill(serverPid(current.child.pid ?? 0), 'SIGKILL');
    expect(await current.gone).toBe(1);
    expect(current.output).toMatch(/^The server ended: .*server\.log\)\.$/m);
    expect(isAlive(database)).toBe(false);
  });
});

/** The child of the starter that runs dist/server/main.mjs. */
function serverPid(starter: number): number {
  const children = readFileSync(`/proc/${starter}/task/${starter}/children`, 'utf8').trim().split(' ').map(Number);
  const found = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dist/server/main.mjs'));
  if (!found) throw new Error('the starter has no server');
  return found;
}
