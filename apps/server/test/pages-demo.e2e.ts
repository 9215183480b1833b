import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../../tools/build/build.ts';
import { root } from '../../../tools/root.ts';
import { Database } from '../src/platform/database/database.ts';
import { Mail } from '../src/platform/mail/mail.ts';
import { MailCarrier } from '../src/platform/mail/mail.carrier.ts';
import { startTestApp, type TestApp } from './app.ts';
import { makeHall, type TestHall } from './hall.ts';
import { makeTenant } from './identity-http.ts';

let folder: string;
let server: TestApp;
let hall: TestHall;

beforeAll(async () => {
  await build(['resident']);
  folder = mkdtempSync(join(tmpdir(), 'sunbeon-demo-'));
  server = await startTestApp({ SUNBEON_ROOT: folder, SUNBEON_DEMO: '1' });
  hall = await makeHall(server, { kind: 'rehearsal', now: '2026-11-23T10:14:00+09:00', rate: 4 });
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, init: RequestInit = {}) =>
  fetch(`${server.url}${path}`, { redirect: 'manual', headers: { 'accept-language': 'ko' }, ...init });
const setClock = (form: Record<string, string>) =>
  get('/demo/clock', { method: 'POST', body: new URLSearchParams(form) });

describe('the links page of a demo', () => {
  it('says plainly that the pages are not built, and finds them once they are', async () => {
    expect((await get('/')).status).toBe(503);
    expect(await (await get(`/${hall.slug}/main`)).text()).toContain('The front end "resident" is not built');
    mkdirSync(join(folder, 'dist'));
    symlinkSync(join(root, 'dist/resident'), join(folder, 'dist/resident'));
    expect((await get('/')).status).toBe(200);
  });

  it('stands without demo.json, and with one that is not whole yet', async () => {
    mkdirSync(join(folder, '.data'));
    writeFileSync(join(folder, '.data/demo.json'), '{"tenant": "seo');
    const page = await get('/');
    expect(page.status).toBe(200);
    expect(await page.text()).not.toContain('/demo/clock');
    expect((await setClock({ rate: '1' })).status).toBe(404);
  });

  it('shows paired screens, log-ins and the clock', async () => {
    const links = [{ title: '번호표 발권기', url: '/kiosk/#device=1&token=2' }];
    const logins = [{ who: '창구 담당자', email: 'staff@demo.test', password: 'password-1' }];
    writeFileSync(join(folder, '.data/demo.json'), JSON.stringify({ tenant: hall.slug, links, logins }));
    const answer = await get('/');
    const page = await answer.text();
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(page).toContain('href="/kiosk/#device=1&amp;token=2"');
    expect(page).toContain('staff@demo.test');
    expect(page).toContain('11월 23일 (월)');
    expect(page).toContain('4배 빠르기로 가고 있습니다');
  });

  it('turns the clock by a form: pause and speed, nothing else', async () => {
    const paused = await setClock({ rate: '0', lang: 'en' });
    expect([paused.status, paused.headers.get('location')]).toEqual([303, '/?lang=en']);
    expect(await (await get('/')).text()).toContain('멈춰 있습니다');
    await setClock({ rate: '60' });
    expect(await (await get('/')).text()).toContain('60배 빠르기로');
    for (const rate of ['-1', '3600', 'x', '']) expect([rate, (await setClock({ rate })).status]).toEqual([rate, 404]);
    expect(await (await get('/')).text()).toContain('60배 빠르기로');
  });

  it("says on the office's page that it is an exercise", async () => {
    expect(await (await get(`/${hall.slug}/main`)).text()).toContain('연습용 화면입니다');
  });
});

describe('the letters of a demo', () => {
  const post = async (to: string, subject: string, text: string) => {
    const { id } = tenant;
    const letter = { to, subject, text };
    await server.app.get(Database).transaction({ tenantId: id }, (tx) => server.app.get(Mail).post(tx, letter));
    await server.app.get(MailCarrier).sendAll();
  };
  let tenant: { id: string };
  beforeAll(async () => {
    tenant = await makeTenant(server, 'letters');
  });

  it('are none at first', async () => {
    expect(await (await get('/demo/mail')).text()).toContain('아직 보낸 편지가 없습니다');
  });

  it('are read in the browser, the newest first, with links that work and kept by nobody', async () => {
    const link = 'http://localhost:3000/signup/confirm#aB_-9';
    await post('first@letters.test', '첫 편지', '안녕하십니까');
    await post('second@letters.test', '전자우편 주소를 확인해 주십시오', `아래 주소를 여십시오.\n${link}`);
    const answer = await get('/demo/mail');
    const page = await answer.text();
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(page).toContain(`<a href="${link}">`);
    expect(page.indexOf('second@letters.test')).toBeLessThan(page.indexOf('first@letters.test'));
    expect(page).toContain('안녕하십니까');
  });

  it('are nowhere on an installation that is no demo', async () => {
    const real = await startTestApp({ SUNBEON_ROOT: folder });
    try {
      await post('third@letters.test', '셋째', 'x');
      expect((await fetch(`${real.url}/demo/mail`)).status).toBe(404);
    } finally {
      await real.stop();
    }
  }, 60_000);
});
