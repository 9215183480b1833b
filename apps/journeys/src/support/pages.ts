import type { Browser, Page } from 'playwright-core';
import type { DemoLogin } from '../../../../tools/seed/demo-file.ts';

/** A window of its own, as a machine of its own would be: storage is not shared. */
export async function openWindow(
  browser: Browser,
  url: string,
  size: { width: number; height: number },
): Promise<Page> {
  const context = await browser.newContext({ viewport: size, locale: 'ko-KR' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(url);
  return page;
}

export const testId = (page: Page, id: string) => page.getByTestId(id);

/** Logs in at the counter page and sits down at a counter. */
export async function sitDown(page: Page, login: DemoLogin, counter: string): Promise<void> {
  await page.locator('input[type=email], input[name=email]').first().fill(login.email);
  await page.locator('input[type=password]').fill(login.password);
  await testId(page, 'login-submit').click();
  await testId(page, `choose-${counter}`).click();
  await testId(page, 'desk').waitFor();
}

/** The same without a mouse. */
export async function sitDownByKeys(page: Page, { email, password }: DemoLogin, counter: string): Promise<void> {
  await page.locator('input[type=email]:focus').waitFor();
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await testId(page, `choose-${counter}`).focus();
  await page.keyboard.press('Enter');
  await testId(page, 'desk').waitFor();
}

/** Waits until a text stands somewhere in the page. */
export async function sees(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).first().waitFor();
}
