import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/testing/browser.ts';
import { startDemoOffice, type DemoOffice } from './support/demo-office.ts';
import { openWindow, sees, sitDown, testId } from './support/pages.ts';

let office: DemoOffice;
let browser: Browser;
let five: Page;
let six: Page;

beforeAll(async () => {
  office = await startDemoOffice();
  browser = await launchBrowser();
  [five, six] = [await deskOf('5'), await deskOf('6')];
}, 120_000);
afterAll(async () => {
  await browser.close();
  await office.stop();
}, 60_000);

async function deskOf(counter: string, clerk = counter): Promise<Page> {
  const page = await openWindow(browser, `${office.url}/counter/?office=main`, { width: 1366, height: 768 });
  await sitDown(page, office.clerk(clerk), counter);
  return page;
}

async function press(page: Page, key: string, says: string | RegExp): Promise<void> {
  await page.keyboard.press(key);
  await sees(page, says);
}

describe('several counters, one hall', () => {
  it('leads one ticket through the steps of a bundle, with a note for the next counter', async () => {
    await press(five, 'o', '창구를 열었습니다.');
    await office.draw('MARRIAGE_MOVE_IN');
    await testId(five, 'waiting-401').waitFor();
    await press(five, 'Space', '401번을 호출했습니다.');
    await testId(five, 'steps').getByText('전입신고').waitFor();
    await press(five, 's', '401번 처리를 시작했습니다.');
    await five.keyboard.press('Shift+Enter');
    await testId(five, 'note').fill('증인 서명 확인함');
    await testId(five, 'note').press('Enter');
    await sees(five, '401번의 이번 단계를 마쳤습니다. 다음 업무: 전입신고');
    await press(six, 'o', '창구를 열었습니다.');
    await press(six, 'Space', '401번을 호출했습니다.');
    await testId(six, 'ticket-note').getByText('증인 서명 확인함').waitFor();
    await press(six, 's', '401번 처리를 시작했습니다.');
    await press(six, 'Enter', '401번 처리를 마쳤습니다.');
  }, 90_000);

  it('hands a visitor over to a certain counter, which alone is given the ticket', async () => {
    await office.draw('FAMILY_REGISTER');
    await testId(five, 'waiting-402').waitFor();
    await press(five, 'Space', '402번을 호출했습니다.');
    await five.keyboard.press('t');
    await testId(five, 'dialog-transfer').waitFor();
    await five.keyboard.press('ArrowRight');
    await five.keyboard.press('Tab');
    await five.keyboard.press('Space');
    await five.keyboard.press('Enter');
    await sees(five, '402번을 6번 창구(으)로 이관했습니다.');
    await press(five, 'Space', '지금 이 창구에서 부를 분이 없습니다.');
    await press(six, 'Space', '402번을 호출했습니다.');
    await press(six, 's', '402번 처리를 시작했습니다.');
  }, 90_000);

  it('answers a colleague who asks for help', async () => {
    await six.keyboard.press('g');
    await testId(six, 'dialog-help').waitFor();
    await six.keyboard.press('Enter');
    await sees(six, '동료에게 도움을 요청했습니다.');
    await testId(five, 'help-6').waitFor();
    await press(five, 'a', '도움 요청에 응답했습니다.');
    await testId(five, 'help-6').waitFor({ state: 'detached' });
  }, 60_000);

  it('lets one person act at a counter: who takes it over does so on purpose, and the other is told', async () => {
    const other = await deskOf('6', '7');
    await testId(other, 'taken').waitFor();
    await press(other, 'Enter', '지금은 할 수 없습니다: 처리 완료');
    await other.keyboard.press('o');
    await testId(other, 'dialog-take-over').getByText('402').waitFor();
    await other.keyboard.press('Enter');
    await sees(other, '창구를 인수했습니다.');
    await testId(six, 'taken-from-you').waitFor();
    await press(six, 'Enter', '지금은 할 수 없습니다: 처리 완료');
    await press(other, 'Enter', '402번 처리를 마쳤습니다.');
    await other.context().close();
  }, 90_000);

  it('calls nobody while the server is away, and nobody late when it is back', async () => {
    await office.draw('FAMILY_REGISTER');
    await testId(five, 'waiting-403').waitFor();
    await office.kill();
    await testId(five, 'offline').waitFor({ timeout: 60_000 });
    for (const key of ['Space', 'Space', 'Space']) await five.keyboard.press(key);
    await office.revive();
    await testId(five, 'offline').waitFor({ state: 'detached', timeout: 60_000 });
    await testId(five, 'waiting-403').waitFor();
    await testId(five, 'idle').waitFor();
    await press(five, 'Space', '403번을 호출했습니다.');
  }, 180_000);
});
