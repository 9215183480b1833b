import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '@sunbeon/client';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/testing/browser.ts';
import { hasRedisServer } from '../../../tools/testing/redis.ts';
import { button, knock, menu, ownerOf } from './support/console.ts';
import { openWindow, sees, testId } from './support/pages.ts';
import { startInParts, type OfficeInParts } from './support/parts.ts';

/** docs/operations.md, "When a part is gone": the console (live hall and a form that is being filled in) and a ticket page. */
const patience = { timeout: 30_000 };
const service = 'PASSPORT_APPLY';

let parts: OfficeInParts;
let browser: Browser;
let hall: Page;
let form: Page;
let ticket: Page;
let number: string;

beforeAll(async () => {
  parts = await startInParts();
  const { office } = parts;
  browser = await launchBrowser();
  const drawn = await drawWithPath();
  ({ number } = drawn);
  ticket = await openWindow(browser, office.url + drawn.path, { width: 390, height: 844 });
  hall = await openConsoleWindow();
  await hall.goto(`${office.url}/console/hall/main`);
  form = await openConsoleWindow();
  await allLive();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await parts.stop();
}, 90_000);

async function openConsoleWindow(): Promise<Page> {
  const page = await openWindow(browser, `${parts.office.url}/console/`, { width: 1366, height: 900 });
  await knock(page, ownerOf(parts.office));
  await page.getByRole('navigation').waitFor();
  return page;
}

async function drawWithPath() {
  const authorization = () => `Device ${parts.office.device('simulator').token}`;
  const client = createClient({ baseUrl: parts.office.url, authorization });
  const { services } = await client.call('deviceConfig');
  const serviceId = services.find(({ code }) => code === service)?.id ?? '';
  return client.call('kioskIssue', { body: { serviceId }, idempotencyKey: randomUUID() });
}

async function allLive(): Promise<void> {
  await hall.getByRole('main').getByText('실시간', { exact: true }).waitFor(patience);
  await ticket.locator('[data-age=live]').first().waitFor(patience);
}

/** One more waits, which the live hall shows by itself. */
async function drawAndSee(): Promise<void> {
  const row = testId(hall, `hall-service-${service}`);
  const waiting = async () => Number(/(\d+)명/.exec(await row.innerText())?.[1]);
  const before = await waiting();
  await parts.office.draw(service);
  await row.getByText(`${before + 1}명`, { exact: true }).waitFor(patience);
}

async function fillIn(text: string): Promise<void> {
  await menu(form, '공지');
  await form.getByRole('link', { name: '공지 등록' }).first().click();
  await form.locator('textarea[name="text.ko"]').fill(text);
}

const save = () => button(form, '저장').click();
const saved = (text: string) => form.getByRole('row', { name: text }).getByText('게시 중').waitFor(patience);

/** Refused, and said so; what was typed stands where it was typed. */
async function notSaved(text: string): Promise<void> {
  await save();
  await form.getByRole('alert').getByText(/./).first().waitFor(patience);
  expect(await form.locator('textarea[name="text.ko"]').inputValue()).toBe(text);
  expect(new URL(form.url()).pathname).toBe('/console/announcements/create');
}

(hasRedisServer() ? describe : describe.skip)('Redis is gone', () => {
  it('the live hall and forms go on, and when it is back', async () => {
    await parts.redis?.kill();
    await drawAndSee();
    await fillIn('레디스가 없을 때의 공지');
    await save();
    await saved('레디스가 없을 때의 공지');
    await allLive();
    await parts.redis?.revive();
    await drawAndSee();
  }, 120_000);
});

describe('the worker is gone', () => {
  it('the live hall and forms go on, and when it is back', async () => {
    await parts.worker.kill();
    await drawAndSee();
    await fillIn('작업 노드가 없을 때의 공지');
    await save();
    await saved('작업 노드가 없을 때의 공지');
    await allLive();
    await parts.worker.revive();
  }, 120_000);
});

describe('the server is gone: HTTP and sockets', () => {
  const text = '서버가 없을 때 쓴 공지';

  it('live hall and ticket page say how old they are; a form says why it is not saved and keeps what was typed', async () => {
    await fillIn(text);
    await parts.server.kill();
    await hall
      .getByRole('main')
      .getByRole('alert')
      .getByText(/전 기준/)
      .waitFor(patience);
    expect(await testId(hall, `hall-service-${service}`).isVisible()).toBe(true);
    await ticket.locator('[data-age=old]').first().waitFor(patience);
    await sees(ticket, number);
    await notSaved(text);
  }, 120_000);

  it('comes back: all are live by themselves, and the form is saved', async () => {
    await parts.server.revive();
    await allLive();
    await drawAndSee();
    await save();
    await saved(text);
  }, 120_000);
});

describe('the database is gone', () => {
  const text = '데이터베이스가 없을 때 쓴 공지';

  it('what stands on the pages stays; a form says why it is not saved and keeps what was typed', async () => {
    await fillIn(text);
    await parts.database.kill();
    await notSaved(text);
    expect(await testId(hall, `hall-service-${service}`).isVisible()).toBe(true);
    await sees(ticket, number);
  }, 120_000);

  it('comes back: all are live by themselves, and the form is saved', async () => {
    await parts.database.revive();
    await allLive();
    await drawAndSee();
    await save();
    await saved(text);
  }, 120_000);
});
