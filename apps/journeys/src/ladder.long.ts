import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '@sunbeon/client';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/testing/browser.ts';
import { knock, menu, ownerOf } from './support/console.ts';
import { openWindow, sees, sitDown, testId } from './support/pages.ts';
import { startInParts, type OfficeInParts } from './support/parts.ts';
import { hasRedisServer } from '../../../tools/testing/redis.ts';
import { startLine, type Line } from '../../../tools/testing/line.ts';

/** docs/operations.md, "When a part is gone": one story a row, on one office that goes on from one to the next. */
const patience = { timeout: 30_000 };
const service = 'PASSPORT_APPLY';

let parts: OfficeInParts;
let browser: Browser;
/** Between every screen and the server. */
let line: Line;
let kiosk: Page;
let tv: Page;
let monitor: Page;
let resident: Page;
let counter: Page;
let owner: Page;
/** Numbers that people were told, in the order in which they drew them. */
const told: string[] = [];

beforeAll(async () => {
  parts = await startInParts();
  const { office } = parts;
  line = await startLine(office.url);
  browser = await launchBrowser();
  const screen = (key: string) => office.screen(key).replace(office.url, line.url);
  kiosk = await openWindow(browser, screen('kiosk'), { width: 1080, height: 1920 });
  tv = await openWindow(browser, screen('tv'), { width: 1920, height: 1080 });
  monitor = await openWindow(browser, screen('monitor3'), { width: 1920, height: 540 });
  resident = await openWindow(browser, `${line.url}/seongdong/main`, { width: 390, height: 844 });
  counter = await openWindow(browser, `${line.url}/counter/?office=main`, { width: 1366, height: 768 });
  owner = await openWindow(browser, `${line.url}/console/`, { width: 1366, height: 900 });
  await knock(owner, ownerOf(office));
  await owner.getByRole('navigation').waitFor();
  await sitDown(counter, office.clerk('9'), '9');
  await testId(counter, 'act-open').or(testId(counter, 'act-callNext')).first().waitFor();
  if (await testId(counter, 'act-open').isVisible()) await testId(counter, 'act-open').click();
  await allLive();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await line.stop();
  await parts.stop();
}, 90_000);

/** Every screen says that it shows what is true now. */
async function allLive(): Promise<void> {
  await testId(kiosk, 'stale-banner').waitFor({ state: 'detached', ...patience });
  const live = '[data-testid=truth][data-truth=live]'; // an empty box: there is nothing to say
  for (const page of [tv, monitor]) await page.locator(live).waitFor({ state: 'attached', ...patience });
  await resident.locator('[data-age=live]').first().waitFor(patience);
  await counter.locator('[data-testid=line][data-live=true]').waitFor({ state: 'attached', ...patience });
}

/** Every screen says how old it is, and what cannot be done is not offered. */
async function allAged(): Promise<void> {
  await testId(kiosk, 'stale-banner').waitFor(patience);
  for (const page of [tv, monitor]) expect(await testId(page, 'aged').innerText(patience)).toMatch(/\d+초 전 기준/);
  await resident.locator('[data-age=old]').first().waitFor(patience);
  await sees(resident, /\d+초 전 기준/);
  await testId(counter, 'offline').waitFor(patience);
  await counter.locator('[data-testid=act-callNext][aria-disabled=true]').waitFor(patience);
}

/** A visitor elsewhere in the hall draws: asks until the outcome is clear. */
async function draw(): Promise<string> {
  const number = await parts.office.draw(service);
  told.push(number);
  return number;
}

async function drawAndSee(): Promise<string> {
  const number = await draw();
  await testId(counter, `waiting-${number}`).waitFor(patience);
  return number;
}

/** The kiosk stands before the last touch. */
async function chooseAtKiosk(): Promise<void> {
  await testId(kiosk, 'group-passport').click();
  await testId(kiosk, `service-${service}`).click();
  await testId(kiosk, 'take-ticket').waitFor();
}

/** The last touch, on a kiosk that may have gone back to its start meanwhile. */
async function takeAtKiosk(): Promise<void> {
  await testId(kiosk, 'take-ticket').or(testId(kiosk, 'screen-start')).first().waitFor(patience);
  if (await testId(kiosk, 'screen-start').isVisible()) await chooseAtKiosk();
  await testId(kiosk, 'take-ticket').click(patience);
}

/** The number that the kiosk gives; then the visitor goes. */
async function numberAtKiosk(): Promise<string> {
  const number = (await testId(kiosk, 'ticket-number').innerText(patience)).trim();
  told.push(number);
  await kiosk.locator('[data-testid=done][aria-disabled=false]').click();
  await testId(kiosk, 'screen-start').waitFor();
  return number;
}

/** Calls the next person, whom counter, monitor, TV and page of residents show; then the person is served. */
async function serve(number: string): Promise<void> {
  await call(number);
  await finish(number);
}

async function call(number: string): Promise<void> {
  await counter.locator('[data-testid=act-callNext][aria-disabled=false]').click(patience);
  await testId(counter, 'ticket-number').getByText(number).first().waitFor(patience);
  await testId(monitor, 'panel-9').getByText(number).first().waitFor(patience);
  await testId(tv, 'hall-screen').getByText(number).first().waitFor(patience);
}

async function finish(number: string): Promise<void> {
  await counter.keyboard.press('s');
  await testId(counter, 'ticket').and(counter.locator('[data-state=serving]')).waitFor(patience);
  await counter.keyboard.press('Enter');
  const ended = counter.getByText(`${number}번 처리를 마쳤습니다.`).first();
  await testId(counter, 'dialog-submit').or(ended).first().waitFor(patience);
  if (await testId(counter, 'dialog-submit').isVisible()) await testId(counter, 'dialog-submit').click();
  await ended.waitFor(patience);
}

/** Calls that the TV said aloud. */
const spoken = (): Promise<number> =>
  tv.evaluate(() => (window as unknown as { sunbeonCalls?: unknown[] }).sunbeonCalls?.length ?? 0);

async function untilSpoken(count: number): Promise<void> {
  await tv.waitForFunction(
    (wanted) => ((window as unknown as { sunbeonCalls?: unknown[] }).sunbeonCalls?.length ?? 0) >= wanted,
    count,
    { timeout: 10_000 },
  );
  expect(await spoken()).toBe(count);
}

/** Somebody forgot a password: a letter is posted, which a job sends. */
async function askForLetter(): Promise<void> {
  const { email } = parts.office.clerk('9');
  await createClient({ baseUrl: parts.office.url }).call('passwordForgot', { body: { email } });
}

async function untilLetters(count: number): Promise<void> {
  for (const end = Date.now() + 60_000; parts.office.letters().length < count && Date.now() < end;)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(parts.office.letters()).toHaveLength(count);
}

/** Nobody's number was lost, none was given twice, and none was given to nobody. */
async function allNumbersTold(): Promise<void> {
  expect(await parts.numbers(service)).toEqual(told);
  expect(told).toEqual(told.map((_, index) => String(601 + index)));
}

describe('the line of every screen is gone', () => {
  let first: string;

  it('each says how old it is; kiosk and counter offer nothing that cannot be done', async () => {
    first = await drawAndSee();
    await chooseAtKiosk();
    line.cut();
    await allAged();
    await testId(kiosk, 'cannot-issue').waitFor(patience);
    expect(await testId(kiosk, 'take-ticket').isVisible()).toBe(false);
    await menu(owner, '기기');
    await sees(owner, '화면을 불러오지 못했습니다');
  }, 120_000);

  it('each comes back by itself to what happened meanwhile', async () => {
    const number = await draw();
    expect(await testId(counter, `waiting-${number}`).isVisible()).toBe(false);
    line.mend();
    await testId(counter, `waiting-${number}`).waitFor(patience);
    await allLive();
    await sees(owner, '홀 안내 TV');
    await takeAtKiosk();
    await serve(first);
    await serve(number);
    await serve(await numberAtKiosk());
    await allNumbersTold();
  }, 180_000);
});

(hasRedisServer() ? describe : describe.skip)('Redis is gone', () => {
  it('the hall goes on: tickets are drawn, called aloud and served; jobs wait', async () => {
    const letters = parts.office.letters().length;
    await parts.redis?.kill();
    const before = await spoken();
    await chooseAtKiosk();
    await testId(kiosk, 'take-ticket').click();
    const number = await numberAtKiosk();
    await testId(counter, `waiting-${number}`).waitFor(patience);
    await call(number);
    await untilSpoken(before + 1);
    await finish(number);
    await allLive();
    await askForLetter();
    expect(parts.office.letters()).toHaveLength(letters);
  }, 120_000);

  it('comes back empty, and what waited happens', async () => {
    const letters = parts.office.letters().length;
    await parts.redis?.revive();
    await untilLetters(letters + 1);
    await serve(await draw());
    await allLive();
    await allNumbersTold();
  }, 120_000);
});

describe('the server is gone: HTTP and sockets', () => {
  let first: string;

  it('a ticket that was asked for stays asked for; every screen says how old it is', async () => {
    first = await drawAndSee();
    await chooseAtKiosk();
    parts.office.hang();
    await testId(kiosk, 'take-ticket').click();
    await testId(kiosk, 'issuing-status').waitFor(patience);
    await parts.server.kill();
    await allAged();
    await testId(kiosk, 'issuing-status').waitFor(patience);
  }, 120_000);

  it('comes back: the kiosk gives that one number, and everything goes on', async () => {
    await parts.server.revive();
    const number = await numberAtKiosk();
    await testId(counter, `waiting-${number}`).waitFor(patience);
    await allLive();
    await serve(first);
    await serve(number);
    await allNumbersTold();
  }, 180_000);
});

describe('the database is gone', () => {
  it('what stands on the screens stays; a ticket that was asked for stays asked for', async () => {
    await chooseAtKiosk();
    await parts.database.kill();
    await testId(kiosk, 'take-ticket').click();
    await testId(kiosk, 'issuing-status').getByText(/./).first().waitFor(patience);
    await testId(tv, 'hall-screen').waitFor();
    expect(await resident.getByText('여권 접수').first().isVisible()).toBe(true);
  }, 120_000);

  it('comes back: the kiosk gives that one number, and everything goes on', async () => {
    await parts.database.revive();
    const number = await numberAtKiosk();
    await testId(counter, `waiting-${number}`).waitFor(patience);
    await serve(number);
    await allLive();
    await allNumbersTold();
  }, 180_000);
});

describe('the worker is gone', () => {
  it('kiosk, counter and screens go on; letters, and the closing by the clock, wait', async () => {
    await parts.worker.kill();
    const letters = parts.office.letters().length;
    await askForLetter();
    await serve(await draw());
    await parts.office.setClock('2026-11-23T20:30:00+09:00');
    await new Promise((resolve) => setTimeout(resolve, 4_000)); // a worker would look every second
    expect(await testId(tv, 'closed').isVisible()).toBe(false);
    expect(parts.office.letters()).toHaveLength(letters);
    await allNumbersTold();
  }, 120_000);

  it('comes back: the letter goes out, and every screen says that the hall has closed', async () => {
    const letters = parts.office.letters().length;
    await parts.worker.revive();
    await untilLetters(letters + 1);
    await testId(tv, 'closed').waitFor(patience);
    await testId(kiosk, 'screen-closed').waitFor(patience);
    await allLive();
  }, 120_000);
});
