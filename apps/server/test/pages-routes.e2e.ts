import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../../tools/build/build.ts';
import { root } from '../../../tools/root.ts';
import { startTestApp, type TestApp } from './app.ts';
import { makeHall, officeTemplate, type Person, type TestHall } from './hall.ts';

let folder: string;
let server: TestApp;
let hall: TestHall;
let clerk: Person;

/** An installation with the resident's pages and the kiosk built, the display in part, the counter not. */
function makeInstallation(): string {
  const made = mkdtempSync(join(tmpdir(), 'sunbeon-pages-'));
  const write = (name: string, text: string) => {
    mkdirSync(join(made, name, '..'), { recursive: true });
    writeFileSync(join(made, name), text);
  };
  mkdirSync(join(made, 'dist'));
  symlinkSync(join(root, 'dist/resident'), join(made, 'dist/resident'));
  write('dist/kiosk/index.html', '<!doctype html><title>kiosk</title>');
  write('dist/kiosk/assets/main-Abcd1234.js', `export const text = ${JSON.stringify('순번 '.repeat(500))};`);
  write('dist/kiosk/assets/main-Abcd1234.woff2', 'font');
  write('dist/display/index.html', '<!doctype html><title>display</title>');
  write('dist/console/index.html', '<!doctype html><script src="a.js" nonce="SUNBEON-NONCE"></script>');
  write('dist/display/media/promotion.mp4', '0123456789');
  write('outside.txt', 'never to be sent');
  return made;
}

beforeAll(async () => {
  await build(['resident']);
  folder = makeInstallation();
  server = await startTestApp({ SUNBEON_ROOT: folder, PUBLIC_URL: 'https://wait.example/' });
  hall = await makeHall(server, {
    template: officeTemplate({ address: '시험로 1', announcements: [{ ko: '<b>공지</b>' }] }),
  });
  clerk = await hall.person();
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
  fetch(`${server.url}${path}`, { redirect: 'manual', headers: { 'accept-language': 'ko', ...headers }, ...init });
async function until<T>(read: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 100; tries += 1) {
    const value = await read();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('never came');
}

const post = (path: string, form: Record<string, string> = {}) =>
  get(path, {}, { method: 'POST', body: new URLSearchParams(form) });

describe("the office's page", () => {
  it('is complete HTML, with headers that keep it harmless', async () => {
    const answer = await get(`/${hall.slug}/main`);
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page).toContain('<h1>시험구 민원실</h1>');
    expect(page).toContain('여권 접수');
    expect(page).toContain('시험로 1');
    expect(page).toContain('&lt;b&gt;공지&lt;/b&gt;');
    expect(page).toContain(`href="https://wait.example/${hall.slug}/main?lang=en"`);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=2, stale-while-revalidate=10');
    expect(answer.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'sha256-.{44}';.*frame-ancestors 'none'$/,
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
  });

  it('answers 304 to who has it, per language, and anew after a change', async () => {
    const first = await get(`/${hall.slug}/main`);
    const etag = first.headers.get('etag') ?? '';
    const known = { 'if-none-match': etag };
    expect((await get(`/${hall.slug}/main`, known)).status).toBe(304);
    expect((await get(`/${hall.slug}/main?lang=en`, known)).status).toBe(200);
    await hall.draw('FAMILY');
    const changed = await until(async () => {
      const answer = await get(`/${hall.slug}/main`, known);
      return answer.status === 200 ? answer : undefined;
    });
    expect(await changed.text()).toMatch(/<dd class="big">1명<\/dd>/);
  });

  it.each(['br', 'gzip'])('is sent as %s to who takes it, with the same content', async (encoding) => {
    const plain = await (await get(`/${hall.slug}/main`, { 'accept-encoding': 'identity' })).text();
    const packed = await get(`/${hall.slug}/main`, { 'accept-encoding': encoding });
    expect(packed.headers.get('content-encoding')).toBe(encoding);
    expect(await packed.text()).toBe(plain);
  });

  it.each([
    ['', 'vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
    ['?lang=ja', 'ko', 'ja'],
    ['?lang=xx', 'zh-CN', 'zh'],
    ['', 'fr', 'en'],
    ['', '*', 'ko'],
  ])('speaks the language asked for (%s, %s)', async (query, header, language) => {
    const answer = await get(`/${hall.slug}/main${query}`, { 'accept-language': header });
    expect(await answer.text()).toMatch(new RegExp(`<html lang="${language}-`));
    expect(answer.headers.get('content-language')).toBe(language);
    expect(answer.headers.get('vary')).toContain('accept-language');
  });

  it.each(['/nowhere/main', '/GU/main', '/api2/x/y', '/kiosks', '/t/short', '/a/b/c/d', '/platform', '/t'])(
    'is a friendly 404 where there is none: %s',
    async (path) => {
      const answer = await get(path, { 'accept-language': 'en' });
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    },
  );

  it.each(['/api/nothing', '/api/public/x', '/api'])('is a problem for programs: %s', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: 'not_found' });
  });

  it("takes a slash at the tenant's end", async () => {
    const answer = await get(`/${hall.slug}/`);
    expect([answer.status, answer.headers.get('location')]).toEqual([308, `/${hall.slug}`]);
  });
});

describe('unmanned kiosks', () => {
  it("stand on the office's page as soon as they are in the directory, and no longer than that", async () => {
    const page = async () => (await get(`/${hall.slug}/main`)).text();
    expect(await page()).not.toContain('무인민원발급기');
    const body = {
      code: 'M-1',
      place: { ko: '정문 <옆>' },
      hours: { allDay: true, onHolidays: true, week: {} },
      office: 'main',
      condition: 'out_of_order' as const,
      mapUrl: 'https://map.example/?a=1&b=2',
    };
    const { id } = await hall.owner.call('unmannedKioskCreate', { body });
    const shown = await until(async () => {
      const text = await page();
      return text.includes('무인민원발급기') ? text : undefined;
    });
    expect(shown).toContain('정문 &lt;옆&gt;');
    expect(shown).toContain('24시간');
    expect(shown).toMatch(/고장 \(\d+월/);
    expect(shown).toContain('href="https://map.example/?a=1&amp;b=2"');
    await hall.owner.call('unmannedKioskArchive', { params: { id }, body: { version: 1 } });
    await until(async () => ((await page()).includes('무인민원발급기') ? undefined : true));
  });
});

describe("the tenant's page", () => {
  it('lists its offices', async () => {
    const page = await (await get(`/${hall.slug}`)).text();
    expect(page).toContain(`<a href="/${hall.slug}/main?lang=ko">시험구 민원실</a>`);
  });
});

describe("the ticket's page", () => {
  it('shows the ticket, lets it be postponed and cancelled by forms alone, and says why not', async () => {
    const ticket = await hall.draw('PASSPORT');
    await hall.draw('PASSPORT');
    const path = `/t/${ticket.token}`;
    const page = await get(path);
    expect(page.headers.get('cache-control')).toBe('private, no-store');
    expect(await page.text()).toContain(`<b>${ticket.number}</b>`);
    const postponed = await post(`${path}/postpone?lang=ko`, { behind: '1' });
    expect([postponed.status, postponed.headers.get('location')]).toEqual([303, `${path}?lang=ko`]);
    expect(await (await get(path)).text()).toContain('앞에 1명');
    expect((await post(`${path}/postpone`, { behind: '999' })).status).toBe(422);
    expect((await post(`${path}/cancel`)).status).toBe(303);
    expect(await (await get(path)).text()).toContain('취소한 번호표입니다');
    const again = await post(`${path}/cancel`);
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('번호표의 상태가 바뀌었습니다');
  });

  it('turns to the counter when called, and so does the public page', async () => {
    const ticket = await hall.draw('PASSPORT');
    const id = hall.counters['1'] ?? '';
    await clerk.client.call('counterOpen', { params: { id }, body: {} });
    await clerk.client.call('callNext', { params: { id }, idempotencyKey: randomUUID() });
    await clerk.client.call('start', { params: { id }, body: {} });
    await clerk.client.call('complete', { params: { id }, body: {} });
    await clerk.client.call('callNext', { params: { id }, idempotencyKey: randomUUID() });
    const page = await until(async () => {
      const text = await (await get(`/t/${ticket.token}`)).text();
      return text.includes('1번 창구로 오십시오') ? text : undefined;
    });
    expect(page).toContain('data-state="called"');
    const seen = await until(async () => {
      const text = await (await get(`/${hall.slug}/main`)).text();
      return text.includes(`${ticket.number}번, 1번 창구`) ? text : undefined;
    });
    expect(seen).toContain('최근 호출');
  });

  it.each(['0'.repeat(43), 'x'.repeat(20), '<script>', '%00', 'a'.repeat(190)])(
    'says nothing of an unknown token: %s',
    async (token) => {
      const answer = await get(`/t/${encodeURIComponent(token)}`);
      expect(answer.status).toBe(404);
      const page = await answer.text();
      expect(page).toContain('번호표를 찾을 수 없습니다');
      expect(page).not.toContain('<script>');
      expect((await post(`/t/${encodeURIComponent(token)}/cancel`)).status).toBe(404);
    },
  );
});

describe('the front ends', () => {
  it('get their page for every path of theirs, asked anew each time', async () => {
    for (const path of ['/kiosk/', '/kiosk/anything/here?x=1']) {
      const answer = await get(path);
      expect(await answer.text()).toContain('<title>kiosk</title>');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    }
    const short = await get('/kiosk?pair=1');
    expect([short.status, short.headers.get('location')]).toEqual([308, '/kiosk/?pair=1']);
  });
  it('get a nonce of their own each time where their script writes styles, in the page and in its policy', async () => {
    const seen = await Promise.all(
      ['/console/', '/console/devices/1/show'].map(async (path) => {
        const answer = await get(path);
        const [, nonce = ''] = /nonce="([\w+/]{24})"/.exec(await answer.text()) ?? [];
        expect(answer.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}';`);
        expect(answer.headers.get('cache-control')).toBe('no-store');
        return nonce;
      }),
    );
    expect(new Set(seen).size).toBe(2);
    expect((await get('/kiosk/')).headers.get('content-security-policy')).not.toContain('nonce');
  });

  it('get files with a hash for good, compressed', async () => {
    const answer = await get('/kiosk/assets/main-Abcd1234.js', { 'accept-encoding': 'br' });
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(await answer.text()).toContain('순번');
    expect((await get('/kiosk/assets/main-Abcd1234.woff2')).headers.get('content-type')).toBe('font/woff2');
  });
  it.each([
    '/kiosk/assets/missing-Abcd1234.js',
    '/kiosk/missing.png',
    '/assets/missing.js',
    '/media/missing.mp4',
    '/kiosk/%2e%2e/%2e%2e/outside.txt',
    '/media/..%2f..%2f..%2foutside.txt',
    '/assets/..%2frender.js',
  ])('answer 404 for %s', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('never to be sent');
  });
  it('send parts of a video', async () => {
    const answer = await get('/media/promotion.mp4', { range: 'bytes=2-4' });
    expect([answer.status, await answer.text()]).toEqual([206, '234']);
    expect(answer.headers.get('content-type')).toBe('video/mp4');
  });
  it('say plainly when they are not built', async () => {
    const answer = await get('/counter/');
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('The front end "counter" is not built');
  });
  it("serve the resident's script for good", async () => {
    const page = await (await get(`/${hall.slug}/main`)).text();
    const script = /<script type="module" src="([^"]+)"/.exec(page)?.[1] ?? '';
    const answer = await get(script);
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('cache-control')).toContain('immutable');
  });
});

describe('small things', () => {
  it('links what is built', async () => {
    const page = await (await get('/')).text();
    expect(page).toContain('href="/kiosk/"');
    expect(page).not.toContain('href="/counter/"');
    expect(page).not.toContain('/demo/clock');
  });
  it('keeps tickets out of search engines', async () =>
    expect(await (await get('/robots.txt')).text()).toContain('Disallow: /t/'));
  it('has a favicon', async () => {
    expect((await get('/favicon.ico')).headers.get('location')).toBe('/favicon.svg');
    expect((await get('/favicon.svg')).headers.get('content-type')).toBe('image/svg+xml');
  });
  it('has no demo clock outside a demo', async () =>
    expect((await post('/demo/clock', { rate: '0' })).status).toBe(404));
});
