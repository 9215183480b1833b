import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '@sunbeon/client';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/testing/browser.ts';
import { seriousFaults } from './support/accessible.ts';
import { button, menu, openConsole, picture } from './support/console.ts';
import { operator, startInstallation, type Installation } from './support/installation.ts';
import { openWindow, sees, testId } from './support/pages.ts';

const password = '언덕 위의 소나무 백 그루';
const gone = { name: '강남구', slug: 'gangnam', areaCode: '1168000000', email: 'lee@gangnam.example' };
const refused = { name: '없는구', slug: 'nowhere', areaCode: '2611000000', email: 'spam@nowhere.example' };
const reader = { email: 'reader@seoul.example', name: '서울시 담당', password: 'a-reader-of-figures-1' };
const second = { email: 'second@seoul.example', name: '둘째 담당', password: 'a-reader-of-figures-2' };

let installation: Installation;
let browser: Browser;
let page: Page;
let readerWindow: Page;
const complaints: string[] = [];

beforeAll(async () => {
  installation = await startInstallation({ OPERATOR_SECOND_FACTOR: 'optional' });
  browser = await launchBrowser();
  for (const one of [gone, refused]) await signUp(one);
  const client = await installation.operator();
  // Made by the operator, and so without a district.
  await client.call('tenantCreate', {
    body: { slug: 'jongno', name: '종로구', owner: { email: 'o@jongno.example', name: '김종로', password } },
  });
  page = await openConsole(browser, installation.url, operator, complaints);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await installation.stop();
}, 60_000);

/** A district signs up through the API, with the link of its letter. */
async function signUp({ name, slug, areaCode, email }: typeof gone): Promise<void> {
  const client = createClient({ baseUrl: installation.url });
  const { terms } = await client.call('signupInfo');
  const contact = { name: '김민원', email, phone: '02-2148-1114' };
  await client.call('signup', { body: { name, slug, areaCode, contact, terms: terms.version } });
  const [, token = ''] = (await installation.linkIn(email, '/signup/confirm')).split('#');
  await client.call('signupConfirm', { body: { token, password } });
}

const main = () => page.getByRole('main');

/** Opens a tenant's page from the list. */
async function openTenant(name: string): Promise<void> {
  await menu(page, '기관');
  await main().getByRole('cell', { name, exact: true }).click();
  await page.getByRole('region', { name: '한도' }).waitFor();
}

describe('an application', () => {
  it('is refused for a reason that the applicant is told', async () => {
    await openTenant(refused.name);
    await testId(page, 'move-refuse').click();
    await page.locator('textarea[name=reason]').fill('기관 확인이 되지 않았습니다.');
    await picture(page, 'tenant-refuse');
    await testId(page, 'ask-go').click();
    await sees(page, '거절했습니다.');
    await main().getByText('거절', { exact: true }).first().waitFor();
    await picture(page, 'tenant-refused');
    const client = createClient({ baseUrl: installation.url });
    await expect(client.call('login', { body: { email: refused.email, password } })).rejects.toMatchObject({
      code: 'tenant_inactive',
    });
  }, 60_000);
});

describe('a region', () => {
  it('is made with its first reader; what is wrong stands beside each entry', async () => {
    await menu(page, '지역(시·도)');
    await testId(page, 'empty').waitFor();
    await picture(page, 'regions-empty');
    await page.getByRole('link', { name: '지역 추가' }).click();
    await page.locator('input[name=slug]').fill('Seoul');
    await button(page, '저장').click();
    await sees(page, '영문 소문자로 시작하고');
    await picture(page, 'region-create-wrong');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByLabel('시·도').click();
    await page.getByRole('option', { name: '서울특별시' }).click();
    await page.locator('input[name=name]').fill('서울특별시');
    await page.locator('input[name=slug]').fill('seoul-si');
    await page.locator('input[name="person.email"]').fill(reader.email);
    await page.locator('input[name="person.name"]').fill(reader.name);
    await page.locator('input[name="person.password"]').fill(reader.password);
    await button(page, '저장').click();
    await sees(page, '이 지역의 기관 (1)');
    await sees(page, '서울특별시 (11)');
  }, 60_000);

  it('gets a district that had none', async () => {
    await button(page, '기관 넣기').click();
    await page.getByRole('combobox', { name: '기관' }).click();
    await page.getByRole('option', { name: '종로구 (지금: 행정구역 없음)' }).click();
    await page.getByRole('combobox', { name: '시·군·구' }).click();
    await page.getByRole('option', { name: '종로구', exact: true }).click();
    await picture(page, 'region-put');
    expect(await seriousFaults(page)).toEqual([]);
    await testId(page, 'ask-go').click();
    await sees(page, '기관을 넣었습니다.');
    await testId(page, 'region-members')
      .getByRole('row', { name: /종로구 서울특별시 종로구 이용 중/ })
      .waitFor();
    await picture(page, 'region-show');
    expect(await seriousFaults(page)).toEqual([]);
  }, 60_000);

  it('invites one more reader by a letter, but nobody who reads already; readers see figures and nothing else', async () => {
    await button(page, '담당자 초대').click();
    const dialog = page.getByRole('dialog');
    const invite = async ({ email, name }: Pick<typeof reader, 'email' | 'name'>) => {
      await dialog.locator('input[name=email]').fill(email);
      await dialog.locator('input[name=name]').fill(name);
      await button(page, '초대 메일 보내기').click();
    };
    await invite(reader);
    await dialog.getByRole('alert').getByText('이미 쓰고 있는 이메일입니다.').waitFor();
    await picture(page, 'region-reader-taken');
    expect(await seriousFaults(page)).toEqual([]);
    await invite(second);
    const row = testId(page, 'region-readers').getByRole('row', { name: new RegExp(second.name) });
    await row.getByText('답을 기다림').waitFor();
    await picture(page, 'region-readers-invited');
    const link = await installation.linkIn(second.email, '/signup/invitation');
    readerWindow = await openWindow(browser, `${installation.url}${link}`, { width: 768, height: 1024 });
    await readerWindow.locator('[name=password]').fill(second.password);
    await testId(readerWindow, 'accept-submit').click();
    await readerWindow.waitForURL('**/console/');
    await readerWindow.getByRole('navigation').waitFor();
    expect(await readerWindow.getByRole('menuitem').allInnerTexts()).toEqual(['첫 화면', '지역 통계']);
  }, 60_000);

  it('removes a reader, who is led to the door at once, and lets the reader in again', async () => {
    await page.reload();
    const row = testId(page, 'region-readers').getByRole('row', { name: new RegExp(second.name) });
    await row.getByText('열람 중').waitFor();
    await row.getByRole('button', { name: `${second.name} 열람 해제` }).click();
    await picture(page, 'region-reader-remove');
    expect(await seriousFaults(page)).toEqual([]);
    await testId(page, 'ask-go').click();
    await row.getByText('해제됨').waitFor();
    await readerWindow.reload();
    await readerWindow.locator('input[type=password]').waitFor();
    await readerWindow.context().close();
    await picture(page, 'region-readers');
    expect(await seriousFaults(page)).toEqual([]);
    await row.getByRole('button', { name: `${second.name} 다시 허용` }).click();
    await row.getByText('열람 중').waitFor();
    await page.getByRole('button', { name: '한국어' }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.getByText('Readers (2)').waitFor();
    await picture(page, 'region-readers-english');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('menuitem', { name: '한국어' }).click();
  }, 60_000);

  it('stands in the list', async () => {
    await menu(page, '지역(시·도)');
    await main()
      .getByRole('row', { name: /서울특별시 서울특별시 \(11\)/ })
      .waitFor();
    await picture(page, 'regions');
    expect(await seriousFaults(page)).toEqual([]);
  }, 60_000);
});

describe('a tenant that goes', () => {
  it('is closed at once when the operator says so', async () => {
    await openTenant(gone.name);
    await testId(page, 'move-approve').click();
    await testId(page, 'ask-go').click();
    await sees(page, '승인했습니다.');
    await testId(page, 'move-close').click();
    await page.locator('textarea[name=reason]').fill('기관이 다른 기관과 합쳐졌습니다.');
    await page.getByRole('checkbox', { name: /지금 바로 종료/ }).check();
    await picture(page, 'tenant-close');
    await testId(page, 'ask-go').click();
    await sees(page, '종료를 처리했습니다.');
    await testId(page, 'move-erase').waitFor();
    await main().getByText('기관이 다른 기관과 합쳐졌습니다.').first().waitFor();
  }, 60_000);

  it('is erased in two steps, the second typed out; a wrong password erases nothing', async () => {
    await testId(page, 'move-erase').click();
    await page.locator('textarea[name=reason]').fill('기관의 요청으로 모두 파기합니다.');
    await page.getByRole('checkbox', { name: /30일을 기다리지 않음/ }).check();
    await testId(page, 'ask-go').click();
    await sees(page, '파기를 예약했습니다.');
    await menu(page, '자료 파기');
    await main().getByText('예약됨(확정 전)').waitFor();
    await picture(page, 'erasures');
    await main().getByRole('button', { name: '확정', exact: true }).click();
    await page.locator('input[name=typed]').fill('gangnan');
    await page.locator('input[name=password]').fill('not-the-password');
    await testId(page, 'ask-go').click();
    expect(await page.locator('input[name=typed]').getAttribute('aria-invalid')).toBe('true');
    await page.locator('input[name=typed]').fill(gone.slug);
    await testId(page, 'ask-go').click();
    await testId(page, 'ask-fault').getByText('비밀번호가 맞지 않습니다.', { exact: true }).waitFor();
    await picture(page, 'erasure-refused');
    expect(await seriousFaults(page)).toEqual([]);
    await page.locator('input[name=password]').fill(operator.password);
    await testId(page, 'ask-go').click();
    await sees(page, '확정했습니다.');
  }, 60_000);

  it('leaves a certificate that it was erased, to be read and kept', async () => {
    await main().getByText('파기 완료').waitFor({ timeout: 45_000 });
    await main().getByRole('button', { name: '증명서' }).click();
    await testId(page, 'certificate').getByText(gone.slug).waitFor();
    await picture(page, 'certificate');
    expect(await seriousFaults(page)).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /JSON/ }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^erasure-.*\.json$/);
    await button(page, '닫기').click();
    await menu(page, '기관');
    await main().getByRole('cell', { name: '종로구', exact: true }).waitFor();
    expect(await main().getByRole('cell', { name: gone.name, exact: true }).count()).toBe(0);
  }, 90_000);
});

it('writes nothing into the browser’s console', () => expect(complaints).toEqual([]));
