import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { root } from '../root.ts';
import { launchBrowser } from './browser.ts';
import { fontsOf } from './fonts.ts';

describe('the browser of the tests', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 120_000); // the first time it is unpacked
  afterAll(() => browser.close());

  it('runs scripts and draws Latin letters on a machine without fonts', async () => {
    const page = await browser.newPage();
    await page.setContent('<p>Sunbeon</p><script>document.title = 6 * 7;</script>');
    expect(await page.title()).toBe('42');
    expect(await fontsOf(page, 'p')).toEqual([{ family: 'Open Sans', ownOfPage: false, glyphs: 7 }]);
    await page.close();
  });

  it('draws Hangul only with a font that the page brings', async () => {
    const file = join(root, 'node_modules/pretendard-gov/dist/web/static/woff2/PretendardGOV-Regular.woff2');
    const font = `data:font/woff2;base64,${readFileSync(file, 'base64')}`;
    const page = await browser.newPage();
    await page.setContent(`<style>@font-face { font-family: Own; src: url(${font}) }</style>
      <p id="own" style="font-family: Own">민원</p><p id="none" style="font-family: sans-serif">민원</p>`);
    await page.evaluate('document.fonts.ready');
    expect(await fontsOf(page, '#own')).toMatchObject([{ ownOfPage: true, glyphs: 2 }]);
    expect((await fontsOf(page, '#none')).some((used) => used.ownOfPage)).toBe(false);
    await page.close();
  });
});
