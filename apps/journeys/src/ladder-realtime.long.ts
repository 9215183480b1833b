import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import type { RunningServer } from '../../../tools/start/server.ts';
import { launchBrowser } from '../../../tools/testing/browser.ts';
import { startFront, type Front } from '../../../tools/testing/front.ts';
import { button, knock, menu, ownerOf } from './support/console.ts';
import { startDemoOffice, type DemoOffice } from './support/demo-office.ts';
import { openWindow, sees, sitDown, testId } from './support/pages.ts';

/** docs/operations.md, "When a part is gone": a realtime node alone, roles apart behind a proxy as in deploy/. */
const patience = { timeout: 30_000 };
const service = 'PASSPORT_APPLY';
const KOREAN = '여권 창구 한 곳이 잠시 쉽니다.';

let office: DemoOffice;
let realtime: RunningServer;
let worker: RunningServer;
let front: Front;
let browser: Browser;
let kiosk: Page;
let tv: Page;
let resident: Page;
let counter: Page;
let hall: Page;

beforeAll(async () => {
  office = await startDemoOffice({}, { roles: 'api' });
  [realtime, worker] = [await office.startNode('realtime'), await office.startNode('worker')];
  front = await startFront(office.url, realtime.url);
  browser = await launchBrowser();
  const screen = (key: string) => office.screen(key).replace(office.url, front.url);
  kiosk = await openWindow(browser, screen('kiosk'), { width: 1080, height: 1920 });
  tv = await openWindow(browser, screen('tv'), { width: 1920, height: 1080 });
  resident = await openWindow(browser, `${front.url}/seongdong/main`, { width: 390, height: 844 });
  counter = await openWindow(browser, `${front.url}/counter/?office=main`, { width: 1366, height: 768 });
  await sitDown(counter, office.clerk('9'), '9');
  await testId(counter, 'act-open').or(testId(counter, 'act-callNext')).first().waitFor();
  if (await testId(counter, 'act-open').isVisible()) await testId(counter, 'act-open').click();
  hall = await openWindow(browser, `${front.url}/console/`, { width: 1366, height: 900 });
  await knock(hall, ownerOf(office));
  await hall.getByRole('navigation').waitFor();
  await hall.goto(`${front.url}/console/hall/main`);
  await allLive();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await front.stop();
  await Promise.all([realtime.stop(), worker.stop()]);
  await office.stop();
}, 90_000);

async function allLive(): Promise<void> {
  await testId(kiosk, 'stale-banner').waitFor({ state: 'detached', ...patience });
  await tv.locator('[data-testid=truth][data-truth=live]').waitFor({ state: 'attached', ...patience });
  await resident.locator('[data-age=live]').first().waitFor(patience);
  await counter.locator('[data-testid=line][data-live=true]').waitFor({ state: 'attached', ...patience });
  await hall.getByRole('main').getByText('실시간', { exact: true }).waitFor(patience);
}

/** Somebody at another counter, without a screen of ours: the API is there. */
async function callElsewhere(): Promise<string> {
  const client = await office.client(office.clerk('10'));
  const { counters } = await client.call('hall', { params: { office: 'main' } });
  const own = counters.find(({ number }) => number === '10');
  const params = { id: own?.id ?? '' };
  if (own?.state === 'closed') await client.call('counterOpen', { params, idempotencyKey: randomUUID() });
  const answer = await client.call('callNext', { params, idempotencyKey: randomUUID() });
  return answer?.ticket?.number ?? '';
}

describe('a realtime node alone is gone', () => {
  let drawn: string;
  let called: string;

  it('screens say how old they are, and offer nothing that they cannot know to be true', async () => {
    await testId(counter, `waiting-${await office.draw(service)}`).waitFor(patience);
    realtime.kill();
    await realtime.gone;
    await testId(kiosk, 'stale-banner').waitFor(patience);
    expect(await testId(tv, 'aged').innerText(patience)).toMatch(/\d+초 전 기준/);
    await testId(counter, 'offline').waitFor(patience);
    await counter.locator('[data-testid=act-callNext][aria-disabled=true]').waitFor(patience);
    await hall
      .getByRole('main')
      .getByRole('alert')
      .getByText(/전 기준/)
      .waitFor(patience);
  }, 120_000);

  it('what needs the API only goes on: tickets and calls are taken, residents are shown them, forms are saved', async () => {
    drawn = await office.draw(service);
    called = await callElsewhere();
    expect(called).not.toBe('');
    await sees(resident, called); // asks the API every five seconds instead
    expect(await resident.locator('[data-age=old]').count()).toBe(0);
    await menu(hall, '공지');
    await hall.getByRole('link', { name: '공지 등록' }).first().click();
    await hall.locator('textarea[name="text.ko"]').fill(KOREAN);
    await button(hall, '저장').click();
    await hall.getByRole('row', { name: KOREAN }).getByText('게시 중').waitFor(patience);
  }, 120_000);

  it('comes back: every screen shows what happened meanwhile, the call too', async () => {
    realtime = await office.startNode('realtime');
    front.realtimeAt(realtime.url);
    await hall.goto(`${front.url}/console/hall/main`);
    await allLive();
    await testId(counter, `waiting-${drawn}`).waitFor(patience);
    await testId(tv, 'hall-screen').getByText(called).first().waitFor(patience);
    await sees(kiosk, KOREAN);
  }, 120_000);
});
