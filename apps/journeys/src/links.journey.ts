import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/testing/browser.ts';
import { startDemoOffice, type DemoOffice } from './support/demo-office.ts';
import { openWindow, sees, testId } from './support/pages.ts';

let office: DemoOffice;
let browser: Browser;
let links: Page;

beforeAll(async () => {
  office = await startDemoOffice();
  browser = await launchBrowser();
  links = await openWindow(browser, office.url, { width: 1280, height: 900 });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await office.stop();
}, 60_000);

/** Follows a link of the page as a visitor of the demo would, and comes back. */
async function follow(title: string, arrived: (page: Page) => Promise<unknown>): Promise<void> {
  await links.getByRole('link', { name: title }).click();
  await arrived(links);
  await links.goto(office.url);
}

/** The reference draws its routes while it is scrolled through: the kiosk's stand far below. */
async function readsOn(page: Page): Promise<void> {
  await sees(page, '/api/admin/audit');
  await page.mouse.move(600, 500);
  while ((await page.getByText('/api/kiosk/tickets').count()) === 0) {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(50);
  }
}

/** Seconds that the office's clock has gone on since an instant (ISO 8601). */
async function passedSince(instant: string): Promise<number> {
  return (Date.parse(await officeTime()) - Date.parse(instant)) / 1000;
}

async function officeTime(): Promise<string> {
  await links.goto(office.url);
  return (await links.locator('.clock time').getAttribute('datetime')) ?? '';
}

describe('the links page of the demo', () => {
  it('opens kiosk, monitors and TV already paired, and the pages that need no pairing', async () => {
    await follow('현관 번호표 발권기', (page) => testId(page, 'screen-start').waitFor());
    for (let monitor = 1; monitor <= 5; monitor += 1) {
      await follow(`창구 표시기 ${monitor}`, (page) => testId(page, 'counter-monitor').waitFor());
    }
    await follow('홀 안내 TV', (page) => testId(page, 'hall-screen').waitFor());
    await follow('민원대기현황', (page) => sees(page, '여권 접수'));
    await follow('창구 화면', (page) => testId(page, 'log-in').waitFor());
    await follow('이용 신청', (page) => testId(page, 'apply').waitFor());
    await follow('보낸 편지', (page) => sees(page, '아직 보낸 편지가 없습니다.'));
    await follow('API 문서', readsOn);
  }, 120_000);

  it('keeps no token in an address once a screen is open', async () => {
    await links.getByRole('link', { name: '현관 번호표 발권기' }).click();
    await testId(links, 'screen-start').waitFor();
    expect(links.url()).not.toContain('token');
    await links.goto(office.url);
  }, 60_000);

  it('tells log-ins that work', async () => {
    const row = links.getByRole('row', { name: '창구 담당자(직접 써 보기)' });
    const [email, password] = await row.locator('code').allInnerTexts();
    await office.client({ who: '', email: email ?? '', password: password ?? '' });
  }, 60_000);

  it('stops the clock of the exercise, and lets it run faster', async () => {
    await links.getByRole('button', { name: '멈춤' }).click();
    await sees(links, /멈춰 있습니다/);
    const stopped = await officeTime();
    expect(await passedSince(stopped)).toBe(0);
    await links.getByRole('button', { name: '60' }).click();
    await expect(until(async () => (await passedSince(stopped)) >= 60)).resolves.toBe(true);
  }, 60_000);
});

/** Asks again until it is so; fails with the test's own time. */
async function until(isSo: () => Promise<boolean>): Promise<true> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 200));
  return true;
}
