import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { seriousFaults } from './support/accessible.ts';
import { button, menu, ownerAtConsole, picture, type AtConsole } from './support/console.ts';
import type { DemoOffice } from './support/demo-office.ts';
import { openWindow, sees, testId } from './support/pages.ts';

const KOREAN = '오늘 여권 접수는 오후 4시에 마감합니다.';
const ENGLISH = 'Passports close at 4 p.m. today.';

let office: DemoOffice;
let browser: Browser;
let owner: Page;
let kiosk: Page;
let display: Page;
let resident: Page;
let complaints: AtConsole['complaints'];
let stop: AtConsole['stop'];

beforeAll(async () => {
  ({ office, browser, owner, complaints, stop } = await ownerAtConsole());
  kiosk = await openWindow(browser, office.screen('kiosk'), { width: 1080, height: 1920 });
  display = await openWindow(browser, office.screen('tv'), { width: 1920, height: 1080 });
  const { tenant, office: slug } = office.demo;
  resident = await openWindow(browser, `${office.url}/${tenant}/${slug}`, { width: 390, height: 844 });
  await testId(kiosk, 'screen-start').waitFor();
}, 120_000);
afterAll(() => stop(), 60_000);

describe('an announcement', () => {
  it('is written with a level and places; Korean must be there', async () => {
    await menu(owner, '공지');
    await owner.getByRole('main').getByText('게시 중').first().waitFor();
    await picture(owner, 'announcements');
    expect(await seriousFaults(owner)).toEqual([]);
    await owner.getByRole('link', { name: '공지 등록' }).first().click();
    await owner.locator('textarea[name="text.en"]').fill(ENGLISH);
    await button(owner, '저장').click();
    await sees(owner, '꼭 입력해 주십시오');
    await owner.locator('textarea[name="text.ko"]').fill(KOREAN);
    await owner.getByRole('radio', { name: '중요' }).check();
    await picture(owner, 'announcement-create');
    expect(await seriousFaults(owner)).toEqual([]);
    await button(owner, '저장').click();
    await owner.getByRole('row', { name: KOREAN }).getByText('게시 중').waitFor();
  }, 60_000);

  it('stands on TV, kiosk and the residents’ page at once, in the visitor’s language', async () => {
    await sees(kiosk, KOREAN);
    await sees(resident, KOREAN);
    await sees(display, KOREAN);
    await picture(kiosk, 'announcement-kiosk');
    await picture(display, 'announcement-display');
    await testId(kiosk, 'language-en').click();
    await sees(kiosk, ENGLISH);
  }, 60_000);

  it('is gone from all of them when it is ended', async () => {
    await owner.getByRole('row', { name: KOREAN }).getByRole('button', { name: '지금 끝내기' }).click();
    await owner.getByRole('row', { name: KOREAN }).getByText('종료', { exact: true }).waitFor();
    await kiosk.getByText(ENGLISH).waitFor({ state: 'detached' });
    for (const page of [display, resident]) await page.getByText(KOREAN).waitFor({ state: 'detached' });
  }, 60_000);

  it('reads in English, at night', async () => {
    await owner.emulateMedia({ colorScheme: 'dark' });
    await owner.getByRole('button', { name: '한국어' }).click();
    await owner.getByRole('menuitem', { name: 'English' }).click();
    await owner.getByText('Ended').first().waitFor();
    await picture(owner, 'announcements-english');
    expect(await seriousFaults(owner)).toEqual([]);
  }, 60_000);
});

it('writes nothing into the browser’s console', () => expect(complaints).toEqual([]));
