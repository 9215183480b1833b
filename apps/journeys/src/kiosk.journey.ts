import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/testing/browser.ts';
import { startDemoOffice, type DemoOffice } from './support/demo-office.ts';
import { openWindow, sees, testId } from './support/pages.ts';

let office: DemoOffice;
let browser: Browser;
let kiosk: Page;

beforeAll(async () => {
  office = await startDemoOffice();
  browser = await launchBrowser();
  kiosk = await openWindow(browser, office.screen('kiosk'), { width: 1080, height: 1920 });
  await testId(kiosk, 'screen-start').waitFor();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await office.stop();
}, 60_000);

async function serviceId(code: string): Promise<string> {
  const owner = await office.client(ownerOf(office));
  const hall = await owner.call('hall', { params: { office: 'main' } });
  return hall.services.find((service) => service.code === code)?.id ?? '';
}

function ownerOf({ demo }: DemoOffice) {
  const owner = demo.logins.find(({ email }) => email.startsWith('owner@'));
  if (!owner) throw new Error('the demo has no owner');
  return owner;
}

describe('the kiosk', () => {
  it('gives one ticket for two quick touches', async () => {
    await testId(kiosk, 'service-CERTIFICATES').click();
    await testId(kiosk, 'take-ticket').dblclick();
    expect(await testId(kiosk, 'ticket-number').innerText()).toContain('101');
    const status = (await (await fetch(`${office.url}/api/public/seongdong/main/status`)).json()) as {
      services: { code: string; waiting: number }[];
    };
    expect(status.services.find(({ code }) => code === 'CERTIFICATES')?.waiting).toBe(1);
    await kiosk.waitForTimeout(1_600); // "done" acts only once the number was seen
    await testId(kiosk, 'done').click();
    await testId(kiosk, 'screen-start').waitFor();
  }, 60_000);

  it('speaks English as well', async () => {
    await testId(kiosk, 'language-en').click();
    await sees(kiosk, 'Resident register and certificates');
    await testId(kiosk, 'language-ko').click();
    await sees(kiosk, '등·초본 등 제증명');
  }, 60_000);

  it('says why a service gives no tickets, and gives none', async () => {
    const owner = await office.client(ownerOf(office));
    const id = await serviceId('CERTIFICATES');
    const reason = '발급 장비 점검 중입니다';
    await owner.call('issuingSwitch', { params: { id }, body: { stopped: true, reason } });
    await testId(kiosk, 'service-CERTIFICATES').click();
    await testId(kiosk, 'not-accepting').or(testId(kiosk, 'cannot-issue')).first().waitFor();
    expect(await testId(kiosk, 'take-ticket').isVisible()).toBe(false);
    await owner.call('issuingSwitch', { params: { id }, body: { stopped: false } });
    await testId(kiosk, 'restart').click();
  }, 60_000);

  it('says when it opens once the office is closed', async () => {
    const operator = await office.client(office.demo.operator);
    await operator.call('clockSet', { body: { tenant: 'seongdong', now: '2026-11-24T21:00:00+09:00', rate: 1 } });
    await testId(kiosk, 'screen-closed').waitFor({ timeout: 20_000 });
    expect(await testId(kiosk, 'opens-at').innerText()).toContain('09:00');
  }, 60_000);
});
