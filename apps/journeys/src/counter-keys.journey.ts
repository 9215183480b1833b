import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/testing/browser.ts';
import { startDemoOffice, type DemoOffice } from './support/demo-office.ts';
import { openWindow, sees, sitDownByKeys, testId } from './support/pages.ts';

let office: DemoOffice;
let browser: Browser;
let desk: Page;

beforeAll(async () => {
  office = await startDemoOffice();
  browser = await launchBrowser();
  desk = await openWindow(browser, `${office.url}/counter/?office=main`, { width: 1920, height: 1080 });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await office.stop();
}, 60_000);

/** Presses keys one after another; each is seen to have had its effect before the next. */
async function press(key: string, says: string | RegExp): Promise<void> {
  await desk.keyboard.press(key);
  await sees(desk, says);
}

/** Opens a question by its key, answers it with more keys, and reads what came of it. */
async function ask(key: string, dialog: string, answers: readonly string[], says: string | RegExp): Promise<void> {
  await desk.keyboard.press(key);
  await testId(desk, dialog).waitFor();
  for (const answer of answers) await desk.keyboard.press(answer);
  await testId(desk, dialog).waitFor({ state: 'detached' });
  await sees(desk, says);
}

const atCounter = (number: string) => testId(desk, 'ticket-number').getByText(number).waitFor();
const state = (name: string) => desk.locator(`[data-testid=ticket][data-state=${name}]`).waitFor();

describe('a day at a counter without a mouse', () => {
  it('logs in, sits down and opens the counter', async () => {
    await sitDownByKeys(desk, office.clerk('9'), '9');
    await press('o', '창구를 열었습니다.');
    await press('Space', '지금 이 창구에서 부를 분이 없습니다.');
  }, 60_000);

  it('calls one visitor, however long the key is held', async () => {
    for (const number of ['601', '602', '603']) expect(await office.draw('PASSPORT_APPLY')).toBe(number);
    await testId(desk, 'waiting-603').waitFor();
    for (let repeat = 0; repeat < 30; repeat += 1) await desk.keyboard.down('Space');
    await desk.keyboard.up('Space');
    await sees(desk, '601번을 호출했습니다.');
    await atCounter('601');
    await testId(desk, 'waiting-602').waitFor();
    await testId(desk, 'waiting-603').waitFor();
  }, 60_000);

  it('recalls, starts, completes, takes that back, and completes with an outcome', async () => {
    await press('r', '601번을 다시 호출했습니다. (2번째)');
    await press('s', '601번 처리를 시작했습니다.');
    await press('Enter', '601번 처리를 마쳤습니다.');
    await press('z', '601번의 마지막 처리를 되돌렸습니다.');
    await state('serving');
    await ask('Shift+Enter', 'dialog-complete', ['ArrowDown', 'Enter'], '601번 처리를 마쳤습니다.');
  }, 60_000);

  it('marks an absent visitor after two calls, and brings the one who returns back', async () => {
    await press('Space', '602번을 호출했습니다.');
    await press('n', '부재 처리는 1번 더 호출한 뒤에 할 수 있습니다.');
    await press('r', '602번을 다시 호출했습니다. (2번째)');
    await press('n', '602번을 부재로 처리했습니다. 30분 안에 오시면 복귀할 수 있습니다.');
    await ask('k', 'dialog-reinstate', ['Enter'], '602번을 대기로 복귀시켰습니다.');
    await testId(desk, 'waiting-602').waitFor();
  }, 60_000);

  it('parks a visitor with a reason, and takes the same one up again', async () => {
    await press('Space', '603번을 호출했습니다.');
    await press('s', '603번 처리를 시작했습니다.');
    await ask('h', 'dialog-hold', ['ArrowRight', 'Enter'], '603번을 보류했습니다.');
    await testId(desk, 'held-603').getByText('서류 작성 중').waitFor();
    await ask('j', 'dialog-takeUp', ['Enter'], '603번의 보류를 해제했습니다.');
    await state('serving');
  }, 60_000);

  it('sends a visitor on to another service, found by its first consonants; number and place are kept', async () => {
    await desk.keyboard.press('t');
    await testId(desk, 'dialog-transfer').waitFor();
    await desk.keyboard.press('Tab');
    await desk.keyboard.insertText('ㅇㄱ ㅊㄱ');
    await desk.keyboard.press('Enter');
    await sees(desk, '603번을 여권 찾기(교부)(으)로 이관했습니다.');
    await press('Space', '603번을 호출했습니다.');
    await sees(desk, '여권 찾기(교부)');
    await press('b', '603번을 대기로 돌려보냈습니다. 순서는 그대로입니다.');
  }, 60_000);

  it('calls a certain number, and does not close while somebody is there', async () => {
    await desk.keyboard.press('/');
    await testId(desk, 'dialog-call').waitFor();
    await desk.keyboard.type('602');
    await desk.keyboard.press('Enter');
    await sees(desk, '602번을 호출했습니다.');
    await press('c', '지금은 할 수 없습니다: 창구 닫기');
  }, 60_000);

  it('pauses: the visitor at the counter is finished, no other is called, until work goes on', async () => {
    await ask('p', 'dialog-pause', ['ArrowRight', 'Enter'], '창구를 일시중지했습니다.');
    await press('s', '602번 처리를 시작했습니다.');
    await press('Enter', '602번 처리를 마쳤습니다.');
    await testId(desk, 'paused').getByText('점심').waitFor();
    await press('Space', '지금은 할 수 없습니다: 다음 호출');
    await press('p', '업무를 다시 시작했습니다.');
  }, 60_000);

  it('asks before it closes while people wait whom nobody else serves', async () => {
    await desk.keyboard.press('c');
    await testId(desk, 'dialog-close').getByText('여권 찾기(교부)').waitFor();
    await desk.keyboard.press('Escape');
    await press('Space', '603번을 호출했습니다.');
    await press('s', '603번 처리를 시작했습니다.');
    await press('Enter', '603번 처리를 마쳤습니다.');
    await ask('c', 'dialog-close', ['Enter'], '창구를 닫았습니다.');
    await testId(desk, 'closed').waitFor();
  }, 60_000);
});
