import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/testing/browser.ts';
import { startDemoOffice, type DemoOffice } from './support/demo-office.ts';
import { openWindow, sees, sitDown, testId } from './support/pages.ts';

let office: DemoOffice;
let browser: Browser;
const pages: Record<string, Page> = {};

beforeAll(async () => {
  office = await startDemoOffice();
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await office.stop();
}, 60_000);

const page = (name: string): Page => {
  const found = pages[name];
  if (!found) throw new Error(`no window ${name}`);
  return found;
};

describe('from the kiosk to the counter, and on every screen', () => {
  it('opens the hall: every screen is there', async () => {
    pages['kiosk'] = await openWindow(browser, office.screen('kiosk'), { width: 1080, height: 1920 });
    pages['monitor'] = await openWindow(browser, office.screen('monitor3'), { width: 1920, height: 540 });
    pages['tv'] = await openWindow(browser, office.screen('tv'), { width: 1920, height: 1080 });
    pages['resident'] = await openWindow(browser, `${office.url}/seongdong/main`, { width: 390, height: 844 });
    pages['counter'] = await openWindow(browser, `${office.url}/counter/?office=main`, { width: 1920, height: 1080 });
    await testId(page('kiosk'), 'screen-start').waitFor();
    await testId(page('monitor'), 'counter-monitor').waitFor();
    await testId(page('tv'), 'hall-screen').waitFor();
    await sees(page('resident'), '여권 접수');
    await sitDown(page('counter'), office.clerk('9'), '9');
  }, 90_000);

  it('tells before the ticket is drawn what is waited for, what to bring and where to go; then gives the number', async () => {
    const kiosk = page('kiosk');
    await testId(kiosk, 'group-passport').click();
    await testId(kiosk, 'service-PASSPORT_APPLY').click();
    await testId(kiosk, 'screen-service').waitFor();
    await sees(kiosk, '여권용 사진 1매');
    expect(await testId(kiosk, 'where').innerText()).toContain('주황색 선');
    await testId(kiosk, 'take-ticket').click();
    expect(await testId(kiosk, 'ticket-number').innerText()).toContain('601');
    expect(await testId(kiosk, 'ticket-qr').getAttribute('data-path')).toMatch(/^\/t\/[A-Za-z0-9_-]{64}$/);
  }, 60_000);

  it('shows the waiting visitor to residents and staff without a reload', async () => {
    const card = page('resident').locator('article, li, section').filter({ hasText: '여권 접수' }).last();
    await card.getByText('1명').first().waitFor();
    await testId(page('counter'), 'waiting-601').waitFor();
  }, 60_000);

  it('calls with one key: the monitor above, the TV and the ticket page say where to go', async () => {
    const path = await testId(page('kiosk'), 'ticket-qr').getAttribute('data-path');
    pages['ticket'] = await openWindow(browser, office.url + (path ?? ''), { width: 390, height: 844 });
    await sees(page('ticket'), '601');
    const counter = page('counter');
    if (await testId(counter, 'act-open').isVisible()) await testId(counter, 'act-open').click();
    await testId(counter, 'act-callNext').waitFor();
    await counter.keyboard.press('Space');
    expect(await testId(counter, 'ticket-number').innerText()).toContain('601');
    await testId(page('monitor'), 'panel-9').getByText('601').waitFor();
    await testId(page('tv'), 'hall-screen').getByText('601').first().waitFor();
    await sees(page('ticket'), /9번\s*창구로 오십시오/);
  }, 60_000);

  it('says a call once, and a recall again', async () => {
    const spoken = () =>
      page('tv').evaluate(
        () => (window as unknown as { sunbeonCalls?: { seq: number }[] }).sunbeonCalls?.map(({ seq }) => seq) ?? [],
      );
    await page('counter').keyboard.press('r');
    await page('tv').waitForFunction(
      () => ((window as unknown as { sunbeonCalls?: unknown[] }).sunbeonCalls?.length ?? 0) >= 2,
    );
    const seqs = await spoken();
    expect(seqs).toEqual([...new Set(seqs)]);
    expect(seqs.length).toBe(2);
  }, 60_000);

  it('ends: served, and nobody waits on any screen', async () => {
    const counter = page('counter');
    await counter.keyboard.press('s');
    await testId(counter, 'ticket').and(counter.locator('[data-state=serving]')).waitFor();
    await counter.keyboard.press('Enter');
    await testId(counter, 'dialog-submit')
      .click({ timeout: 3_000 })
      .catch(() => undefined); // where an outcome is asked
    await sees(counter, '601번 처리를 마쳤습니다.');
    const status = (await (await fetch(`${office.url}/api/public/seongdong/main/status`)).json()) as {
      services: { code: string; waiting: number; lastCalled: { number: string; counter: string } | null }[];
    };
    expect(status.services.find(({ code }) => code === 'PASSPORT_APPLY')).toMatchObject({
      waiting: 0,
      lastCalled: { number: '601', counter: '9' },
    });
  }, 60_000);
});
