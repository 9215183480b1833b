import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/testing/browser.ts';
import { png } from '../../../tools/testing/media-files.ts';
import { ownerOf, pictureAsIs } from './support/console.ts';
import { startDemoOffice, type DemoOffice } from './support/demo-office.ts';
import { openWindow, sees, sitDown, testId } from './support/pages.ts';

let office: DemoOffice;
let browser: Browser;
let kiosk: Page;
let tv: Page;
let resident: Page;
let counter: Page;

beforeAll(async () => {
  office = await startDemoOffice();
  browser = await launchBrowser();
  kiosk = await openWindow(browser, office.screen('kiosk'), { width: 1080, height: 1920 });
  tv = await openWindow(browser, office.screen('tv'), { width: 1920, height: 1080 });
  resident = await openWindow(browser, `${office.url}/seongdong/main`, { width: 390, height: 844 });
  counter = await openWindow(browser, `${office.url}/counter/?office=main`, { width: 1366, height: 768 });
  await sitDown(counter, office.clerk('9'), '9');
  await testId(kiosk, 'screen-start').waitFor();
  await testId(tv, 'hall-screen').waitFor();
  await playPicture();
  // What a page needs to come back without a server is on the machine once its keeper stands.
  for (const page of [kiosk, tv]) await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}, 120_000);
afterAll(async () => {
  await browser.close();
  await office.stop();
}, 60_000);

/** A picture of the office's own library plays on the TV. */
async function playPicture(): Promise<void> {
  const owner = await office.client(ownerOf(office));
  const file = new Blob([new Uint8Array(png(64, 36, [37, 110, 244]))], { type: 'image/png' });
  const { id } = await owner.upload('mediaUpload', file, { query: { name: '여름.png' } });
  const items = [{ mediaId: id, seconds: 600 }];
  const always = { name: '여름', places: ['display' as const], days: [0, 1, 2, 3, 4, 5, 6] };
  await owner.call('playlistCreate', { body: { office: 'main', ...always, items } });
  await tv.locator('[data-testid=media][data-title="여름.png"]').waitFor();
}

describe('the server dies and comes back', () => {
  it('every screen says how old its picture is; nothing old is shown as live', async () => {
    await office.kill();
    await testId(tv, 'aged').or(testId(tv, 'fault')).first().waitFor({ timeout: 40_000 });
    await testId(kiosk, 'stale-banner').first().waitFor({ timeout: 40_000 });
    await testId(counter, 'offline').waitFor({ timeout: 40_000 });
    await sees(resident, /\d+(초|분) 전 기준/);
  }, 120_000);

  it('a page that is loaded anew meanwhile shows what it knew, with its age, and gives out nothing', async () => {
    await Promise.all([tv, kiosk].map((page) => page.reload()));
    await testId(tv, 'hall-screen').waitFor();
    await testId(tv, 'aged').or(testId(tv, 'fault')).first().waitFor();
    await testId(tv, 'service-PASSPORT_APPLY').waitFor();
    const picture = tv.locator('[data-testid=media][data-title="여름.png"] img').first();
    await picture.waitFor();
    expect(await picture.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))).toBe(64);
    await testId(kiosk, 'away').waitFor();
    await pictureAsIs(tv, 'tv-away');
    await pictureAsIs(kiosk, 'kiosk-away');
    await testId(kiosk, 'service-CERTIFICATES').click();
    await testId(kiosk, 'cannot-issue').waitFor();
    await testId(kiosk, 'restart').click();
  }, 60_000);

  it('comes back by itself, without a reload, to what is true now', async () => {
    const marked = '순번-그대로';
    for (const page of [kiosk, tv, resident, counter]) {
      await page.evaluate((mark) => ((window as unknown as { mark: string }).mark = mark), marked);
    }
    await office.revive();
    const number = await office.draw('PASSPORT_APPLY');
    await testId(counter, `waiting-${number}`).waitFor({ timeout: 60_000 });
    await testId(tv, 'service-PASSPORT_APPLY').getByText('1').first().waitFor({ timeout: 60_000 });
    await resident.getByText('1명').first().waitFor({ timeout: 60_000 });
    await testId(kiosk, 'stale-banner').first().waitFor({ state: 'detached', timeout: 60_000 });
    for (const page of [kiosk, tv, resident, counter]) {
      expect(await page.evaluate(() => (window as unknown as { mark?: string }).mark)).toBe(marked);
    }
  }, 180_000);
});
