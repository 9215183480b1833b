import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { fits, seriousFaults } from './support/accessible.ts';
import { button, menu, openConsole, ownerAtConsole, ownerOf, picture, type AtConsole } from './support/console.ts';
import type { DemoOffice } from './support/demo-office.ts';
import { openWindow, sees, testId } from './support/pages.ts';

let office: DemoOffice;
let browser: Browser;
let owner: Page;
let complaints: AtConsole['complaints'];
let stop: AtConsole['stop'];

beforeAll(async () => {
  ({ office, browser, owner, complaints, stop } = await ownerAtConsole());
}, 120_000);
afterAll(() => stop(), 60_000);

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);
/** The form of the service that is called so. */
async function openService(page: Page, name: string): Promise<void> {
  await menu(page, '업무');
  await page.getByRole('cell', { name, exact: true }).click();
  await field(page, 'name.ko').waitFor();
}

describe('a service in the console', () => {
  it('is renamed, and the kiosk says so without being touched', async () => {
    const kiosk = await openWindow(browser, office.screen('kiosk'), { width: 1080, height: 1920 });
    await kiosk.getByText('여권', { exact: true }).first().click();
    await sees(kiosk, '여권 접수');
    await openService(owner, '여권 접수');
    await picture(owner, 'service-edit');
    await field(owner, 'name.ko').fill('여권 신청');
    await owner.getByRole('tab', { name: '영어' }).click();
    await field(owner, 'name.en').fill('Passport, new');
    await button(owner, '저장').click();
    await owner.getByRole('cell', { name: '여권 신청', exact: true }).waitFor();
    await picture(owner, 'service-list');
    await kiosk.getByText('여권 신청').first().waitFor({ timeout: 45_000 });
    await kiosk.context().close();
  }, 90_000);

  it('is refused numbers of another, and what was typed stays', async () => {
    await openService(owner, '여권 신청');
    await field(owner, 'numbers.from').fill('1');
    await field(owner, 'numbers.to').fill('999');
    await button(owner, '저장').click();
    await sees(owner, '입력한 내용이 형식에 맞지 않습니다.');
    expect(await field(owner, 'numbers.to').inputValue()).toBe('999');
  }, 60_000);

  it('is changed by two at once: the second sees both, and decides', async () => {
    const other = await openConsole(browser, office.url, ownerOf(office));
    await openService(owner, '여권 신청');
    await openService(other, '여권 신청');
    await field(other, 'targetMinutes').fill('11');
    await button(other, '저장').click();
    await other.getByRole('cell', { name: '여권 신청', exact: true }).waitFor();
    await field(owner, 'targetMinutes').fill('12');
    await button(owner, '저장').click();
    const clash = testId(owner, 'clash');
    await clash.getByRole('row', { name: '처리 목표(분) 12 11' }).waitFor();
    await picture(owner, 'service-clash');
    await testId(owner, 'keep-mine').click();
    const row = owner.getByRole('row', { name: /여권 신청/ });
    await row.getByText('12', { exact: true }).waitFor();
    await other.context().close();
  }, 60_000);

  it('is archived only when nothing needs it: it says what does', async () => {
    await office.draw('PASSPORT_APPLY');
    await openService(owner, '여권 신청');
    await testId(owner, 'archive').click();
    await testId(owner, 'ask-go').click();
    await testId(owner, 'uses').getByText('오늘 번호표').waitFor();
    await picture(owner, 'service-in-use');
    await button(owner, '취소').click();
  }, 60_000);
});

describe('a counter in the console', () => {
  it('is added with its services in order, archived and restored', async () => {
    await menu(owner, '창구');
    await owner.getByRole('link', { name: '추가' }).click();
    await picture(owner, 'counter-empty');
    await field(owner, 'number').fill('99');
    await field(owner, 'name.ko').fill('특별 창구');
    for (const name of ['여권 신청', '여권 찾기(교부)']) {
      await testId(owner, 'ordered-services').getByRole('combobox').click();
      await owner.getByRole('option', { name, exact: true }).click();
    }
    await button(owner, '여권 찾기(교부) 위로').click();
    await picture(owner, 'counter-create');
    await button(owner, '저장').click();
    await owner.getByRole('cell', { name: '여권 찾기(교부) → 여권 신청' }).waitFor();
    await picture(owner, 'counter-list');
    await owner.getByRole('cell', { name: '특별 창구', exact: true }).click();
    await testId(owner, 'archive').click();
    await testId(owner, 'ask-go').click();
    await testId(owner, 'restore').click();
    await testId(owner, 'archive').waitFor();
  }, 60_000);
});

describe('an unmanned kiosk in the console', () => {
  it('is put into the directory, told to be out of order, and residents see both', async () => {
    await menu(owner, '무인민원발급기');
    await owner.getByRole('link', { name: '무인민원발급기 추가' }).waitFor();
    await picture(owner, 'machine-none');
    await owner.getByRole('link', { name: '무인민원발급기 추가' }).click();
    await field(owner, 'code').fill('SD-01');
    await field(owner, 'place.ko').fill('구청 정문 옆 옥외 부스');
    await field(owner, 'mapUrl').fill('http://map.example');
    await field(owner, 'hours.allDay').click();
    await button(owner, '저장').click();
    await sees(owner, 'https://로 시작하는 주소를 적어 주십시오');
    await sees(owner, '운영 시간을 확인해 주십시오');
    await field(owner, 'mapUrl').fill('https://map.example/270');
    await owner.getByRole('button', { name: '월요일 시간 추가' }).click();
    await button(owner, '월요일 시간을 화~금요일에도 적용').click();
    await owner.getByLabel('주민등록', { exact: true }).check();
    await field(owner, 'certificateKinds').fill('84');
    await picture(owner, 'machine-create');
    await button(owner, '저장').click();
    await owner.getByRole('cell', { name: '구청 정문 옆 옥외 부스', exact: true }).waitFor();
    await owner.getByRole('combobox', { name: '구청 정문 옆 옥외 부스 상태' }).click();
    await owner.getByRole('option', { name: '고장' }).click();
    await sees(owner, '상태를 바꿨습니다.');
    await picture(owner, 'machine-list');
    const page = await openWindow(browser, `${office.url}/seongdong/main`, { width: 390, height: 900 });
    await page.waitForFunction(async () => (await (await fetch(location.href)).text()).includes('고장'));
    await page.reload();
    await sees(page, '구청 정문 옆 옥외 부스');
    await page.locator('section.machines').scrollIntoViewIfNeeded();
    await picture(page, 'machine-resident');
    await page.context().close();
  }, 90_000);
});

describe('the text of a letter in the console', () => {
  it('is written beside what its reader sees, held to what must stand in it, and set back', async () => {
    await menu(owner, '알림 문구');
    await picture(owner, 'texts-list');
    await owner.getByRole('cell', { name: '담당자 초대', exact: true }).click();
    const body = field(owner, 'texts.ko.body');
    await body.fill('{name} 님, 어서 오십시오.');
    await sees(owner, '{link}이(가) 꼭 들어가야 합니다');
    await button(owner, '주소(링크) {link} · 꼭 필요 넣기').click();
    expect(await body.inputValue()).toBe('{name} 님, 어서 오십시오.{link}');
    await testId(owner, 'preview-letter').getByText('김민원 님, 어서 오십시오.https://').waitFor();
    await picture(owner, 'texts-letter');
    await button(owner, '저장').click();
    const row = owner.getByRole('row', { name: /담당자 초대/ });
    await row.getByText('고친 문구').waitFor();
    await row.click();
    await testId(owner, 'reset').click();
    await testId(owner, 'ask-go').click();
    await row.getByText('기본 문구').waitFor();
    await owner.getByRole('cell', { name: '호출했을 때', exact: true }).click();
    await sees(owner, '민원인 알림은 아직 보내지 않습니다.');
    await field(owner, 'texts.ko.sms').fill(`{number}번 {counter}번 창구 ${'가'.repeat(40)}`);
    await sees(owner, '장문(LMS)으로 나갑니다');
    await picture(owner, 'texts-notice');
    expect(await seriousFaults(owner)).toEqual([]);
    await fits(owner);
  }, 90_000);
});

describe('the pages of services and counters', () => {
  it.each([
    'services',
    'services/create',
    'counters',
    'unmanned-kiosks',
    'unmanned-kiosks/create',
    'notification-texts',
  ])(
    'have no serious fault, and fit a tablet: /%s',
    async (path) => {
      await owner.goto(`${office.url}/console/${path}`);
      await owner.getByRole('navigation').waitFor();
      await owner.waitForLoadState('networkidle');
      expect(await seriousFaults(owner)).toEqual([]);
      await owner.setViewportSize({ width: 768, height: 1024 });
      await fits(owner);
      await owner.setViewportSize({ width: 1440, height: 900 });
    },
    60_000,
  );

  it('write nothing into the browser’s console', () => expect(complaints).toEqual([]));
});
