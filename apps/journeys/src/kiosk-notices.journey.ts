import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/testing/browser.ts';
import { startDemoOffice, type DemoOffice } from './support/demo-office.ts';
import { openWindow, sees, testId } from './support/pages.ts';

const PHONE = '01023456789';

let office: DemoOffice;
let browser: Browser;
let kiosk: Page;

beforeAll(async () => {
  office = await startDemoOffice({ NOTICE_SENDER: 'log' });
  browser = await launchBrowser();
  kiosk = await openWindow(browser, office.screen('kiosk'), { width: 1080, height: 1920 });
  await testId(kiosk, 'screen-start').waitFor();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await office.stop();
}, 60_000);

const owner = async () => {
  const login = office.demo.logins.find(({ email }) => email.startsWith('owner@'));
  if (!login) throw new Error('the demo has no owner');
  return office.client(login);
};

async function leaveTicket(): Promise<string> {
  const number = await testId(kiosk, 'ticket-number').innerText();
  await kiosk.waitForTimeout(1_600); // "done" acts only once the number was seen
  await testId(kiosk, 'done').click();
  await testId(kiosk, 'screen-start').waitFor();
  return number;
}

/** Everything that the browser keeps, and all that the page holds. */
const remembered = () =>
  kiosk.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.body.innerHTML);

describe('the kiosk’s question for a phone number', () => {
  it('is not asked where notices are off', async () => {
    await testId(kiosk, 'service-CERTIFICATES').click();
    await testId(kiosk, 'take-ticket').click();
    expect(await leaveTicket()).toContain('101');
  }, 60_000);

  it('is asked once the owner turned notices on, with the consent, and may be refused as easily', async () => {
    const { suggestedConsent } = await (await owner()).call('privacySettings');
    await (await owner()).call('privacyChange', { body: { notices: true, consent: suggestedConsent } });
    await kiosk.waitForTimeout(1_000);
    await testId(kiosk, 'service-CERTIFICATES').click();
    await testId(kiosk, 'take-ticket').click();
    await sees(kiosk, '휴대전화로 알림 받기');
    expect(await testId(kiosk, 'consent').innerText()).toContain('업무를 마치면 바로 삭제합니다');
    await testId(kiosk, 'notices-agree').click({ force: true }); // nothing was typed: nothing happens
    await testId(kiosk, 'screen-notices').waitFor();
    await testId(kiosk, 'notices-without').click();
    expect(await leaveTicket()).toContain('102');
  }, 60_000);

  it('takes a number by touch and by keys, and nothing is left of it for the next visitor', async () => {
    await testId(kiosk, 'service-CERTIFICATES').click();
    await testId(kiosk, 'take-ticket').click();
    for (const digit of '2345') await testId(kiosk, `digit-${digit}`).click();
    await kiosk.keyboard.type('67899');
    await testId(kiosk, 'digits-erase').click();
    await kiosk.keyboard.type('9');
    expect(await testId(kiosk, 'phone').innerText()).toBe('010-2345-6789');
    await testId(kiosk, 'notices-agree').click();
    await testId(kiosk, 'ticket-number').waitFor();
    expect(await remembered()).not.toMatch(/2345-?6789/);
    expect(await leaveTicket()).toContain('103');
    const settings = await (await owner()).call('privacySettings');
    expect(settings.contacts).toBe(1);
    await testId(kiosk, 'service-CERTIFICATES').click();
    await testId(kiosk, 'take-ticket').click();
    expect(await testId(kiosk, 'phone').innerText()).toBe('010');
    await kiosk.keyboard.type(PHONE.slice(3));
    await testId(kiosk, 'restart').click();
    await testId(kiosk, 'screen-start').waitFor();
    expect(await remembered()).not.toMatch(/2345-?6789/);
  }, 60_000);

  it('stands in the visitor’s language, and in Korean where there is no other text', async () => {
    await testId(kiosk, 'language-en').click();
    await testId(kiosk, 'service-CERTIFICATES').click();
    await testId(kiosk, 'take-ticket').click();
    await sees(kiosk, 'What we collect: your mobile number');
    await testId(kiosk, 'restart').click();
    await (await owner()).call('privacyChange', { body: { consent: { ko: '순번 알림을 위해 번호를 받습니다.' } } });
    await kiosk.waitForTimeout(1_000);
    await testId(kiosk, 'service-CERTIFICATES').click();
    await testId(kiosk, 'take-ticket').click();
    await sees(kiosk, '순번 알림을 위해 번호를 받습니다.');
    expect(await testId(kiosk, 'consent').getAttribute('data-version')).toBe('2');
    await testId(kiosk, 'restart').click();
    await testId(kiosk, 'language-ko').click();
  }, 60_000);
});
