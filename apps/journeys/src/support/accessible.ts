import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { testId } from './pages.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly impact?: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

/** Asks axe-core: no violation of WCAG 2.2 A and AA, nor of its best practice. */
export async function isAccessible(page: Page): Promise<void> {
  await page.evaluate(axe);
  const found = await page.evaluate(async (tags) => {
    const { axe: loaded } = globalThis as unknown as {
      axe: { run(where: Document, options: object): Promise<{ violations: Violation[]; passes: unknown[] }> };
    };
    const { violations, passes } = await loaded.run(document, { runOnly: tags });
    return { asked: passes.length, violations: violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]) };
  }, rules);
  expect(found.asked).toBeGreaterThan(5);
  expect(found.violations).toEqual([]);
}

/** Colours on their way from one state to the next are nobody's to read: waits until all have arrived. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
}

/**
 * What axe-core finds serious or critical, with the first place: for pages of a library whose smaller habits are not ours.
 */
export async function seriousFaults(page: Page): Promise<string[]> {
  await atRest(page);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe.run(),
  );
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

/** The page fits its window: nothing has to be scrolled sideways. */
export async function fits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

/**
 * Looks at a page as both kinds of readers do: accessible and within its window in Korean and in English, its title
 * translated, and what was typed kept when the language changes.
 * @param names Korean names that stand in the English title as well
 */
export async function inBothLanguages(page: Page, names: readonly string[] = []): Promise<void> {
  const typed = () =>
    page
      .locator('main input:not([type=hidden])')
      .evaluateAll((all) => all.map((one) => [(one as HTMLInputElement).checked, (one as HTMLInputElement).value]));
  const before = await typed();
  await isAccessible(page);
  await fits(page);
  await testId(page, 'language').click();
  const title = await page.locator('html[lang=en] h1').innerText();
  expect(names.reduce((text, name) => text.replaceAll(name, ''), title)).not.toMatch(/[가-힣]/);
  await isAccessible(page);
  await fits(page);
  await testId(page, 'language').click();
  await page.locator('html[lang=ko] h1').waitFor();
  expect(await typed()).toEqual(before);
}
