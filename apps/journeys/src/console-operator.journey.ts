import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '@sunbeon/client';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/testing/browser.ts';
import { seriousFaults } from './support/accessible.ts';
import { authenticatorOf, type Authenticator } from './support/authenticator.ts';
import { knock, menu } from './support/console.ts';
import { operator, startInstallation, type Installation } from './support/installation.ts';
import { openWindow, sees, testId } from './support/pages.ts';

const district = { name: '종로구', slug: 'jongno', email: 'kim@jongno.example', password: '종로구청 민원실 담당자' };

let installation: Installation;
let browser: Browser;
let page: Page;
let app: Authenticator;

beforeAll(async () => {
  installation = await startInstallation();
  browser = await launchBrowser();
  await signUp();
  page = await openWindow(browser, `${installation.url}/console/`, { width: 1280, height: 900 });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await installation.stop();
}, 60_000);

/** A district signs up through the API, with the link of its letter. */
async function signUp(): Promise<void> {
  const client = createClient({ baseUrl: installation.url });
  const { terms } = await client.call('signupInfo');
  const { name, slug, email, password } = district;
  const contact = { name: '김민원', email, phone: '02-2148-1114' };
  await client.call('signup', { body: { name, slug, areaCode: '1111000000', contact, terms: terms.version } });
  const [, token = ''] = (await installation.linkIn(email, '/signup/confirm')).split('#');
  await client.call('signupConfirm', { body: { token, password } });
}

const logIn = () => knock(page, operator);

/** The operator beside the page: a token of the page's own session. */
async function operatorClient() {
  const token = await page.evaluate(async () => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    return ((await (await fetch('/api/auth/refresh', init)).json()) as { accessToken: string }).accessToken;
  });
  return createClient({ baseUrl: installation.url, authorization: () => `Bearer ${token}` });
}

describe('the operator at the console', () => {
  it('sets up a second factor before anything else, and comes back', async () => {
    await logIn();
    await sees(page, '2단계 인증을 먼저 설정해야 합니다');
    expect(await page.getByRole('navigation').count()).toBe(0);
    await testId(page, 'enrolment').click();
    app = await authenticatorOf(page);
    await page.locator('main [name=code]').fill(await app.code());
    await testId(page, 'enrol-submit').click();
    await testId(page, 'codes-kept').check();
    await testId(page, 'codes-go-on').click();
    await page.waitForURL(`${installation.url}/console/`);
    await page.getByRole('navigation').waitFor();
  }, 60_000);

  it('logs in by two steps from then on, and is told when a code is wrong', async () => {
    await page.getByRole('button', { name: 'Operator' }).click();
    await page.getByRole('menuitem', { name: '로그아웃' }).click();
    await logIn();
    await page.locator('input[name=code]').fill('aaaaaa-bbbbbb');
    await testId(page, 'code-submit').click();
    await testId(page, 'login-fault').getByText(/./).waitFor();
    await page.locator('input[name=code]').fill(await app.code());
    await testId(page, 'code-submit').click();
    await page.getByRole('navigation').waitFor();
  }, 90_000);

  it('finds the district that waits, reads its application, and approves it', async () => {
    await page.getByRole('main').getByRole('link', { name: district.name }).click();
    await sees(page, '02-2148-1114');
    await sees(page, '서울특별시 종로구 1111000000');
    await testId(page, 'move-approve').click();
    await testId(page, 'ask-go').click();
    await page.getByRole('main').getByText('시범 이용', { exact: true }).waitFor();
    await testId(page, 'move-activate').waitFor();
    const { offices } = await createClient({ baseUrl: installation.url }).call('publicTenant', {
      params: { tenant: district.slug },
    });
    expect(offices).toEqual([]);
  }, 60_000);

  it('changes its plan, lengthens its trial, and counts what it uses', async () => {
    await page.getByRole('button', { name: '요금제 바꾸기' }).click();
    await page.getByRole('combobox', { name: '요금제' }).click();
    await page.getByRole('option', { name: '표준' }).click();
    await testId(page, 'ask-go').click();
    await sees(page, '1 / 800');
    await testId(page, 'move-extend').click();
    await page.getByLabel('며칠').fill('10');
    await testId(page, 'ask-go').click();
    await sees(page, '연장했습니다.');
    await page.getByRole('button', { name: '지금 집계' }).click();
    await sees(page, '집계했습니다.');
    await sees(page, '하루 번호표');
  }, 60_000);

  it('suspends it for a reason that stands on its page, and lets it go on', async () => {
    await testId(page, 'move-suspend').click();
    await testId(page, 'ask-go').click();
    await sees(page, '사유를 5자 이상 적어 주십시오.');
    await page.locator('textarea[name=reason]').fill('계약 확인이 끝날 때까지');
    await testId(page, 'ask-go').click();
    await page.getByRole('main').getByText('계약 확인이 끝날 때까지').first().waitFor();
    await page.getByRole('button', { name: /정지 해제|예정된 변경 취소/ }).click();
    await sees(page, '다시 이용할 수 있습니다.');
  }, 60_000);

  it('searches, filters and sorts the list on the server', async () => {
    await menu(page, '기관');
    const rows = page.getByRole('main').locator('tbody tr');
    await rows.first().waitFor();
    await page.locator('input[name=q]').fill('없는 기관');
    await sees(page, '조건에 맞는 자료가 없습니다.');
    await page.locator('input[name=q]').fill(district.slug);
    await rows.getByText(district.name, { exact: true }).waitFor();
    expect(await rows.count()).toBe(1);
  }, 60_000);

  it('finds all this in the platform’s audit', async () => {
    await menu(page, '감사 기록');
    await testId(page, 'audit-chain').getByText('온전합니다').waitFor();
  }, 60_000);

  it.each(['', 'tenants', 'erasures', 'health', 'audit'])(
    'sees pages without a serious fault: /%s',
    async (path) => {
      await page.goto(`${installation.url}/console/${path}`);
      await page.getByRole('navigation').waitFor();
      await page.waitForLoadState('networkidle');
      expect(await seriousFaults(page)).toEqual([]);
    },
    60_000,
  );
});

describe('a region at the console', () => {
  it('reads its figures, and has nothing else in its menu', async () => {
    const person = { email: 'reader@seoul.example', name: '서울시 담당', password: 'a-reader-of-figures-1' };
    await (
      await operatorClient()
    ).call('regionCreate', { body: { slug: 'seoul-si', name: '서울특별시', prefix: '11', person } });
    const reader = await openWindow(browser, `${installation.url}/console/`, { width: 768, height: 1024 });
    await knock(reader, person);
    await sees(reader, '이 기간에는 보여 드릴 통계가 없습니다.');
    expect(await reader.getByRole('menuitem').allInnerTexts()).toEqual(['첫 화면', '지역 통계']);
    expect(await seriousFaults(reader)).toEqual([]);
  }, 60_000);
});
