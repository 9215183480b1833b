import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/testing/browser.ts';
import { inBothLanguages, isAccessible } from './support/accessible.ts';
import { authenticatorOf, type Authenticator } from './support/authenticator.ts';
import { startInstallation, type Installation } from './support/installation.ts';
import { openWindow, sees, testId } from './support/pages.ts';

const phone = { width: 360, height: 740 };
const desktop = { width: 1280, height: 900 };
const owner = { email: 'owner@jongno.example', password: 'a-long-first-password' };

let installation: Installation;
let browser: Browser;
let page: Page;
let app: Authenticator;
let recoveryCode = '';

beforeAll(async () => {
  installation = await startInstallation();
  browser = await launchBrowser();
  const operator = await installation.operator();
  await operator.call('tenantCreate', {
    body: { slug: 'jongno', name: '종로구청', owner: { ...owner, name: '김종로' } },
  });
  page = await openWindow(browser, `${installation.url}/signup/account`, phone);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await installation.stop();
}, 60_000);

const fill = (where: Page, name: string, value: string) => where.locator(`main [name="${name}"]`).fill(value);

async function firstStep(where: Page, password: string): Promise<void> {
  await fill(where, 'email', owner.email);
  await fill(where, 'password', password);
  await testId(where, 'login-submit').click();
}

async function secondStep(where: Page, code: string): Promise<void> {
  await testId(where, 'second-step').waitFor();
  await fill(where, 'code', code);
  await testId(where, 'code-submit').click();
}

describe('an account', () => {
  it('is asked for first, and says the same of a wrong password and of an unknown e-mail', async () => {
    await testId(page, 'log-in').waitFor();
    await inBothLanguages(page);
    await testId(page, 'login-submit').click();
    await sees(page, '이메일 주소를 입력해 주십시오.');
    await firstStep(page, 'not-the-password');
    await sees(page, /이메일 또는 비밀번호가 맞지 않습니다/);
    const wrong = await testId(page, 'fault').innerText();
    await fill(page, 'email', 'nobody@jongno.example');
    const answered = page.waitForResponse('**/api/auth/login');
    await testId(page, 'login-submit').click();
    await answered;
    await sees(page, wrong);
    await isAccessible(page);
  }, 60_000);

  it('must have a second factor before anything else can be opened', async () => {
    await firstStep(page, owner.password);
    await testId(page, 'second-factor').waitFor();
    await inBothLanguages(page);
    await page.goto(`${installation.url}/signup/account`);
    await testId(page, 'second-factor').waitFor();
    app = await authenticatorOf(page);
    await fill(page, 'code', '000000');
    await testId(page, 'enrol-submit').click();
    await sees(page, '숫자가 맞지 않습니다');
    await isAccessible(page);
    await fill(page, 'code', await app.code());
    await testId(page, 'enrol-submit').click();
  }, 60_000);

  it('shows its recovery codes once, and goes on only when they are kept', async () => {
    await testId(page, 'codes').waitFor();
    await inBothLanguages(page);
    const codes = await page.locator('ol.codes code').allInnerTexts();
    expect(new Set(codes).size).toBe(10);
    recoveryCode = codes[0] ?? '';
    await testId(page, 'codes-go-on').click();
    await sees(page, '복구 코드를 보관한 뒤 위에 표시해 주십시오.');
    await testId(page, 'codes-kept').check();
    await testId(page, 'codes-go-on').click();
    await testId(page, 'account').waitFor();
    await inBothLanguages(page);
  }, 60_000);

  it('changes its password: the old one asked for, easy ones refused where they stand', async () => {
    await testId(page, 'password-open').click();
    await fill(page, 'current', 'not-my-password');
    await fill(page, 'password', 'a-long-second-password');
    await testId(page, 'password-submit').click();
    await sees(page, '지금 비밀번호가 맞지 않습니다.');
    await fill(page, 'current', owner.password);
    await fill(page, 'password', 'jongno owner 종로구청');
    await testId(page, 'password-submit').click();
    await sees(page, '비밀번호에 이메일, 이름, 기관 이름을 쓸 수 없습니다.');
    await isAccessible(page);
    await fill(page, 'password', 'a-long-second-password');
    await testId(page, 'password-submit').click();
    await sees(page, '비밀번호를 바꾸었습니다.');
    owner.password = 'a-long-second-password';
  }, 60_000);

  it('sets a PIN that is not easy to guess, and does without it again', async () => {
    await testId(page, 'pin-open').click();
    await fill(page, 'pin', '123456');
    await page.locator('[data-testid=pin-section] [name=password]').fill(owner.password);
    await testId(page, 'pin-submit').click();
    await sees(page, '짐작하기 쉬운 PIN입니다.');
    await fill(page, 'pin', '485913');
    await testId(page, 'pin-submit').click();
    await sees(page, 'PIN을 정했습니다.');
    await testId(page, 'pin-remove').click();
    await sees(page, 'PIN을 없앴습니다.');
  }, 60_000);

  it('is let in elsewhere by a recovery code, and ends that from here', async () => {
    const other = await openWindow(browser, `${installation.url}/signup/login?next=/signup/account`, desktop);
    await firstStep(other, owner.password);
    await testId(other, 'second-step').waitFor();
    await inBothLanguages(other);
    await testId(other, 'other-code').click();
    await fill(other, 'code', 'aaaaaa-bbbbbb');
    await testId(other, 'code-submit').click();
    await sees(other, '복구 코드가 맞지 않거나 이미 쓴 코드입니다.');
    await secondStep(other, recoveryCode);
    await testId(other, 'account').waitFor();
    await sees(other, '남은 복구 코드 9개');
    await page.reload();
    await testId(page, 'session-other').getByRole('button').click();
    await sees(page, '로그아웃했습니다.');
    await other.reload();
    await testId(other, 'log-in').waitFor();
    await other.context().close();
  }, 60_000);

  it('is given a new password by a letter, whose link works once', async () => {
    const lost = await openWindow(browser, `${installation.url}/signup/forgot`, desktop);
    await inBothLanguages(lost);
    await fill(lost, 'email', 'nobody@jongno.example');
    await testId(lost, 'forgot-submit').click();
    await testId(lost, 'forgot-sent').waitFor();
    await inBothLanguages(lost);
    await lost.goto(`${installation.url}/signup/forgot`);
    await fill(lost, 'email', owner.email);
    await testId(lost, 'forgot-submit').click();
    await testId(lost, 'forgot-sent').waitFor();
    const link = installation.url + (await installation.linkIn(owner.email, '/signup/reset'));
    await lost.goto(link);
    await inBothLanguages(lost);
    await fill(lost, 'password', 'short');
    await testId(lost, 'reset-submit').click();
    await sees(lost, '비밀번호는 10자 이상이어야 합니다. (지금 5자)');
    await fill(lost, 'password', 'a-long-third-password');
    await testId(lost, 'reset-submit').click();
    await sees(lost, '새 비밀번호로 바꾸었습니다.');
    owner.password = 'a-long-third-password';
    expect(lost.url()).not.toContain('#');
    await lost.goto(link);
    await fill(lost, 'password', 'a-long-fourth-password');
    await testId(lost, 'reset-submit').click();
    await testId(lost, 'reset-dead').waitFor();
    await inBothLanguages(lost);
    await lost.context().close();
  }, 90_000);

  it('logs in by both steps, goes where it was sent and nowhere else, and out again', async () => {
    await page.goto(`${installation.url}/signup/login?next=//evil.example/`);
    await testId(page, 'log-in').waitFor();
    await firstStep(page, owner.password);
    await secondStep(page, '000000');
    await sees(page, '인증번호가 맞지 않거나 이미 쓴 번호입니다.');
    await fill(page, 'code', await app.code());
    await testId(page, 'code-submit').click();
    await page.waitForURL(`${installation.url}/signup/setup*`);
    await testId(page, 'log-out').click();
    await sees(page, '로그아웃했습니다.');
  }, 120_000);

  it('keeps what was typed while there is no network, and says so', async () => {
    await page.context().setOffline(true);
    await testId(page, 'offline').waitFor();
    await firstStep(page, owner.password);
    await sees(page, '서버에 연결하지 못했습니다.');
    await isAccessible(page);
    expect(await page.locator('[name=email]').inputValue()).toBe(owner.email);
    await page.context().setOffline(false);
    await testId(page, 'offline').waitFor({ state: 'detached' });
    await testId(page, 'login-submit').click();
    await testId(page, 'second-step').waitFor();
  }, 60_000);

  it('says of a link without its secret, and of a page that is none, what to do', async () => {
    for (const [path, id] of [
      ['/signup/reset', 'reset-dead'],
      ['/signup/invitation', 'invitation-dead'],
      ['/signup/invitation#no-such-token', 'invitation-dead'],
      ['/signup/nothing-here', 'not-found'],
    ] as const) {
      await page.goto(installation.url + path);
      await page.reload();
      await testId(page, id).waitFor();
      await inBothLanguages(page);
    }
  }, 90_000);
});
