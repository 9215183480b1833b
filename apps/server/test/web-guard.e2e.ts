import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, realtimeNamespace, realtimePath, type Endpoint } from '@sunbeon/contract';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { build } from '../../../tools/build/build.ts';
import { root } from '../../../tools/root.ts';
import { startTestApp, type TestApp } from './app.ts';
import { login, makeHall, type TestHall } from './hall.ts';
import { routesOf } from './routes.ts';

/** Other sites, headers, CORS: held for every route that the running app has, without a list of them here. */
let folder: string;
let server: TestApp;
let hall: TestHall;
let owner: string;
let ticket: string;

beforeAll(async () => {
  await build(['resident']);
  folder = mkdtempSync(join(tmpdir(), 'sunbeon-guard-'));
  mkdirSync(join(folder, 'dist'));
  symlinkSync(join(root, 'dist/resident'), join(folder, 'dist/resident'));
  for (const [name, text] of Object.entries(assets)) {
    mkdirSync(join(folder, 'dist', name, '..'), { recursive: true });
    writeFileSync(join(folder, 'dist', name), text);
  }
  server = await startTestApp({
    SUNBEON_ROOT: folder,
    SUNBEON_DATA: folder,
    SUNBEON_DEMO: '1',
    TRUST_PROXY: 'loopback',
  });
  hall = await makeHall(server, { kind: 'rehearsal' });
  owner = (await login(server.url, `owner@${hall.slug}.test`, 'owner-password-1')).token;
  ticket = (await hall.draw('PASSPORT')).token;
}, 120_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** One of every kind of file that is served. */
const assets = {
  'kiosk/index.html': '<!doctype html><title>kiosk</title>',
  'kiosk/assets/main-Abcd1234.js': 'export {};',
  'kiosk/assets/main-Abcd1234.css': 'p {}',
  'kiosk/assets/main-Abcd1234.woff2': 'font',
  'kiosk/assets/main-Abcd1234.svg': '<svg/>',
  'kiosk/assets/main-Abcd1234.png': 'png',
  'kiosk/assets/main-Abcd1234.wasm': 'wasm',
  'display/index.html': '<!doctype html><title>display</title>',
  'display/media/promotion.mp4': '0123456789',
  'display/media/slide.svg': '<svg/>',
  'display/media/voice.mp3': 'mp3',
};

interface Wish {
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** As a browser may send it: fetch of Node would not let us name Origin and Sec-Fetch-Site as freely. */
function send(
  method: string,
  path: string,
  { headers = {}, body }: Wish = {},
): Promise<{ status: number; headers: Record<string, string | undefined>; text: string }> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const options = { method, headers: { ...headers, ...length }, agent: false };
    const request = httpRequest(server.url + path, options, (response) => {
      let text = '';
      const done = () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as Record<string, string | undefined>,
          text,
        });
      // A stream of events does not end by itself; its head is what is looked at.
      if (response.headers['content-type']?.startsWith('text/event-stream')) {
        done();
        request.destroy();
        return;
      }
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', done);
    });
    request.on('error', reject);
    request.end(body);
  });
}

const nobody = '019aaaaa-0000-7000-8000-000000000000';
const pathOf = (route: string) =>
  (route.split(' ')[1] ?? '/')
    .replace(/:tenant/, hall.slug)
    .replace(/:office/, 'main')
    .replace(/:token/, ticket)
    .replaceAll(/:\w+/g, nobody)
    .replace(/\*$/, 'no-such-file');
const isOpen = (path: string) => path.startsWith('/api/public/') || path.startsWith('/api/open-data/');
const json = { 'content-type': 'application/json' };

/** What is wrong with the headers of an answer. */
function faultsOf(route: string, path: string, headers: Record<string, string | undefined>): string[] {
  const policy = headers['content-security-policy'] ?? '';
  const fast = path.endsWith('/status') && isOpen(path);
  const expected: [string, boolean][] = [
    ['nosniff', headers['x-content-type-options'] === 'nosniff'],
    ['referrer-policy', fast || headers['referrer-policy'] === 'same-origin'],
    // The console shows screens and kiosks in a frame; nobody else may.
    [
      'frame-ancestors',
      fast || (/^\/(?:display|kiosk)\//.test(path) ? /frame-ancestors 'self'/ : /frame-ancestors 'none'/).test(policy),
    ],
    ['no default', fast || /default-src '(?:none|self)'/.test(policy)],
    ['no inline script', !/script-src[^;]*unsafe/.test(policy) && !/default-src[^;]*unsafe/.test(policy)],
    ['permissions-policy', fast || /camera=\(\).*geolocation=\(\)/.test(headers['permissions-policy'] ?? '')],
    // Browsers know no such feature, and say so on every page.
    ['known features only', !/bluetooth/.test(headers['permissions-policy'] ?? '')],
    ['coop', fast || headers['cross-origin-opener-policy'] === 'same-origin'],
    ['corp', headers['cross-origin-resource-policy'] === (isOpen(path) ? 'cross-origin' : 'same-origin')],
    ['cors', headers['access-control-allow-origin'] === (isOpen(path) ? '*' : undefined)],
    ['credentials', headers['access-control-allow-credentials'] === undefined],
    ['cache-control', headers['cache-control'] !== undefined],
    ['no x-powered-by', headers['x-powered-by'] === undefined && headers['server'] === undefined],
  ];
  return expected.filter(([, good]) => !good).map(([what]) => `${route}: ${what}`);
}

describe('headers', () => {
  it('are right on every route, whoever asks', async () => {
    const faults: string[] = [];
    const routes = routesOf(server).filter((route) => !route.startsWith('OPTIONS'));
    expect(routes.length).toBeGreaterThan(60);
    for (const route of routes) {
      const [method = 'GET'] = route.split(' ');
      const path = pathOf(route);
      for (const authorization of ['', `Bearer ${owner}`]) {
        const headers = { ...(authorization ? { authorization } : {}), origin: server.url };
        const wish = method === 'GET' ? { headers } : { headers: { ...headers, ...json }, body: '{}' };
        faults.push(...faultsOf(route, path, (await send(method, path, wish)).headers));
      }
    }
    expect(faults).toEqual([]);
  });

  it('are right on every kind of file, on pages and on addresses that are none', async () => {
    const files = Object.keys(assets).map(
      (name) => `/${name.replace('display/media', 'media').replace('index.html', '')}`,
    );
    const paths = ['/', `/${hall.slug}`, `/${hall.slug}/main`, `/t/${ticket}`, '/nowhere', '/favicon.svg', '/%E0%A4%A'];
    const faults: string[] = [];
    for (const path of [...files, ...paths]) {
      const answer = await send('GET', path);
      expect([path, answer.status]).toEqual([path, /nowhere|%A$/.test(path) ? 404 : 200]);
      faults.push(...faultsOf(path, path, answer.headers));
    }
    expect(faults).toEqual([]);
  });

  it('let no cache keep what is somebody’s own', async () => {
    const kept: string[] = [];
    for (const one of Object.values(endpoints) as Endpoint[]) {
      if (one.method !== 'GET' || one.access.includes('public')) continue;
      const path = pathOf(`GET ${one.path.replaceAll(/\{(\w+)\}/g, ':$1')}`);
      const { headers } = await send('GET', path, { headers: { authorization: `Bearer ${owner}` } });
      if (!/no-store|private, no-cache/.test(headers['cache-control'] ?? ''))
        kept.push(`${path} ${String(headers['cache-control'])}`);
    }
    expect(kept).toEqual([]);
    expect((await send('GET', `/api/public/tickets/${ticket}`)).headers['cache-control']).toBe('no-store');
    expect((await send('GET', `/api/public/${hall.slug}`)).headers['cache-control']).toMatch(/^public, max-age=2/);
    expect((await send('GET', '/api/public/nobody-here')).headers['cache-control']).toBe('no-store');
  });

  it('keep browsers to https once they came by it', async () => {
    const secure = await send('GET', '/', { headers: { 'x-forwarded-proto': 'https' } });
    expect(secure.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    expect((await send('GET', '/')).headers['strict-transport-security']).toBeUndefined();
  });

  it('of sockets, too', async () => {
    const { headers } = await send('GET', `${realtimePath}/?EIO=4&transport=polling`);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
  });
});

const evil = 'https://evil.example';

describe('CORS', () => {
  const preflight = (path: string) =>
    send('OPTIONS', path, {
      headers: {
        origin: evil,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });

  it('is open where everything is public, without credentials', async () => {
    const { status, headers } = await preflight(`/api/public/tickets/${ticket}/cancel`);
    expect(status).toBe(204);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-allow-methods']).toBe('GET, HEAD, POST');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
    expect(
      (await send('GET', `/api/public/${hall.slug}/main/events`, { headers: { origin: evil } })).headers[
        'access-control-allow-origin'
      ],
    ).toBe('*');
  });

  it.each([
    '/api/auth/login',
    '/api/auth/refresh',
    '/api/admin/devices',
    '/api/kiosk/tickets',
    '/api/publicity',
    '/demo/clock',
    '//api/public/x',
    '/API/public/x',
  ])('is closed elsewhere: %s', async (path) => {
    const { status, headers } = await preflight(path);
    expect(status).toBe(404);
    for (const name of Object.keys(headers)) expect(name).not.toMatch(/^access-control-/);
  });
});

describe('changes by pages of other sites', () => {
  const foreign: Record<string, string>[] = [
    { origin: evil },
    { origin: 'null' },
    { origin: 'nonsense' },
    { 'sec-fetch-site': 'cross-site', origin: evil },
    { 'sec-fetch-site': 'same-site', origin: 'https://other.example' },
    { 'sec-fetch-site': 'cross-site' },
  ];
  const writing = () =>
    routesOf(server).filter((route) => /^(?:POST|PUT|PATCH|DELETE) /.test(route) && !isOpen(route.split(' ')[1] ?? ''));

  it('are refused on every route, with good tokens and as forms', async () => {
    expect(writing().length).toBeGreaterThan(40);
    ticket = (await hall.draw('PASSPORT')).token;
    const done: string[] = [];
    for (const route of writing()) {
      const [method = 'POST'] = route.split(' ');
      for (const headers of foreign) {
        const good = { ...headers, authorization: `Bearer ${owner}`, cookie: 'sunbeon_session=x' };
        const asJson = await send(method, pathOf(route), { headers: { ...good, ...json }, body: '{}' });
        const form = { ...good, 'content-type': 'application/x-www-form-urlencoded' };
        const asForm = await send(method, pathOf(route), { headers: form, body: 'behind=1&rate=1' });
        for (const { status, text } of [asJson, asForm])
          if (status !== 403 || !text.includes('"forbidden"'))
            done.push(`${route} ${JSON.stringify(headers)}: ${status}`);
      }
    }
    expect(done).toEqual([]);
    const still = await send('GET', `/api/public/tickets/${ticket}`);
    expect(JSON.parse(still.text)).toMatchObject({ state: 'waiting' });
  });

  it('and those of our own pages and of programs are not', async () => {
    const own: Record<string, string>[] = [
      {},
      { origin: server.url },
      { 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
    ];
    for (const headers of own) {
      const body = JSON.stringify({ email: 'nobody@x.test', password: 'x' });
      expect((await send('POST', '/api/auth/login', { headers: { ...headers, ...json }, body })).status).toBe(401);
    }
    const form = { origin: server.url, 'content-type': 'application/x-www-form-urlencoded' };
    const postponed = await send('POST', `/t/${ticket}/postpone`, { headers: form, body: 'behind=1' });
    expect([303, 409]).toContain(postponed.status);
  });

  it('know themselves behind a proxy', async () => {
    const headers = { ...json, 'x-forwarded-host': 'wait.example', 'x-forwarded-proto': 'https' };
    const from = (origin: string) =>
      send('POST', '/api/auth/login', { headers: { ...headers, origin }, body: '{"email":"a@b.c","password":"x"}' });
    expect((await from('https://wait.example')).status).toBe(401);
    expect((await from(server.url)).status).toBe(403);
  });

  it('know who asks by what the proxy says, not by what a request says of itself', async () => {
    const headers = { ...json, 'x-forwarded-for': '6.6.6.6, 203.0.113.9' };
    const body = JSON.stringify({ email: `owner@${hall.slug}.test`, password: 'owner-password-1' });
    expect((await send('POST', '/api/auth/login', { headers, body })).status).toBe(200);
    const sessions = await send('GET', '/api/auth/sessions', { headers: { authorization: `Bearer ${owner}` } });
    const addresses = (JSON.parse(sessions.text) as { address: string }[]).map(({ address }) => address);
    expect(addresses).toContain('203.0.113.*');
    expect(addresses).not.toContain('6.6.6.*');
  });

  it('open no socket with a token, but watch as any resident may', async () => {
    const open = (auth: object, origin?: string) =>
      new Promise<string>((resolve) => {
        const socket = io(`${server.url}${realtimeNamespace}`, {
          path: realtimePath,
          auth,
          forceNew: true,
          transports: ['websocket'],
          ...(origin === undefined ? {} : { extraHeaders: { origin } }),
        });
        const end = (how: string) => {
          resolve(how);
          socket.disconnect();
        };
        socket.on('board', () => end('board'));
        socket.on('revoked', ({ reason }: { reason: string }) => end(reason));
        socket.on('connect_error', (error) => end(error.message));
      });
    const auths = [{ deviceToken: hall.kioskToken }, { accessToken: owner, office: 'main' }];
    for (const auth of auths) {
      expect(await open(auth, evil)).toBe('unauthenticated');
      expect(await open(auth, 'null')).toBe('unauthenticated');
      expect(await open(auth, server.url)).toBe('board');
      expect(await open(auth)).toBe('board');
    }
    expect(await open({ tenant: hall.slug, office: 'main' }, evil)).toBe('board');
  });
});
