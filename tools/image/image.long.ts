import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../postgres/postmaster.ts';
import { startThrowAway } from '../postgres/throw-away.ts';
import type { DatabaseUrls, RunningPostgres } from '../postgres/postgres.ts';
import { root } from '../root.ts';
import { newMasterKey } from '../start/operator.ts';
import { bytesIn, replayDockerfile, startImage, type ReplayedImage } from './image-replay.ts';

/** What is in the image runs as compose.yaml runs it: migrations as a step of their own, secrets from files, no root. */
const folder = mkdtempSync(join(tmpdir(), 'sunbeon-image-'));
let image: ReplayedImage;
let postgres: RunningPostgres;
let urls: DatabaseUrls;
/** As root we start it as the database's own user, whose socket others may not open; else as ourselves. */
let nobody: { uid: number; gid: number } | undefined;
let server: ChildProcess | undefined;
/** What it said. */
let said: ReturnType<typeof ended> | undefined;

beforeAll(async () => {
  const built = mkdtempSync(join(folder, 'built-'));
  // The stage `build` is this checkout: `npm ci` and the build are what made it.
  await promisify(execFile)('sh', ['-c', `mkdir ${built}/src && cp -r dist ${built}/src/dist`], { cwd: root });
  const text = readFileSync(join(root, 'deploy/Dockerfile'), 'utf8');
  image = await replayDockerfile(text, root, { build: built }, folder);
  chmodSync(folder, 0o755);
  postgres = await startThrowAway();
  urls = await postgres.prepare('image');
  if (process.getuid?.() === 0) {
    const { uid, gid } = statSync(join(postgres.home, 'data'));
    nobody = { uid, gid };
    chownSync(join(image.root, 'data'), uid, gid);
  }
}, 600_000);
afterAll(async () => {
  server?.kill('SIGKILL');
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

/** A secret as a container gets it: a file that its user may read. */
function secret(name: string, value: string): string {
  const path = join(folder, name);
  writeFileSync(path, `${value}\n`, { mode: 0o444 });
  return path;
}

async function ended(child: ChildProcess): Promise<{ code: number | string; output: string }> {
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => output.push(String(data)));
  const code = await new Promise<number | string>((done) => {
    child.once('exit', (status, signal) => done(status ?? signal ?? 'unknown'));
  });
  return { code, output: output.join('') };
}

async function untilHealthy(env: Record<string, string>): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    if ((await ended(startImage(image, env, image.health.slice(1).map(String)))).code === 0) return;
    if (server?.exitCode !== null) throw new Error(`the server ended: ${(await said)?.output.slice(-1_000)}`);
    await new Promise((next) => setTimeout(next, 250));
  }
  throw new Error('the health check never passed');
}

describe('what the Dockerfile makes', () => {
  it('is the server, its packages and the built pages, without the tools of development', () => {
    const megabytes = bytesIn(join(image.root, image.workdir)) / 2 ** 20;
    console.log(`the image adds ${megabytes.toFixed(0)} MB to its base`);
    expect(megabytes).toBeLessThan(250);
    expect(image.user).toBe('node');
  });

  it('migrates an empty database, twice without harm', async () => {
    const env = {
      DATABASE_URL_FILE: secret('database_url', urls.databaseUrl),
      DATABASE_OWNER_URL_FILE: secret('database_owner_url', urls.ownerUrl),
    };
    for (let times = 0; times < 2; times += 1) {
      const { code, output } = await ended(startImage(image, env, ['dist/server/migrate.mjs'], nobody));
      if (code !== 0) throw new Error(`migrations ended with ${code}: ${output.slice(-1_000)}`);
    }
  }, 120_000);

  it('says in one sentence that there is no database', async () => {
    const url = secret('no_database', 'postgres://sunbeon_owner:secret-1@127.0.0.1:1/none');
    const env = { DATABASE_URL_FILE: url, DATABASE_OWNER_URL_FILE: url };
    const { code, output } = await ended(startImage(image, env, ['dist/server/migrate.mjs'], nobody));
    expect(code).toBe(1);
    expect(output).toMatch(/^sunbeon: [^\n]*ECONNREFUSED[^\n]*\n$/);
    expect(output).not.toContain('secret-1');
  });

  it('starts without root, is healthy, serves every page, lets its operator in, and ends in peace', async () => {
    const port = await freePort();
    const env = {
      DATABASE_URL_FILE: secret('database_url', urls.databaseUrl),
      MASTER_KEYS_FILE: secret('master_keys', newMasterKey()),
      OPERATOR_EMAIL: 'operator@example.org',
      OPERATOR_PASSWORD_FILE: secret('operator_password', 'image-operator-1'),
      METRICS_TOKEN_FILE: secret('metrics_token', 'x'.repeat(32)),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      HOST: '127.0.0.1',
      PORT: String(port),
    };
    if (process.getuid?.() === 0) expect(nobody?.uid).toBeGreaterThan(0);
    server = startImage(image, env, image.command, nobody);
    said = ended(server);
    await untilHealthy({ PORT: String(port) });
    const url = `http://127.0.0.1:${port}`;
    for (const page of ['/', '/kiosk/', '/counter/', '/display/', '/console/', '/signup/', '/api/docs'])
      expect([page, (await fetch(url + page)).status]).toEqual([page, 200]);
    const login = await fetch(`${url}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: env.OPERATOR_EMAIL, password: 'image-operator-1' }),
    });
    expect(login.status).toBe(200);
    server.kill('SIGTERM');
    const { code, output } = await said;
    // It has closed everything, and then lets the signal end it.
    if (code !== 'SIGTERM') throw new Error(`the server ended with ${code}: ${output.slice(-1_000)}`);
    expect(output).not.toMatch(/"level":(50|60)/);
  }, 180_000);
});
