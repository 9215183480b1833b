import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Browser, Download, Page } from 'playwright-core';
import { startSmtp, type TestSmtp } from '../../../tools/testing/smtp.ts';
import { seriousFaults } from './support/accessible.ts';
import { button, knock, menu, ownerAtConsole, ownerOf, picture, type AtConsole } from './support/console.ts';
import type { DemoOffice } from './support/demo-office.ts';
import { openWindow, sees, testId } from './support/pages.ts';

const reason = '기관 통합에 따른 자료 이관';

let office: DemoOffice;
let smtp: TestSmtp;
let browser: Browser;
let owner: Page;
let complaints: AtConsole['complaints'];
let stop: AtConsole['stop'];

beforeAll(async () => {
  smtp = await startSmtp();
  ({ office, browser, owner, complaints, stop } = await ownerAtConsole({ SMTP_URL: smtp.url }));
}, 120_000);
afterAll(async () => {
  await Promise.all([stop(), smtp.stop()]);
}, 60_000);

const main = () => owner.getByRole('main');

/** Names of the tables in an archive: it is a whole one. */
async function tablesIn(download: Download): Promise<string[]> {
  expect(download.suggestedFilename()).toMatch(/\.tar\.gz$/);
  const tar = gunzipSync(readFileSync(await download.path()));
  return [...tar.toString('latin1').matchAll(/([a-z_]+)\.ndjson/g)].map(([, table = '']) => table);
}

/** Asks for an archive. */
async function ask(): Promise<void> {
  await menu(owner, '자료 내보내기');
  await main().getByRole('button', { name: '내보내기 신청' }).first().click();
  await testId(owner, 'ask-go').click();
  await sees(owner, '사유를 5자 이상 적어 주십시오.');
  await owner.locator('textarea[name=reason]').fill(reason);
  await owner.locator('input[name=password]').fill(ownerOf(office).password);
  await testId(owner, 'ask-go').click();
  await sees(owner, '신청했습니다.');
}

/** The link in the newest of so many letters: `/console/#/exports/…`. */
async function linkOf(nth: number): Promise<string> {
  const letters = await smtp.received(ownerOf(office).email, nth);
  const [link] = /\/console\/#\/exports\/[\w-]+\?code=[\w-]+/.exec(letters.at(-1)?.text ?? '') ?? [];
  if (link === undefined) throw new Error('no link in the letter');
  return link;
}

describe('what is kept of people', () => {
  it('is for the owner to say; what is wrong stands beside it, and what was typed stays', async () => {
    await menu(owner, '개인정보');
    await owner.locator('input[name=retentionYears]').fill('0');
    await button(owner, '저장').click();
    await sees(owner, '1 이상이어야 합니다');
    await picture(owner, 'privacy-wrong');
    expect(await seriousFaults(owner)).toEqual([]);
    await owner.locator('input[name=retentionYears]').fill('3');
    await owner.getByRole('switch', { name: '전화번호 받기' }).check();
    await owner.locator('textarea[name="consent.ko"]').fill('순번이 되면 알려 드리려고 전화번호를 받습니다.');
    await button(owner, '저장').click();
    await sees(owner, '저장했습니다.');
    await sees(owner, /제1판/);
    await owner.reload();
    await sees(owner, /제1판/);
    expect(await owner.locator('input[name=retentionYears]').inputValue()).toBe('3');
    await owner.getByRole('switch', { name: '전화번호 받기' }).uncheck();
    await sees(owner, '끄면 지금 저장된 번호 0개를 바로 지웁니다.');
  }, 60_000);

  it('is sealed under a new key when the owner wishes', async () => {
    const key = owner.getByRole('region', { name: '봉인 열쇠' });
    await button(owner, '새 열쇠로 바꾸기').click();
    await picture(owner, 'key-rotation');
    await testId(owner, 'ask-go').click();
    await sees(owner, /\d번째 열쇠로 바꾸고 \d+건을 다시 봉인했습니다/);
    await key.getByText(/\d번째 열쇠, /).waitFor();
    await menu(owner, '감사 기록');
    await main().getByRole('cell', { name: '봉인 열쇠 교체' }).first().waitFor();
  }, 60_000);
});

describe('all data of the institution', () => {
  it('is made by a job when it is asked for with a reason, and fetched from the list with the letter’s code', async () => {
    await menu(owner, '자료 내보내기');
    await testId(owner, 'empty').waitFor();
    await picture(owner, 'exports-empty');
    await ask();
    const link = await linkOf(1);
    await main().getByText('받을 수 있음').waitFor();
    await picture(owner, 'exports-ready');
    await main().getByRole('button', { name: '받기', exact: true }).click();
    await owner.locator('input[name=code]').fill('not-the-code');
    await testId(owner, 'ask-go').click();
    await testId(owner, 'ask-fault').getByText(/./).waitFor();
    await picture(owner, 'exports-wrong-code');
    expect(await seriousFaults(owner)).toEqual([]);
    // People copy the whole line.
    await owner.locator('input[name=code]').fill(office.url + link);
    const [download] = await Promise.all([owner.waitForEvent('download'), testId(owner, 'ask-go').click()]);
    expect(await tablesIn(download)).toEqual(expect.arrayContaining(['ticket', 'service', 'staff']));
    await main().getByText('받음', { exact: true }).waitFor();
  }, 90_000);

  it('is fetched from the link of the letter, through the log-in, with nothing to be typed', async () => {
    await ask();
    const link = await linkOf(2);
    const page = await openWindow(browser, office.url + link, { width: 1280, height: 900 });
    await page.locator('input[type=email]').waitFor();
    expect(page.url()).not.toContain('code');
    await knock(page, ownerOf(office));
    await sees(page, '신청하신 자료가 준비되었습니다.');
    await picture(page, 'exports-letter');
    expect(page.url()).toBe(`${office.url}/console/exports`);
    const [download] = await Promise.all([page.waitForEvent('download'), testId(page, 'ask-go').click()]);
    expect(await tablesIn(download)).toEqual(expect.arrayContaining(['ticket', 'service', 'staff']));
    await sees(page, '이미 받으신 자료입니다.');

    // The same letter again, in the window that is open; and one of another installation.
    await page.goto(office.url + link);
    await sees(page, '이미 받으신 자료입니다.');
    expect(await testId(page, 'ask-go').count()).toBe(0);
    await page.goto(office.url + link.replace(/exports\/[\w-]+/, `exports/${crypto.randomUUID()}`));
    await sees(page, '이 기관에는 없는 자료입니다.');
    await picture(page, 'exports-letter-unknown');
    expect(await seriousFaults(page)).toEqual([]);
    await page.context().close();
  }, 90_000);

  it('stands in the audit: who asked, why, and who took it', async () => {
    await menu(owner, '감사 기록');
    for (const deed of ['전체 자료 내보내기 신청', '전체 자료 파일 완성', '전체 자료 받음'])
      await main().getByRole('cell', { name: deed, exact: true }).first().waitFor();
    await main().getByRole('cell', { name: reason }).first().waitFor();
  }, 60_000);
});

it('writes nothing into the browser’s console', () => expect(complaints).toEqual([]));
