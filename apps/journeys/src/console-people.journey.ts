import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '@sunbeon/client';
import { TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import type { DemoLogin } from '../../../tools/seed/demo-file.ts';
import { seriousFaults } from './support/accessible.ts';
import { button, knock, menu, ownerAtConsole, picture, type AtConsole } from './support/console.ts';
import type { DemoOffice } from './support/demo-office.ts';
import { openWindow, sees, testId } from './support/pages.ts';

const desktop = { width: 1280, height: 900 };

let office: DemoOffice;
let browser: Browser;
let owner: Page;
let complaints: AtConsole['complaints'];
let stop: AtConsole['stop'];

beforeAll(async () => {
  ({ office, browser, owner, complaints, stop } = await ownerAtConsole());
}, 120_000);
afterAll(() => stop(), 60_000);

const main = () => owner.getByRole('main');

/** Opens somebody's page from the list. */
async function openPerson(login: DemoLogin): Promise<void> {
  await menu(owner, '담당자');
  await main().getByRole('cell', { name: login.email, exact: true }).click();
  await button(owner, '사용 중지').waitFor();
}

/** Whether an account is let in by its password alone: `in`, or the code of the refusal. */
async function letIn({ email, password }: DemoLogin): Promise<string> {
  return createClient({ baseUrl: office.url })
    .call('login', { body: { email, password } })
    .then(
      () => 'in',
      (error: { code: string }) => error.code,
    );
}

describe('a broken kiosk', () => {
  it('shows as an alert, which somebody takes upon them', async () => {
    const device = createClient({ baseUrl: office.url, authorization: () => `Device ${office.device('kiosk').token}` });
    await device.call('heartbeat', { body: { printer: 'paper_end' } });
    await menu(owner, '기기 알림');
    const row = main().getByRole('row', { name: /현관 번호표 발권기/ });
    await row.getByText('확인 필요').waitFor();
    await row.getByText('프린터를 살펴봐야 합니다 (종이 없음)').waitFor();
    await picture(owner, 'alerts');
    await row.getByRole('button', { name: '확인' }).click();
    await sees(owner, '확인했습니다.');
    await row.getByText('확인함', { exact: true }).waitFor();
    expect(await row.getByRole('button').count()).toBe(0);
    await device.call('heartbeat', { body: { printer: 'ok' } });
    await sees(owner, '현관 번호표 발권기: 정상으로 돌아왔습니다.');
  }, 60_000);

  it('is replaced by a new one, under the same name and settings; the old one is no kiosk any more', async () => {
    const old = await openWindow(browser, office.screen('kiosk'), { width: 1080, height: 1920 });
    await testId(old, 'screen-start').waitFor();
    await menu(owner, '기기');
    await main().getByRole('cell', { name: '현관 번호표 발권기', exact: true }).click();
    await button(owner, '새 기기로 교체').click();
    await sees(owner, '지금 기기는 바로 끊기고');
    await picture(owner, 'device-replace');
    await testId(owner, 'ask-go').click();
    const code = await testId(owner, 'pairing-code').innerText();
    await testId(old, 'revoked').waitFor();
    await picture(owner, 'device-code');

    const fresh = await openWindow(browser, `${office.url}/kiosk/`, { width: 1080, height: 1920 });
    await fresh.locator('#pair-code').fill(code);
    await testId(fresh, 'pair-submit').click();
    await testId(fresh, 'language-vi').waitFor();
    await testId(owner, 'pair-done').waitFor();
    await testId(owner, 'pair-close').click();
    await old.context().close();

    await fresh.evaluate(() => document.body.setAttribute('data-old', ''));
    const loaded = fresh.waitForEvent('load');
    await button(owner, '화면 다시 불러오기').click();
    await sees(owner, '기기에 전달했습니다.');
    await loaded;
    await testId(fresh, 'screen-start').waitFor();
    expect(await fresh.evaluate(() => document.body.hasAttribute('data-old'))).toBe(false);
    await picture(owner, 'device-show');
    await fresh.context().close();
  }, 90_000);
});

describe('somebody of the institution', () => {
  it('gets another role and name, which count at once', async () => {
    const clerk = office.clerk('1');
    await openPerson(clerk);
    await picture(owner, 'staff-show');
    await owner.getByRole('link', { name: '역할·민원실 바꾸기' }).click();
    await owner.getByRole('checkbox', { name: '창구 담당자' }).uncheck();
    await button(owner, '저장').click();
    await sees(owner, '꼭 입력해 주십시오');
    await picture(owner, 'staff-edit-empty');
    expect(await seriousFaults(owner)).toEqual([]);
    await owner.getByRole('checkbox', { name: '민원 안내도우미' }).check();
    await owner.locator('input[name=name]').fill('안내 도우미');
    await owner.getByLabel('맡은 민원실').click();
    await owner.getByRole('option', { name: '성동구 종합민원실' }).click();
    await owner.keyboard.press('Escape');
    await button(owner, '저장').click();
    await main().getByText('민원 안내도우미').waitFor();
    await main().getByText('기관 전체').waitFor();
    const { permissions, offices } = await (await office.client(clerk)).call('me');
    expect(permissions).toContain('ticket.issue');
    expect(permissions).not.toContain('counter.operate');
    expect(offices.map(({ slug }) => slug)).toEqual(['main']);
  }, 60_000);

  it('is seen where they are logged in, and is logged out there', async () => {
    const clerk = office.clerk('2');
    const desk = await openWindow(browser, `${office.url}/counter/`, desktop);
    await knock(desk, clerk);
    await testId(desk, 'choose-2').click();
    await testId(desk, 'desk').waitFor();
    await office.client(clerk);
    await openPerson(clerk);
    const sessions = owner.getByRole('region', { name: '로그인한 곳' }).getByRole('row');
    await sessions.nth(2).waitFor();
    await picture(owner, 'staff-sessions');
    expect(await sessions.count()).toBe(3);
    await owner.getByRole('button', { name: '모두 끊기' }).click();
    await sees(owner, '2곳을 끊었습니다.');
    await sees(owner, '지금 로그인한 곳이 없습니다.');
    await testId(desk, 'log-in').waitFor();
    await desk.context().close();
  }, 60_000);

  it('whose phone is lost gets in without its codes, once an owner has made sure who it is', async () => {
    const clerk = office.clerk('3');
    const own = await office.client(clerk);
    const { secret } = await own.call('secondFactorBegin', { body: { password: clerk.password } });
    await own.call('secondFactorConfirm', { body: { code: new TOTP({ secret }).generate() } });
    expect(await letIn(clerk)).toBe('second_factor_required');
    await openPerson(clerk);
    await button(owner, '2단계 인증 초기화').click();
    await sees(owner, '본인인지 직접 확인한 뒤에 하십시오.');
    await testId(owner, 'ask-go').click();
    await sees(owner, '2단계 인증을 초기화했습니다.');
    await button(owner, '2단계 인증 초기화').waitFor({ state: 'detached' });
    expect(await letIn(clerk)).toBe('in');
  }, 60_000);

  it('who has left is let in no more, until they come back', async () => {
    const clerk = office.clerk('4');
    await openPerson(clerk);
    await button(owner, '사용 중지').click();
    await button(owner, '취소').click();
    expect(await letIn(clerk)).toBe('in');
    await button(owner, '사용 중지').click();
    await testId(owner, 'ask-go').click();
    await sees(owner, '사용을 중지했습니다.');
    expect(await letIn(clerk)).toBe('bad_credentials');
    await button(owner, '다시 사용').click();
    await sees(owner, '다시 사용할 수 있습니다.');
    expect(await letIn(clerk)).toBe('in');
  }, 60_000);
});

describe('the log-in policy', () => {
  it('asks staff for a second factor from their next log-in on', async () => {
    const clerk = office.clerk('5');
    expect(await letIn(clerk)).toBe('in');
    await menu(owner, '로그인 정책');
    await owner.locator('input[name=idleMinutes]').fill('3');
    await button(owner, '저장').click();
    await sees(owner, '5 이상');
    await picture(owner, 'policy-wrong');
    expect(await seriousFaults(owner)).toEqual([]);
    await owner.locator('input[name=idleMinutes]').fill('20');
    for (const role of ['팀장', '창구 담당자', '민원 안내도우미', '조회만'])
      await owner.getByRole('checkbox', { name: role }).check();
    await button(owner, '저장').click();
    await sees(owner, '저장했습니다.');
    const desk = await openWindow(browser, `${office.url}/counter/`, desktop);
    await knock(desk, clerk);
    await testId(desk, 'enrol-first').waitFor();
    await owner.reload();
    await owner.getByRole('checkbox', { name: '팀장', checked: true }).waitFor();
    await desk.context().close();
  }, 60_000);
});

it('writes nothing into the browser’s console', () => expect(complaints).toEqual([]));
