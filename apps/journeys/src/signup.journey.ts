import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/testing/browser.ts';
import { fits, inBothLanguages, isAccessible } from './support/accessible.ts';
import { authenticatorOf } from './support/authenticator.ts';
import { startInstallation, type Installation } from './support/installation.ts';
import { openWindow, sees, testId } from './support/pages.ts';

const stranger = { email: 'hong@damyang.example', password: 'bamboo-and-noodles', name: '홍길동' };
const colleague = { email: 'kim@damyang.example', password: 'counter-number-five', name: '김창구' };
const district = '담양군청';
const office = '담양군 종합민원실';

let installation: Installation;
let browser: Browser;
let page: Page;
let startedAt = 0;

beforeAll(async () => {
  installation = await startInstallation({ SIGNUP_APPROVAL: 'manual' });
  browser = await launchBrowser();
  page = await openWindow(browser, `${installation.url}/signup/`, { width: 1280, height: 900 });
  startedAt = Date.now();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await installation.stop();
}, 60_000);

const fill = (where: Page, name: string, value: string) => where.locator(`main [name="${name}"]`).fill(value);
const next = (where: Page) => testId(where, 'setup-next').click();

/** The page once more as a phone shows it, and dark. */
async function onPhone(): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await isAccessible(page);
  await fits(page);
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize({ width: 1280, height: 900 });
}

describe('a district signs up', () => {
  it('is told what is missing, beside each entry, and goes to the first', async () => {
    await testId(page, 'apply').waitFor();
    await inBothLanguages(page);
    await testId(page, 'apply-submit').click();
    await sees(page, '기관명을 입력해 주십시오.');
    await sees(page, '약관을 읽고 동의해 주십시오.');
    await page.locator('[name=name]:focus').waitFor();
    await isAccessible(page);
    await onPhone();
  }, 60_000);

  it('sees while typing whether its address can be had', async () => {
    await fill(page, 'slug', 'Console');
    expect(await page.locator('[name=slug]').inputValue()).toBe('console');
    await sees(page, '시스템이 쓰는 낱말이라 쓸 수 없습니다.');
    await fill(page, 'slug', 'damyang');
    await testId(page, 'slug-free').waitFor();
  }, 60_000);

  it('applies, and is asked to look into its mail', async () => {
    await fill(page, 'name', district);
    await page.locator('[name=province]').selectOption({ label: '전라남도' });
    await page.locator('[name=district]').selectOption({ label: '담양군' });
    await sees(page, '행정기관코드 4671000000');
    await fill(page, 'contact', stranger.name);
    await fill(page, 'email', stranger.email);
    await fill(page, 'phone', '061-380-3114');
    await page.getByText('이용약관 읽기').click();
    await isAccessible(page);
    await page.locator('[name=terms]').check();
    await testId(page, 'apply-submit').click();
    await testId(page, 'sent').waitFor();
    await sees(page, stranger.email);
    await inBothLanguages(page);
    await onPhone();
  }, 60_000);

  it('may correct what it entered without typing it all again', async () => {
    await page.getByRole('link', { name: '주소를 고쳐 다시 신청하기' }).click();
    expect(await page.locator('[name=name]').inputValue()).toBe(district);
    expect(await page.locator('[name=email]').inputValue()).toBe(stranger.email);
  }, 60_000);

  it('follows the link of the letter and chooses a password', async () => {
    const link = installation.url + (await installation.linkIn(stranger.email, '/signup/confirm'));
    await page.goto(link);
    await testId(page, 'confirm').waitFor();
    await inBothLanguages(page, [district]);
    await fill(page, 'password', 'password12');
    await testId(page, 'confirm-submit').click();
    await sees(page, '널리 알려진 비밀번호입니다.');
    await isAccessible(page);
    await fill(page, 'password', stranger.password);
    await testId(page, 'confirm-submit').click();
    await testId(page, 'second-factor').waitFor();
    expect(page.url()).not.toContain('#');
    const again = await openWindow(browser, link, { width: 360, height: 740 });
    await testId(again, 'confirm-dead').waitFor();
    await inBothLanguages(again);
    await again.context().close();
  }, 60_000);

  it('sets up its second factor', async () => {
    const app = await authenticatorOf(page);
    await fill(page, 'code', await app.code());
    await testId(page, 'enrol-submit').click();
    await testId(page, 'codes').waitFor();
    await testId(page, 'codes-kept').check();
    await testId(page, 'codes-go-on').click();
    await testId(page, 'setup-office').waitFor();
    await sees(page, '운영자의 승인을 기다리고 있습니다.');
    await inBothLanguages(page);
  }, 60_000);
});

describe('the guided set-up', () => {
  it('begins with a template, and wants a name', async () => {
    await next(page);
    await sees(page, '민원실 이름을 입력해 주십시오.');
    await onPhone();
    await page.getByRole('radio', { name: /군청/ }).check();
    await fill(page, 'office-name', office);
    await fill(page, 'office-address', '전라남도 담양군 담양읍 추성로 1371');
    await next(page);
  }, 60_000);

  it('has the services named and numbered, and says when numbers meet', async () => {
    await testId(page, 'setup-services').waitFor();
    await inBothLanguages(page);
    const certificates = testId(page, 'service-CERTIFICATES');
    const last = certificates.getByLabel(/마지막 번호/);
    const was = await last.inputValue();
    await last.fill('899');
    await next(page);
    await sees(page, '다른 업무와 번호가 일부만 겹칩니다.');
    await isAccessible(page);
    await onPhone();
    await last.fill(was);
    await certificates.getByLabel(/업무 이름/).fill('등·초본 등 제증명');
    await testId(page, 'service-WELFARE').getByRole('checkbox').check();
    await next(page);
  }, 60_000);

  it('can be left and taken up again where it was', async () => {
    await testId(page, 'setup-counters').waitFor();
    await inBothLanguages(page);
    await page.getByRole('button', { name: '하나 늘리기' }).click();
    expect(await page.locator('[name=counters]').inputValue()).toBe('6');
    await page.goto(`${installation.url}/signup/setup/counters`);
    await testId(page, 'setup-counters').waitFor();
    expect(await page.locator('[name=counters]').inputValue()).toBe('6');
    await fill(page, 'counters', '0');
    await next(page);
    await sees(page, '1~60 사이의 수를 입력해 주십시오.');
    await fill(page, 'counters', '6');
    await next(page);
  }, 60_000);

  it('makes the office with its hours', async () => {
    await testId(page, 'setup-hours').waitFor();
    await inBothLanguages(page);
    await onPhone();
    const opens = page.getByLabel('월요일 여는 시각');
    await opens.fill('19:00');
    await testId(page, 'setup-make').click();
    await sees(page, '여는 시각이 닫는 시각보다 빨라야 합니다.');
    await isAccessible(page);
    await opens.fill('09:00');
    await page.getByLabel('월요일 야간 민원실').check();
    await testId(page, 'setup-make').click();
    await testId(page, 'setup-staff').waitFor();
    await sees(page, `민원실을 만들었습니다: ${office}`);
  }, 60_000);

  it('invites a colleague, who accepts by the link of a letter and is at work', async () => {
    await inBothLanguages(page);
    await testId(page, 'invite-submit').click();
    await sees(page, '이름을 입력해 주십시오.');
    await fill(page, 'name', colleague.name);
    await fill(page, 'email', colleague.email);
    await testId(page, 'invite-submit').click();
    await sees(page, `${colleague.email} 주소로 초대 메일을 보냈습니다.`);
    await onPhone();
    const link = installation.url + (await installation.linkIn(colleague.email, '/signup/invitation'));
    const theirs = await openWindow(browser, link, { width: 360, height: 740 });
    await testId(theirs, 'invitation').waitFor();
    await inBothLanguages(theirs, [district]);
    await fill(theirs, 'password', colleague.password);
    await testId(theirs, 'accept-submit').click();
    await theirs.waitForURL('**/counter/**');
    await theirs.goto(`${installation.url}/signup/setup`);
    await testId(theirs, 'setup-refused').waitFor();
    await inBothLanguages(theirs);
    await theirs.goto(`${installation.url}/signup/account`);
    await testId(theirs, 'account').waitFor();
    await theirs.goto(link);
    await theirs.reload();
    await testId(theirs, 'invitation-dead').waitFor();
    await theirs.context().close();
  }, 60_000);

  it('sees the kiosk connected that is opened in another window', async () => {
    await page.goto(`${installation.url}/signup/setup`);
    await testId(page, 'setup-kiosk').waitFor();
    await testId(page, 'make-code').click();
    const code = await testId(page, 'pairing-code').innerText();
    await inBothLanguages(page);
    await onPhone();
    const kiosk = await openWindow(browser, `${installation.url}/kiosk/`, { width: 1080, height: 1920 });
    await kiosk.locator('#pair-code').fill(code);
    await testId(kiosk, 'pair-submit').click();
    await testId(kiosk, 'screen-start').waitFor();
    await testId(page, 'kiosk-paired').waitFor();
    await inBothLanguages(page);
    await next(page);
    await testId(page, 'setup-ticket').waitFor();
    await inBothLanguages(page);
    await drawTicket(kiosk);
    await testId(page, 'setup-done').waitFor();
  }, 120_000);

  it('is done, in less than ten minutes, and says where everything is', async () => {
    await sees(page, '다 되었습니다');
    await sees(page, '운영자가 승인하면 주민에게 공개되고, 메일로 알려 드립니다.');
    expect(await testId(page, 'link-public').count()).toBe(0);
    await inBothLanguages(page);
    await onPhone();
    expect(Date.now() - startedAt).toBeLessThan(10 * 60_000);
  }, 60_000);

  it('has its page for residents once the operator says yes', async () => {
    const operator = await installation.operator();
    const { rows } = await operator.call('tenantPage', { query: { q: 'damyang' } });
    await operator.call('tenantApprove', { params: { id: rows[0]?.id ?? '' }, body: {} });
    await page.reload();
    await testId(page, 'link-public').click();
    await sees(page, office);
    await sees(page, '등·초본 등 제증명');
  }, 60_000);
});

/** A visitor takes a ticket for the first service that the kiosk offers. */
async function drawTicket(kiosk: Page): Promise<void> {
  const choices = kiosk.locator('[data-testid^="service-"], [data-testid^="group-"]');
  const take = testId(kiosk, 'take-ticket');
  while ((await take.count()) === 0) {
    await choices.first().click();
    await take.or(choices).first().waitFor();
  }
  await take.click();
  await testId(kiosk, 'ticket-number').waitFor();
}
