import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { fits, seriousFaults } from './support/accessible.ts';
import { button, menu, openConsole, ownerAtConsole, ownerOf, picture, type AtConsole } from './support/console.ts';
import type { DemoOffice } from './support/demo-office.ts';
import { sees, testId } from './support/pages.ts';

let office: DemoOffice;
let browser: Browser;
let owner: Page;
let complaints: AtConsole['complaints'];
let stop: AtConsole['stop'];

beforeAll(async () => {
  ({ office, browser, owner, complaints, stop } = await ownerAtConsole());
}, 120_000);
afterAll(() => stop(), 60_000);

const stored = async () => {
  const [found] = await (await office.client(ownerOf(office))).call('officeSettings');
  if (!found) throw new Error('the demo has no office');
  return found;
};
const saturday = (page: Page, end: '시작' | '끝') => page.getByLabel(`토요일 일반 시간 ${end}`);

describe('opening hours in the console', () => {
  it('are refused where they are impossible, beside the field', async () => {
    await menu(owner, '운영 시간');
    await button(owner, '토요일 일반 시간 시간 추가').click();
    await saturday(owner, '끝').fill('8');
    await testId(owner, 'save').click();
    await sees(owner, '끝이 시작보다 늦어야 합니다.');
    await picture(owner, 'hours');
    await saturday(owner, '끝').fill('13');
    await testId(owner, 'save').click();
    await sees(owner, '저장했습니다.');
    expect((await stored()).hours.week['6']).toEqual([{ from: '09:00', to: '13:00' }]);
  }, 60_000);

  it('have a year that is walked by keys, and a day in it is closed with its reason', async () => {
    const year = testId(owner, 'year');
    await year.locator('button[tabindex="0"]').focus();
    await owner.keyboard.press('End');
    await owner.keyboard.press('ArrowUp');
    await testId(owner, 'year-day').getByText('12월 24일').waitFor();
    await picture(owner, 'hours-year');
    await owner.keyboard.press('Enter');
    await owner.getByRole('textbox', { name: '사유' }).last().fill('청사 정전 공사');
    await testId(owner, 'save').click();
    await year.getByRole('button', { name: /12월 24일.*임시 휴무/ }).waitFor();
  }, 60_000);

  it('are saved once when the line drops in the middle of it', async () => {
    const before = await stored();
    await owner.route('**/hours', async (route) => {
      await route.fetch(); // it arrives, and its answer is lost
      await route.abort();
    });
    await saturday(owner, '끝').fill('14:00');
    await testId(owner, 'save').click();
    await testId(owner, 'unclear').waitFor();
    await picture(owner, 'hours-unclear');
    expect(await saturday(owner, '끝').inputValue()).toBe('14:00');
    await owner.unroute('**/hours');
    await testId(owner, 'save').click();
    await sees(owner, '이미 저장되어 있었습니다.');
    expect(await stored()).toMatchObject({ version: before.version + 1 });
  }, 60_000);

  it('are changed by two at once: the second sees both, and decides', async () => {
    const other = await openConsole(browser, office.url, ownerOf(office));
    await menu(other, '운영 시간');
    await saturday(other, '끝').fill('12:00');
    await saturday(owner, '끝').fill('15:00');
    await testId(owner, 'save').click();
    await sees(owner, '저장했습니다.');
    await testId(other, 'save').click();
    await testId(other, 'clash').getByRole('row', { name: '토요일 09:00–12:00 09:00–15:00' }).waitFor();
    await picture(other, 'hours-clash');
    await testId(other, 'keep-mine').click();
    await sees(other, '저장했습니다.');
    expect((await stored()).hours.week['6']).toEqual([{ from: '09:00', to: '12:00' }]);
    await other.context().close();
  }, 60_000);

  it('have no serious fault, and fit a tablet', async () => {
    expect(await seriousFaults(owner)).toEqual([]);
    await owner.setViewportSize({ width: 768, height: 1024 });
    await fits(owner);
  }, 60_000);
});

describe('the office itself in the console', () => {
  it('keeps a group that services need, and changes the order of groups by keyboard and by the mouse', async () => {
    await owner.setViewportSize({ width: 1440, height: 900 });
    await menu(owner, '민원실 정보');
    const groups = testId(owner, 'rows-groups').getByRole('listitem');
    await groups.first().waitFor();
    await picture(owner, 'office');
    expect(await seriousFaults(owner)).toEqual([]);
    const [first = '', second = '', third = ''] = (await stored()).groups.map(({ name }) => name.ko);
    await button(owner, `${first} 삭제`).click();
    await testId(owner, 'save').click();
    await testId(owner, 'refused').waitFor();
    await button(owner, '되돌리기').click();
    await button(owner, `${second} 위로`).focus();
    await owner.keyboard.press('Enter');
    await owner.getByTitle(`${third} 끌어서 옮기기`).dragTo(groups.first());
    await owner.getByLabel('부재 처리 전 호출 횟수').fill('0');
    await testId(owner, 'save').click();
    await sees(owner, '1에서 10 사이로 적어 주십시오.');
    await owner.getByLabel('부재 처리 전 호출 횟수').fill('3');
    await testId(owner, 'save').click();
    await sees(owner, '저장했습니다.');
    const { groups: now, calling } = await stored();
    expect(now.slice(0, 3).map(({ name }) => name.ko)).toEqual([third, second, first]);
    expect(calling.callsBeforeNoShow).toBe(3);
    expect(complaints).toEqual([]);
  }, 60_000);
});
