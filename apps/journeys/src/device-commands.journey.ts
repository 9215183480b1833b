import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import type { Client } from '@sunbeon/client';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/testing/browser.ts';
import { startDemoOffice, type DemoOffice } from './support/demo-office.ts';
import { openWindow, testId } from './support/pages.ts';

let office: DemoOffice;
let browser: Browser;
let tv: Page;
let kiosk: Page;
let owner: Client;

beforeAll(async () => {
  office = await startDemoOffice();
  browser = await launchBrowser();
  tv = await openWindow(browser, office.screen('tv'), { width: 1920, height: 1080 });
  kiosk = await openWindow(browser, office.screen('kiosk'), { width: 1080, height: 1920 });
  await testId(kiosk, 'screen-start').waitFor();
  await tv.getByTestId('clock').first().waitFor();
  const login = office.demo.logins.find(({ email }) => email.startsWith('owner@'));
  owner = await office.client(login ?? office.demo.operator);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await office.stop();
}, 60_000);

const named = (key: string) => ({ params: { id: office.device(key).id } });

/** The picture that a device sends when it is asked. */
async function pictureOf(key: string): Promise<Buffer> {
  expect(await owner.call('devicePictureAsk', named(key))).toEqual({ reached: true });
  for (let tries = 0; tries < 100; tries += 1) {
    const { state, data } = await owner.call('devicePicture', named(key));
    if (state === 'there' && data !== null) return Buffer.from(data, 'base64');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no picture of ${key}`);
}

/** Share of the pixels of a picture that differ from its first one: an empty page has none. */
function inked(page: Page, picture: Buffer): Promise<number> {
  return page.evaluate(
    async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
      let other = 0;
      for (let at = 0; at < data.length; at += 4)
        if (Math.abs((data[at] ?? 0) - (data[0] ?? 0)) + Math.abs((data[at + 1] ?? 0) - (data[1] ?? 0)) > 40)
          other += 1;
      return other / (data.length / 4);
    },
    `data:image/jpeg;base64,${picture.toString('base64')}`,
  );
}

describe('a device, from afar', () => {
  it('shows its name over the whole page, and then goes on', async () => {
    await owner.call('deviceIdentify', named('kiosk'));
    const sign = testId(kiosk, 'device-sign');
    await sign.waitFor();
    const { name } = (await owner.call('deviceList')).find(({ id }) => id === office.device('kiosk').id) ?? {};
    expect(await sign.innerText()).toBe(name);
    await sign.waitFor({ state: 'detached', timeout: 20_000 });
    await testId(kiosk, 'screen-start').waitFor();
  }, 60_000);

  it.each(['tv', 'kiosk'])(
    'sends a picture of what its page shows: %s',
    async (key) => {
      const picture = await pictureOf(key);
      if (process.env['SAVE_PICTURES']) writeFileSync(`${process.env['SAVE_PICTURES']}/${key}.jpg`, picture);
      expect(picture.length).toBeLessThan(700_000);
      // A kiosk without its letters has 0.02.
      expect(await inked(kiosk, picture)).toBeGreaterThan(0.05);
    },
    60_000,
  );

  it('loads its page anew', async () => {
    await kiosk.evaluate(() => document.body.setAttribute('data-old', ''));
    const loaded = kiosk.waitForEvent('load');
    expect(await owner.call('deviceReload', named('kiosk'))).toEqual({ reached: true });
    await loaded;
    await testId(kiosk, 'screen-start').waitFor();
    expect(await kiosk.evaluate(() => document.body.hasAttribute('data-old'))).toBe(false);
  }, 60_000);

  it('takes up other settings at once and says so', async () => {
    const settings = { languages: ['ko' as const, 'en' as const] };
    const { config } = await owner.call('deviceUpdate', { ...named('kiosk'), body: { settings } });
    await testId(kiosk, 'language-zh').waitFor({ state: 'detached' });
    for (let tries = 0; tries < 100; tries += 1) {
      const row = (await owner.call('deviceList')).find(({ id }) => id === office.device('kiosk').id);
      if (row?.config.acknowledged === config.wanted) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the configuration was never acknowledged');
  }, 60_000);
});
