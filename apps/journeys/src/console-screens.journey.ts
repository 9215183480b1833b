import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { png } from '../../../tools/testing/media-files.ts';
import { seriousFaults } from './support/accessible.ts';
import { button, menu, ownerAtConsole, ownerOf, picture, type AtConsole } from './support/console.ts';
import type { DemoOffice } from './support/demo-office.ts';
import { openWindow, testId } from './support/pages.ts';

let office: DemoOffice;
let browser: Browser;
let owner: Page;
let tv: Page;
let kiosk: Page;
let complaints: AtConsole['complaints'];
let stop: AtConsole['stop'];

beforeAll(async () => {
  ({ office, browser, owner, complaints, stop } = await ownerAtConsole());
  tv = await openWindow(browser, office.screen('tv'), { width: 1920, height: 1080 });
  kiosk = await openWindow(browser, office.screen('kiosk'), { width: 1080, height: 1920 });
  await testId(kiosk, 'screen-start').waitFor();
}, 120_000);
afterAll(() => stop(), 60_000);

const saved = () => button(owner, '저장').click();

describe('what screens show', () => {
  it('begins with a picture in the library', async () => {
    await menu(owner, '미디어');
    const files = [
      { name: '여름 행사.png', mimeType: 'image/png', buffer: png(640, 360, [37, 110, 244]) },
      { name: '로고.png', mimeType: 'image/png', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
    ];
    // The page for an empty library stands there once the server has said that it is empty.
    await testId(owner, 'empty').waitFor();
    await testId(owner, 'upload-files').first().setInputFiles(files);
    await owner.getByRole('row', { name: '여름 행사.png' }).waitFor();
    await owner.getByText(/로고\.png 파일을 올리지 못했습니다\. 화면에 띄울 수 없는 파일입니다/).waitFor();
    await owner.getByRole('row', { name: '여름 행사.png' }).getByRole('img').waitFor();
    await picture(owner, 'media');
    expect(await seriousFaults(owner)).toEqual([]);
  }, 60_000);

  it('goes on with a playlist, which the TV plays at once', async () => {
    await menu(owner, '재생 목록');
    await owner.getByRole('link', { name: '재생 목록 등록' }).first().click();
    await owner.locator('input[name="name"]').fill('여름');
    await owner.getByLabel('미디어 넣기').click();
    await owner.getByRole('option', { name: '여름 행사.png' }).click();
    await picture(owner, 'playlist');
    expect(await seriousFaults(owner)).toEqual([]);
    await saved();
    await owner.getByRole('row', { name: '여름' }).waitFor();
    await tv.locator('[data-testid=media][data-title="여름 행사.png"] img').first().waitFor();
  }, 60_000);

  it('is laid out with a true preview, and the TV follows', async () => {
    await menu(owner, '화면 배치');
    await owner.getByRole('link', { name: '화면 배치 등록' }).first().click();
    await owner.locator('input[name="name"]').fill('호출 크게');
    const preview = owner.frameLocator('[data-testid=layout-preview]');
    await preview.getByTestId('part-media').waitFor();
    await button(owner, '호출 크게').click();
    await preview.locator('[data-testid=media][data-title="여름 행사.png"]').waitFor();
    await picture(owner, 'layout');
    expect(await seriousFaults(owner)).toEqual([]);
    await saved();
    await owner.getByRole('row', { name: '호출 크게' }).waitFor();
    await testId(tv, 'part-calls').waitFor();
    await picture(tv, 'tv-laid');
  }, 60_000);

  it('is chosen at one device, whose screen follows', async () => {
    const { office: slug, screen } = { office: 'main', screen: 'hall' } as const;
    const api = await office.client(ownerOf(office));
    const regions = [{ kind: 'calls' as const, x: 0, y: 0, w: 24, h: 24 }];
    const facts = { name: '정문 TV', orientation: 'landscape' as const, isDefault: false };
    await api.call('layoutCreate', { body: { office: slug, screen, regions, ...facts } });
    const tvName = (await api.call('deviceList')).find(({ settings }) => settings.screen === 'hall')?.name ?? '';
    await menu(owner, '기기');
    await owner.getByText(tvName, { exact: true }).first().click();
    await owner.getByText('민원실 기본 배치').waitFor();
    await owner.getByRole('link', { name: '설정 바꾸기' }).click();
    await owner.getByLabel('화면 배치').click();
    await owner.getByRole('option', { name: '정문 TV (가로)' }).click();
    await picture(owner, 'device-layout');
    expect(await seriousFaults(owner)).toEqual([]);
    await saved();
    await owner.getByRole('link', { name: '정문 TV' }).waitFor();
    await testId(tv, 'part-media').waitFor({ state: 'detached' });
    await testId(tv, 'part-calls').waitFor();
  }, 60_000);

  it('stands at the kiosk in the order and words of the office', async () => {
    await menu(owner, '발권기 화면');
    await owner.getByRole('link', { name: '수정' }).first().click();
    await owner.locator('input[name="greeting.ko"]').fill('어서 오십시오');
    await owner.getByLabel('추가').or(owner.getByTestId('ordered-first').getByRole('combobox')).first().click();
    await owner.getByRole('option', { name: '여권 접수' }).first().click();
    const preview = owner.frameLocator('[data-testid=kiosk-preview]');
    await preview.getByText('어서 오십시오').waitFor();
    expect(await preview.locator('.cards').getAttribute('data-count')).toBe('1');
    // It cannot be touched: a finger on a card opens nothing, and no ticket comes of it.
    await preview.getByTestId('service-PASSPORT_APPLY').evaluate((card) => {
      if (!card.closest('[inert]')) throw new Error('a card of the preview can be touched');
    });
    await picture(owner, 'kiosk-screen');
    expect(await seriousFaults(owner)).toEqual([]);
    await saved();
    await kiosk.getByText('어서 오십시오').waitFor();
    expect(await kiosk.locator('.cards').getAttribute('data-count')).toBe('1');
    await picture(kiosk, 'kiosk-ordered');
  }, 60_000);
});

it('writes nothing into the browser’s console', () => expect(complaints).toEqual([]));
