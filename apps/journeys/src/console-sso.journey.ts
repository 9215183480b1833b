import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ssoCallbackPath } from '@sunbeon/contract';
import type { Browser, Page } from 'playwright-core';
import { client, TestProvider } from '../../../tools/testing/oidc.ts';
import { inBothLanguages, isAccessible, seriousFaults } from './support/accessible.ts';
import { button, knock, menu, ownerAtConsole, picture, type AtConsole } from './support/console.ts';
import type { DemoOffice } from './support/demo-office.ts';
import { openWindow, sees, testId } from './support/pages.ts';

const desktop = { width: 1280, height: 900 };

let office: DemoOffice;
let provider: TestProvider;
let browser: Browser;
let owner: Page;
let complaints: AtConsole['complaints'];
let stop: AtConsole['stop'];

beforeAll(async () => {
  // The tests' provider stands on this machine, where a real one never would.
  ({ office, browser, owner, complaints, stop } = await ownerAtConsole({ SSO_PRIVATE_NETWORKS: '1' }));
  provider = new TestProvider(office.url + ssoCallbackPath);
  await provider.start();
}, 120_000);
afterAll(async () => {
  await provider.stop();
  await stop();
}, 60_000);

describe('an owner with an identity provider', () => {
  it('saves it, with what is wrong said beside each entry, and tests it', async () => {
    await menu(owner, '통합 로그인(SSO)');
    await sees(owner, `${office.url}${ssoCallbackPath}`);
    await testId(owner, 'sso-test').click();
    await owner.getByRole('alert').getByText(/./).first().waitFor();
    await picture(owner, 'sso-none');
    await owner.locator('input[name=clientId]').fill(client.id);
    await button(owner, '저장').click();
    await sees(owner, '꼭 입력해 주십시오');
    expect(await seriousFaults(owner)).toEqual([]);
    await owner.locator('input[name=issuer]').fill('http://127.0.0.1:9');
    await owner.locator('input[name=clientSecret]').fill(client.secret);
    await button(owner, '저장').click();
    await sees(owner, '저장했습니다.');
    await testId(owner, 'sso-test').click();
    await sees(owner, /연결하지 못했습니다|연결할 수 없습니다/);
    await picture(owner, 'sso-unreachable');
    await owner.locator('input[name=issuer]').fill(provider.issuer);
    await owner.locator('input[name=clientSecret]').fill(client.secret);
    await button(owner, '저장').click();
    await sees(owner, '저장된 값이 있습니다. 바꿀 때만 입력하십시오.');
    await testId(owner, 'sso-test').click();
    await owner.locator('.MuiAlert-colorSuccess').getByText('통합 로그인').waitFor();
    await picture(owner, 'sso-good');
  }, 60_000);
});

describe('somebody at a counter', () => {
  it('logs in by it on a machine that knows whose it is, and is at the counters', async () => {
    const clerk = office.clerk('1');
    const page = await openWindow(browser, `${office.url}/counter/?tenant=seongdong`, desktop);
    const way = testId(page, 'sso').filter({ hasText: '성동구 통합 로그인(SSO)' });
    await way.waitFor();
    await picture(page, 'counter-door');
    await isAccessible(page);
    provider.subject = undefined; // Cancelled there.
    await way.click();
    await testId(page, 'sso-fault').waitFor();
    await picture(page, 'sso-refused');
    provider.subject = { sub: 'clerk-1', email: clerk.email, name: '김 주무관' };
    await testId(page, 'sso').getByRole('link').click();
    await testId(page, 'choose-1').waitFor();
    expect(page.url()).toBe(`${office.url}/counter/?tenant=seongdong`);
    await page.context().close();
  }, 60_000);

  it('is asked whose it is on a machine that does not know, which knows from then on', async () => {
    const clerk = office.clerk('2');
    const page = await openWindow(browser, `${office.url}/counter/?office=main`, desktop);
    await testId(page, 'sso').filter({ hasText: '기관 통합 로그인(SSO)' }).click();
    await testId(page, 'sso-question').waitFor();
    await picture(page, 'sso-question');
    await inBothLanguages(page);
    await page.locator('[name=tenant]').fill('성동');
    await testId(page, 'sso-go').click();
    await sees(page, '영문 소문자로 시작하는 기관 주소를 입력해 주십시오');
    await page.locator('[name=tenant]').fill('nowhere');
    await testId(page, 'sso-go').click();
    await sees(page, 'nowhere 기관의 통합 로그인이 없습니다');
    await picture(page, 'sso-question-none');
    await isAccessible(page);
    await page.locator('[name=tenant]').fill('seongdong');
    await testId(page, 'sso-go').click();
    provider.subject = { sub: 'clerk-2', email: clerk.email, name: '이 주무관' };
    await testId(page, 'sso').getByRole('link').click();
    await testId(page, 'choose-2').waitFor();
    expect(page.url()).toBe(`${office.url}/counter/?office=main`);
    await page.getByRole('button', { name: '로그아웃' }).click();
    await testId(page, 'sso').filter({ hasText: '성동구 통합 로그인(SSO)' }).waitFor();
    await page.context().close();
  }, 60_000);
});

describe('the door of the console', () => {
  it('leads the same way, and back to the page that was wanted', async () => {
    const page = await openWindow(browser, `${office.url}/console/devices?tenant=seongdong`, desktop);
    provider.subject = { sub: 'chief', email: 'owner@seongdong.example', name: '관리자' };
    await testId(page, 'sso').filter({ hasText: '성동구 통합 로그인(SSO)' }).waitFor();
    await picture(page, 'console-door');
    expect(await seriousFaults(page)).toEqual([]);
    await testId(page, 'sso').click();
    await page.getByRole('navigation').waitFor();
    expect(new URL(page.url()).pathname).toBe('/console/devices');
    await page.context().close();
  }, 60_000);

  it('offers none on a machine whose institution has none', async () => {
    await menu(owner, '통합 로그인(SSO)');
    await button(owner, '설정 지우기').click();
    await testId(owner, 'ask-go').click();
    await sees(owner, '설정을 지웠습니다.');
    const page = await openWindow(browser, `${office.url}/counter/?tenant=seongdong`, desktop);
    await testId(page, 'log-in').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await testId(page, 'sso').count()).toBe(0);
    await knock(page, office.clerk('1'));
    await testId(page, 'choose-1').waitFor();
  }, 60_000);
});

it('writes nothing into the browser’s console', () => expect(complaints).toEqual([]));
