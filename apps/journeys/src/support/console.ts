import { writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type { DemoLogin } from '../../../../tools/seed/demo-file.ts';
import { launchBrowser } from '../../../../tools/testing/browser.ts';
import { startDemoOffice, type DemoOffice } from './demo-office.ts';
import { openWindow, testId } from './pages.ts';

/** Where screenshots go (`SAVE_PICTURES=folder`), for who wants to see what the story saw. */
const pictures = process.env['SAVE_PICTURES'];
const widths = [1440, 1024, 768] as const;

/** Keeps what the page shows, in three widths; nothing unless pictures are wished for. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  const before = page.viewportSize();
  await page.waitForTimeout(400);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.waitForTimeout(250);
    writeFileSync(`${pictures}/${name}-${width}.png`, await page.screenshot());
  }
  if (before) await page.setViewportSize(before);
}

/** As picture, in the size that the page has: kiosks and TVs. */
export async function pictureAsIs(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  await page.waitForTimeout(400);
  writeFileSync(`${pictures}/${name}.png`, await page.screenshot());
}

/** The account that looks after the demo's institution. */
export function ownerOf({ demo }: DemoOffice): DemoLogin {
  const login = demo.logins.find(({ email }) => email.startsWith('owner@'));
  if (!login) throw new Error('the demo has no owner');
  return login;
}

/** Types e-mail and password at a door, and sends them. */
export async function knock(page: Page, { email, password }: Pick<DemoLogin, 'email' | 'password'>): Promise<void> {
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await testId(page, 'login-submit').click();
}

/** A window of the console, logged in. @param complaints takes what the page writes into the browser's console */
export async function openConsole(
  browser: Browser,
  url: string,
  login: Pick<DemoLogin, 'email' | 'password'>,
  complaints: string[] = [],
): Promise<Page> {
  const page = await openWindow(browser, `${url}/console/`, { width: 1440, height: 900 });
  page.on('console', (message) => {
    // 401 and 404 are told by the browser itself: the first refresh without a cookie.
    if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await knock(page, login);
  await page.getByRole('navigation').waitFor();
  return page;
}

/** The owner of a demo office of its own, at its console. */
export interface AtConsole {
  readonly office: DemoOffice;
  readonly browser: Browser;
  readonly owner: Page;
  /** What the console wrote into the browser's console. */
  readonly complaints: readonly string[];
  /** Closes the browser and ends the office. */
  stop(): Promise<void>;
}

/**
 * Begins a story of an owner. Whatever was begun is ended when this fails.
 * @param settings of the server
 * @param before what happens in the office before the console is opened
 */
export async function ownerAtConsole(
  settings: Record<string, string> = {},
  before: (office: DemoOffice) => Promise<void> = async () => undefined,
): Promise<AtConsole> {
  const office = await startDemoOffice(settings);
  let browser: Browser | undefined;
  const stop = async () => {
    await browser?.close();
    await office.stop();
  };
  try {
    await before(office);
    browser = await launchBrowser();
    const complaints: string[] = [];
    const owner = await openConsole(browser, office.url, ownerOf(office), complaints);
    return { office, browser, owner, complaints, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Goes to a place of the menu. The page before stands, links and all, until that one is drawn: its title tells.
 * @param title where it is not called as in the menu
 */
export async function menu(page: Page, name: string, title = name): Promise<void> {
  await page.getByRole('navigation').getByRole('menuitem', { name, exact: true }).click();
  await page.locator('#react-admin-title').getByText(title, { exact: true }).waitFor();
}

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
