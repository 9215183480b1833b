import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { seriousFaults } from './support/accessible.ts';
import { ownerAtConsole, picture, type AtConsole } from './support/console.ts';
import type { DemoOffice } from './support/demo-office.ts';
import { openWindow, sees, sitDown, testId } from './support/pages.ts';

const REASON = '여권 발급 시스템 점검 중입니다';

let office: DemoOffice;
let browser: Browser;
let owner: Page;
let kiosk: Page;
let complaints: AtConsole['complaints'];
let stop: AtConsole['stop'];

beforeAll(async () => {
  ({ office, browser, owner, complaints, stop } = await ownerAtConsole());
  kiosk = await openWindow(browser, office.screen('kiosk'), { width: 1080, height: 1920 });
  await testId(kiosk, 'screen-start').waitFor();
}, 120_000);
afterAll(() => stop(), 60_000);

describe('the live hall', () => {
  it('stands on the first page, and counts along without a reload', async () => {
    const card = testId(owner, `office-${office.demo.office}`);
    await card.getByText('0명', { exact: true }).waitFor();
    await office.draw('PASSPORT_APPLY');
    await office.draw('PASSPORT_APPLY');
    await card.getByText('2명', { exact: true }).waitFor();
    await picture(owner, 'home');
    expect(await seriousFaults(owner)).toEqual([]);
    await card.getByRole('link').click();
    await testId(owner, 'hall-services').waitFor();
  }, 60_000);

  it('shows who sits where, with whom', async () => {
    const clerk = await openWindow(browser, `${office.url}/counter/`, { width: 1440, height: 900 });
    await sitDown(clerk, office.clerk('1'), '1');
    if (await testId(clerk, 'act-open').isVisible()) await testId(clerk, 'act-open').click();
    const row = testId(owner, 'hall-counter-1');
    await row.getByText(office.clerk('1').name).waitFor();
    await picture(owner, 'hall');
    expect(await seriousFaults(owner)).toEqual([]);
    await clerk.close();
  }, 60_000);

  it('calls a colleague back from a break, and sees that it was read', async () => {
    const clerk = await openWindow(browser, `${office.url}/counter/`, { width: 1440, height: 900 });
    await sitDown(clerk, office.clerk('1'), '1');
    if (await testId(clerk, 'act-open').isVisible()) await testId(clerk, 'act-open').click();
    await testId(clerk, 'act-pause').click();
    await testId(clerk, 'dialog-pause').locator('button[type=submit]').click();
    const row = testId(owner, 'hall-counter-1');
    await row.getByRole('button', { name: /복귀 요청/ }).click();
    await testId(clerk, 'call-back').getByText('님이 복귀를 요청했습니다').waitFor();
    await picture(clerk, 'hall-call-back-counter');
    expect(await seriousFaults(clerk)).toEqual([]);
    await testId(clerk, 'call-back-seen').click();
    await row.getByText('복귀 요청함 · 확인함').waitFor();
    await picture(owner, 'hall-call-back');
    await testId(clerk, 'act-resume').click();
    await row.getByText('복귀 요청함').waitFor({ state: 'detached' });
    await testId(clerk, 'call-back').waitFor({ state: 'detached' });
    await clerk.close();
  }, 60_000);

  it('gives a counter one more service, in order of preference', async () => {
    const row = testId(owner, 'hall-counter-1');
    await row.getByRole('button', { name: /업무 바꾸기/ }).click();
    const chosen = testId(owner, 'ordered-services').getByRole('listitem');
    await chosen.first().waitFor();
    const before = await chosen.count();
    await owner.getByRole('combobox', { name: '추가할 업무' }).click();
    await owner.getByRole('option').first().click();
    expect(await chosen.count()).toBe(before + 1);
    await picture(owner, 'hall-move');
    expect(await seriousFaults(owner)).toEqual([]);
    await testId(owner, 'ask-go').click();
    await sees(owner, '창구의 업무를 바꾸었습니다.');
  }, 60_000);

  it('stops a service with a reason, which the kiosk tells', async () => {
    const row = testId(owner, 'hall-service-PASSPORT_APPLY');
    await row.getByText('2명').waitFor();
    await row.getByRole('button').click();
    await testId(owner, 'ask-go').click();
    await sees(owner, '사유를 5자 이상 적어 주십시오.');
    await owner.locator('textarea[name=reason]').fill(REASON);
    await picture(owner, 'hall-stop');
    await testId(owner, 'ask-go').click();
    await row.getByText('발권 중지', { exact: true }).waitFor();
    await testId(kiosk, 'group-passport').click();
    await sees(kiosk, '접수를 잠시 멈추었습니다');
    await testId(kiosk, 'service-PASSPORT_APPLY').click();
    await testId(kiosk, 'not-accepting').getByText(REASON).waitFor();
    await picture(kiosk, 'hall-stop-kiosk');
    await row.getByRole('button', { name: /발권 재개/ }).click();
    await row.getByText('발권 중', { exact: true }).waitFor();
  }, 60_000);

  it('says so when the line is gone, and comes back by itself', async () => {
    await office.kill();
    await owner.getByRole('main').getByRole('alert').first().waitFor();
    await picture(owner, 'hall-away');
    await office.revive();
    await owner.getByRole('main').getByText('실시간', { exact: true }).waitFor({ timeout: 30_000 });
  }, 90_000);

  it('reads in English, at night', async () => {
    await owner.emulateMedia({ colorScheme: 'dark' });
    await owner.evaluate(() => scrollTo(0, 0)); // the bar hides from whoever reads further down
    await owner.getByRole('button', { name: '한국어' }).click();
    await owner.getByRole('menuitem', { name: 'English' }).click();
    await owner.getByText('Longest wait').first().waitFor();
    await picture(owner, 'hall-english');
    expect(await seriousFaults(owner)).toEqual([]);
  }, 60_000);
});

// While the server was away the browser itself said so.
it('writes nothing into the browser’s console', () =>
  expect(complaints.filter((text) => !text.startsWith('WebSocket connection to'))).toEqual([]));
