import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type { DemoLogin } from '../../../tools/seed/demo-file.ts';
import { launchBrowser } from '../../../tools/testing/browser.ts';
import { seriousFaults } from './support/accessible.ts';
import { button, menu, openConsole, ownerOf } from './support/console.ts';
import { startDemoOffice, type DemoOffice } from './support/demo-office.ts';
import { openWindow, sees, testId } from './support/pages.ts';

const NAME = '별관 발권기';
const GUEST = 'newcomer@seongdong.example';

let office: DemoOffice;
let browser: Browser;
let owner: Page;
/** What the pages wrote into the browser's console: a broken policy or script shows there. */
const complaints: string[] = [];

beforeAll(async () => {
  office = await startDemoOffice();
  browser = await launchBrowser();
  owner = await openAs(ownerOf(office));
}, 120_000);
afterAll(async () => {
  await browser.close();
  await office.stop();
}, 60_000);

const openAs = (login: DemoLogin) => openConsole(browser, office.url, login, complaints);

describe('an owner at the console', () => {
  let kiosk: Page;

  it('makes a kiosk and pairs it from the code in another window', async () => {
    await menu(owner, '기기');
    await owner.getByRole('link', { name: '추가' }).click();
    await owner.locator('input[name=name]').fill(NAME);
    await button(owner, '저장').click();
    const code = await testId(owner, 'pairing-code').innerText();
    expect(await owner.getByRole('img', { name: '등록 주소 QR' }).count()).toBe(1);

    kiosk = await openWindow(browser, `${office.url}/kiosk/`, { width: 1080, height: 1920 });
    await kiosk.locator('#pair-code').fill(code);
    await testId(kiosk, 'pair-submit').click();
    await testId(kiosk, 'screen-start').waitFor();
    await testId(owner, 'pair-done').waitFor();
    await testId(owner, 'pair-close').click();
    await sees(owner, '작동 중');
  }, 60_000);

  it('finds it by its name, lets it show that, and sees a picture of its screen', async () => {
    await button(owner, '이름 띄우기').click();
    await testId(kiosk, 'device-sign').waitFor();
    expect(await testId(kiosk, 'device-sign').innerText()).toBe(NAME);
    await testId(kiosk, 'device-sign').waitFor({ state: 'detached', timeout: 20_000 });

    await sees(owner, '화면 프로그램이 그린 그림입니다. 패널 자체의 고장은 보이지 않습니다.');
    await testId(owner, 'picture-ask').click();
    const picture = testId(owner, 'picture');
    await picture.waitFor();
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(200);
  }, 60_000);

  it('invites somebody, who is then waited for', async () => {
    await menu(owner, '초대');
    await owner.getByRole('link', { name: '담당자 초대' }).first().click();
    await owner.locator('input[name=email]').fill('nobody');
    await owner.locator('input[name=name]').fill('새 주무관');
    await button(owner, '초대 메일 보내기').click();
    await sees(owner, '이메일 주소의 형식이 아닙니다');
    await owner.locator('input[name=email]').fill(GUEST);
    await button(owner, '초대 메일 보내기').click();
    const row = owner.getByRole('row', { name: GUEST });
    await row.getByText('답을 기다림').waitFor();
    await row.getByText('창구 담당자').waitFor();
  }, 60_000);

  it('finds all of it in the audit, whose chain is whole, with what was before and after', async () => {
    await menu(owner, '감사 기록');
    await testId(owner, 'audit-chain').getByText('기록이 온전합니다').waitFor();
    const list = owner.getByRole('main');
    for (const deed of ['기기 추가', '기기 등록 코드 발급', '기기 등록', '담당자 초대'])
      await list.getByRole('cell', { name: deed, exact: true }).first().waitFor();
    await list
      .getByRole('row', { name: /기기 추가/ })
      .first()
      .click();
    await testId(owner, 'audit-change').getByText(NAME).waitFor();
  }, 60_000);

  it('takes the audit out for a reason, which is in the audit in its turn', async () => {
    await testId(owner, 'audit-export').click();
    await testId(owner, 'ask-go').click();
    await sees(owner, '사유를 5자 이상 적어 주십시오.');
    await owner.locator('textarea[name=reason]').fill('정기 점검에 냅니다');
    const [download] = await Promise.all([owner.waitForEvent('download'), testId(owner, 'ask-go').click()]);
    expect(download.suggestedFilename()).toBe('audit.csv');
    const csv = readFileSync(await download.path(), 'utf8');
    const deeds = new Set([...csv.matchAll(/,(\w+\.\w+),/g)].map(([, deed]) => deed));
    expect([...deeds]).toEqual(expect.arrayContaining(['device.create', 'device.pair', 'invitation.create']));
    await owner.getByRole('cell', { name: '정기 점검에 냅니다' }).waitFor();
  }, 60_000);

  it('asks before a device is cut off; then the kiosk is no kiosk any more', async () => {
    await menu(owner, '기기');
    await owner.getByRole('cell', { name: NAME, exact: true }).click();
    await button(owner, '등록 해제').click();
    await button(owner, '취소').click();
    await testId(kiosk, 'screen-start').waitFor();
    await button(owner, '등록 해제').click();
    await testId(owner, 'ask-go').click();
    await testId(kiosk, 'revoked').waitFor();
    await owner.getByRole('main').getByText('등록 해제').first().waitFor();
  }, 60_000);
});

describe('the pages of the console', () => {
  const ofOwner = ['', 'devices', 'devices/create', 'alerts', 'staff', 'invitations', 'invitations/create', 'policy'];
  const more = ['sso', 'privacy', 'exports', 'audit', 'nowhere'];

  it.each([...ofOwner, ...more])(
    'have no serious fault for who cannot see or use a mouse: /%s',
    async (path) => {
      await owner.goto(`${office.url}/console/${path}`);
      await owner.getByRole('navigation').waitFor();
      await owner.waitForLoadState('networkidle');
      expect(await seriousFaults(owner)).toEqual([]);
      expect(await owner.getByText('권한이 없습니다').count()).toBe(0);
    },
    60_000,
  );

  it('are closed to who may not open them, whatever the address', async () => {
    const clerk = await openAs(office.clerk('1'));
    await clerk.getByRole('menuitem', { name: '번호표 찾기' }).waitFor();
    expect(await clerk.getByRole('menuitem').allInnerTexts()).toEqual(['첫 화면', '실시간 현황', '번호표 찾기']);
    for (const path of ['devices', 'audit', 'privacy', 'tenants']) {
      await clerk.goto(`${office.url}/console/${path}`);
      await sees(clerk, '권한이 없습니다');
    }
    await clerk.context().close();
  }, 60_000);

  it('lead to the door when the session is over, say so, and back again', async () => {
    const page = await openAs(ownerOf(office));
    await menu(page, '로그인 정책');
    await page.getByRole('button', { name: '성동구 관리자' }).click();
    await page.getByRole('menuitem', { name: '로그아웃' }).click();
    await sees(page, '로그아웃했습니다.');
    await page.locator('input[type=email]').fill('nobody@seongdong.example');
    await page.locator('input[type=password]').fill('not-the-password');
    await testId(page, 'login-submit').click();
    await testId(page, 'login-fault').getByText('맞지 않습니다').waitFor();
    await page.locator('input[type=email]').fill(ownerOf(office).email);
    await page.locator('input[type=password]').fill(ownerOf(office).password);
    await testId(page, 'login-submit').click();
    await page.getByRole('navigation').waitFor();
    await page.context().close();
  }, 60_000);

  it('write nothing into the browser’s console', () => expect(complaints).toEqual([]));
});
