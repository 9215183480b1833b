import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { randomUUID } from 'node:crypto';
import { createClient } from '@sunbeon/client';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/testing/browser.ts';
import { startDemoOffice, type DemoOffice } from './support/demo-office.ts';
import { openWindow, sees } from './support/pages.ts';

let office: DemoOffice;
let browser: Browser;
const phone = { width: 390, height: 844 };
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

beforeAll(async () => {
  office = await startDemoOffice();
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await office.stop();
}, 60_000);

async function ticket(): Promise<{ number: string; path: string }> {
  const client = createClient({ baseUrl: office.url, authorization: () => `Device ${office.device('kiosk').token}` });
  const config = await client.call('deviceConfig');
  const serviceId = config.services.find(({ code }) => code === 'PASSPORT_APPLY')?.id ?? '';
  return client.call('kioskIssue', { body: { serviceId }, idempotencyKey: randomUUID() });
}

/** Ids of the rules that a page breaks. */
async function faults(page: Page): Promise<string[]> {
  return page.evaluate(async (source) => {
    new Function(source)();
    const tool = (window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe;
    return (await tool.run()).violations.map(({ id }) => id);
  }, axe);
}

describe('the resident', () => {
  it('reads the waits without a script', async () => {
    const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${office.url}/seongdong/main`);
    const text = await page.locator('body').innerText();
    for (const word of ['성동구 종합민원실', '여권 접수', '가족관계등록', '대기 인원']) expect(text).toContain(word);
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.locator('html').getAttribute('lang')).toMatch(/^en/);
    expect(await page.locator('body').innerText()).toContain('Passport application');
    await context.close();
  }, 60_000);

  it('follows the own ticket and gives it up', async () => {
    const { number, path } = await ticket();
    const page = await openWindow(browser, office.url + path, phone);
    await sees(page, number);
    await page.getByText('번호표 취소').click();
    await page.getByRole('button', { name: '취소하기' }).click();
    await sees(page, '취소한 번호표입니다.');
    const status = (await (await fetch(`${office.url}/api/public/seongdong/main/status`)).json()) as {
      services: { code: string; waiting: number }[];
    };
    expect(status.services.find(({ code }) => code === 'PASSPORT_APPLY')?.waiting).toBe(0);
  }, 60_000);

  it.each(['/seongdong/main', '/seongdong', '/', '/t/unknown'])(
    'meets no barrier on %s',
    async (path) => {
      const context = await browser.newContext({ viewport: phone, bypassCSP: true });
      const page = await context.newPage();
      await page.goto(office.url + path);
      expect(await faults(page)).toEqual([]);
      await context.close();
    },
    60_000,
  );
});
