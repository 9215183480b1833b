import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/testing/browser.ts';
import { startDemoOffice, type DemoOffice } from './support/demo-office.ts';
import { openWindow, sees, sitDown, testId } from './support/pages.ts';

let office: DemoOffice;
let browser: Browser;

beforeAll(async () => {
  office = await startDemoOffice();
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await office.stop();
}, 60_000);

const door = () => openWindow(browser, `${office.url}/counter/?office=main`, { width: 1366, height: 768 });
const atDoor = async (page: Page, { email, password }: { email: string; password: string }) => {
  await page.locator('input[type=email]').fill(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
};

describe('the quick change of people at a counter', () => {
  it('needs a PIN, which is set with the password', async () => {
    const page = await door();
    await sitDown(page, office.clerk('7'), '7');
    await page.keyboard.press('q');
    await testId(page, 'swap-nobody').waitFor();
    await testId(page, 'set-pin').press('Enter');
    await page.locator('[data-testid=pin-password]:focus').waitFor();
    await page.keyboard.type(office.clerk('7').password);
    await page.keyboard.press('Tab');
    await page.keyboard.type('850101');
    await page.keyboard.press('Tab');
    await page.keyboard.type('850101');
    await page.keyboard.press('Enter');
    await sees(page, '추측하기 쉬운 PIN입니다.');
    await testId(page, 'pin-new').fill('739164');
    await testId(page, 'pin-again').fill('739163');
    await page.keyboard.press('Enter');
    await sees(page, '두 번 입력한 PIN이 서로 다릅니다.');
    await testId(page, 'pin-again').fill('739164');
    await page.keyboard.press('Enter');
    await testId(page, 'pin-done').waitFor();
    await page.keyboard.press('Enter');
    await testId(page, 'dialog-pin').waitFor({ state: 'detached' });
    await page.context().close();
  }, 90_000);

  it('hands counter and ticket over by keyboard alone, and the first person is out', async () => {
    const page = await door();
    await sitDown(page, office.clerk('5'), '5');
    await page.keyboard.press('o');
    await sees(page, '창구를 열었습니다.');
    await office.draw('FAMILY_REGISTER');
    await testId(page, 'waiting-401').waitFor();
    await page.keyboard.press('Space');
    await sees(page, '401번을 호출했습니다.');
    const first = await testId(page, 'me').textContent();

    await page.keyboard.press('q');
    await page.locator('dialog input[type=radio]:focus').waitFor();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('480275');
    await page.keyboard.press('Enter');
    await sees(page, 'PIN이 맞지 않습니다.');
    await page.locator('[data-testid=pin]').fill('739164');
    await page.keyboard.press('Enter');
    await testId(page, 'dialog-swap').waitFor({ state: 'detached' });
    await page.waitForFunction((name) => document.querySelector('[data-testid=me]')?.textContent !== name, first);
    // The ticket is where it was, and the new person goes on with it.
    await page.keyboard.press('s');
    await sees(page, '401번 처리를 시작했습니다.');
    await page.keyboard.press('Enter');
    await sees(page, '401번 처리를 마쳤습니다.');
    // No way back for the first person: what is renewed is the new one's session.
    await page.reload();
    await testId(page, 'desk').waitFor();
    expect(await testId(page, 'me').textContent()).not.toBe(first);
    await page.context().close();
  }, 120_000);
});

describe('the log-in', () => {
  it('asks for the code of the app where the account has one, or a recovery code', async () => {
    const clerk = office.clerk('9');
    const client = await office.client(clerk);
    const { secret } = await client.call('secondFactorBegin', { body: { password: clerk.password } });
    const code = (steps: number) => new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 });
    const { recoveryCodes } = await client.call('secondFactorConfirm', { body: { code: code(-1) } });

    const page = await door();
    await atDoor(page, clerk);
    await testId(page, 'second-step').waitFor();
    await page.keyboard.type('000000');
    await page.keyboard.press('Enter');
    await sees(page, '코드가 맞지 않거나 이미 쓴 코드입니다.');
    await page.locator('input[name=code]').fill(code(0));
    await page.keyboard.press('Enter');
    await testId(page, 'choose-9').waitFor();
    await page.context().close();

    const again = await door();
    await atDoor(again, clerk);
    await testId(again, 'use-recovery').press('Enter');
    await again.locator('input[name=code]:focus').waitFor();
    await again.keyboard.type((recoveryCodes[0] ?? '').toLowerCase());
    await again.keyboard.press('Enter');
    await testId(again, 'choose-9').waitFor();
    await again.context().close();
  }, 90_000);

  it('sends a letter for a forgotten password, and says the same whoever asks', async () => {
    const page = await door();
    await testId(page, 'forgot').press('Enter');
    for (const email of [office.clerk('3').email, 'nobody@seongdong.example']) {
      await page.locator('input[type=email]').fill(email);
      await page.keyboard.press('Enter');
      await sees(page, `${email} 계정이 있으면 메일을 보냈습니다.`);
      await testId(page, 'door-back').press('Enter');
      await testId(page, 'forgot').press('Enter');
    }
    await page.context().close();
  }, 60_000);

  it('leads who must have a second step and has none to its setting up', async () => {
    const owner = office.demo.logins.find(({ who }) => who === '기관 관리자');
    const client = await office.client(owner ?? office.demo.operator);
    await client.call('policySet', { body: { secondFactorRoles: ['owner', 'viewer'], idleMinutes: 720 } });
    const page = await door();
    await atDoor(page, owner ?? office.demo.operator);
    await testId(page, 'enrol-first').waitFor();
    expect(await page.locator('a[href^="/signup/second-factor"]').count()).toBe(1);
    await page.context().close();
  }, 60_000);
});
