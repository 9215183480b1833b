import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient, type Client } from '@sunbeon/client';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/testing/browser.ts';
import { isAccessible, seriousFaults } from './support/accessible.ts';
import { knock, openConsole, ownerOf, picture } from './support/console.ts';
import { startDemoOffice, type DemoOffice } from './support/demo-office.ts';
import { openWindow, sees, sitDown, testId } from './support/pages.ts';

const reason = '이용 계약을 확인하고 있습니다.';
const nobodyWaits = '지금은 순번 안내를 쉬고 있습니다. 직원에게 문의해 주십시오.';

let office: DemoOffice;
let browser: Browser;
let platform: Client;
let tenantId: string;
let pages: Record<'kiosk' | 'tv' | 'monitor' | 'resident' | 'ticket' | 'desk', Page>;

beforeAll(async () => {
  office = await startDemoOffice();
  browser = await launchBrowser();
  platform = await office.client(office.demo.operator);
  tenantId = (await platform.call('tenantList')).find(({ slug }) => slug === office.demo.tenant)?.id ?? '';
  const open = (address: string, width: number, height: number) => openWindow(browser, address, { width, height });
  pages = {
    kiosk: await open(office.screen('kiosk'), 1080, 1920),
    tv: await open(office.screen('tv'), 1920, 1080),
    monitor: await open(office.screen('monitor1'), 1920, 540),
    resident: await open(`${office.url}/seongdong/main`, 390, 844),
    ticket: await open(office.url + (await drawn()), 390, 844),
    desk: await open(`${office.url}/counter/`, 1440, 900),
  };
  await testId(pages.kiosk, 'screen-start').waitFor();
  await testId(pages.tv, 'clock').first().waitFor();
  await sitDown(pages.desk, office.clerk('1'), '1');
}, 120_000);
afterAll(async () => {
  await browser.close();
  await office.stop();
}, 60_000);

const setClock = (now: string) => platform.call('clockSet', { body: { tenant: office.demo.tenant, now, rate: 1 } });

/** A ticket drawn at the kiosk. @returns the path of its page */
async function drawn(): Promise<string> {
  const kiosk = createClient({
    baseUrl: office.url,
    authorization: () => `Device ${office.device('simulator').token}`,
  });
  const { services } = await kiosk.call('deviceConfig');
  const body = { serviceId: services[0]?.id ?? '' };
  const { path } = await kiosk.call('kioskIssue', { body, idempotencyKey: crypto.randomUUID() });
  return path;
}

/** What a window says, once it says it. */
async function said(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).first().waitFor({ timeout: 30_000 });
}

describe('an institution that is suspended', () => {
  it('works on until its day is over: screens and people notice nothing', async () => {
    await platform.call('tenantSuspend', { params: { id: tenantId }, body: { reason } });
    await setClock('2026-11-23T19:30:00+09:00');
    await drawn();
    await testId(pages.kiosk, 'screen-start').waitFor();
    expect(await testId(pages.desk, 'desk').count()).toBe(1);
  }, 60_000);

  it('then says so on every screen that is open, whose it is to be asked, and of no fault of theirs', async () => {
    await setClock('2026-11-24T04:00:01+09:00');
    await testId(pages.kiosk, 'resting').waitFor({ timeout: 30_000 });
    for (const name of ['kiosk', 'tv', 'monitor'] as const) await said(pages[name], nobodyWaits);
    await said(pages.resident, '지금은 대기현황을 안내하지 않습니다');
    await testId(pages.desk, 'log-in').waitFor({ timeout: 30_000 });
    await said(pages.desk, '기관의 순번 이용이 정지되어 지금은 창구를 쓸 수 없습니다.');
    for (const [name, page] of Object.entries(pages)) await shot(page, name);
    for (const page of [pages.kiosk, pages.tv, pages.desk, pages.resident]) await isAccessible(page);
  }, 90_000);

  it('and to whoever comes now', async () => {
    const { kiosk, tv, resident, ticket, desk } = pages;
    for (const page of [kiosk, tv, resident, ticket]) await page.reload();
    await said(kiosk, nobodyWaits);
    await said(tv, nobodyWaits);
    await said(resident, '지금은 대기현황을 안내하지 않습니다');
    await said(ticket, '지금은 대기현황을 안내하지 않습니다');
    await shot(kiosk, 'kiosk-anew');
    await shot(tv, 'tv-anew');
    await shot(resident, 'resident-anew');
    await shot(ticket, 'ticket-anew');
    await knock(desk, office.clerk('1'));
    await testId(desk, 'login-fault').getByText(/./).waitFor();
    await shot(desk, 'desk-anew');
  }, 90_000);

  it('lets its owner into the console, to look after people and data', async () => {
    const page = await openConsole(browser, office.url, ownerOf(office));
    await sees(page, `사유: ${reason}`);
    await shot(page, 'console');
    expect(await seriousFaults(page)).toEqual([]);
    await page.context().close();
  }, 60_000);

  it('goes on where it was when the operator lets it', async () => {
    await platform.call('tenantResume', { params: { id: tenantId }, body: {} });
    await setClock('2026-11-24T10:00:00+09:00');
    await testId(pages.kiosk, 'screen-start').waitFor({ timeout: 30_000 });
    await testId(pages.tv, 'clock').first().waitFor({ timeout: 30_000 });
    await pages.desk.reload();
    await testId(pages.desk, 'desk').or(testId(pages.desk, 'choose-1')).first().waitFor();
    await pages.resident.reload();
    await said(pages.resident, '제증명');
  }, 90_000);
});

const shot = (page: Page, name: string) => picture(page, `resting-${name}`);
