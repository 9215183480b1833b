import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { KioskPrinter } from '@sunbeon/contract';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { EmulatedPrinter } from '../../../tools/printer/printer.ts';
import { launchBrowser } from '../../../tools/testing/browser.ts';
import { seriousFaults } from './support/accessible.ts';
import { menu, openConsole, ownerOf } from './support/console.ts';
import { startDemoOffice, type DemoOffice } from './support/demo-office.ts';
import { openWindow, sees, sitDown, testId } from './support/pages.ts';
import { plugSerial } from './support/serial.ts';

const standing = { width: 1080, height: 1920 };
const pictures = process.env['SAVE_PICTURES'];

let office: DemoOffice;
let browser: Browser;
let kiosk: Page;
const printer = new EmulatedPrinter();

beforeAll(async () => {
  await plugInSomewhere();
  office = await startDemoOffice({ PRINTER_NETWORKS: '127.0.0.0/8' });
  await setPrinter({ way: 'network', host: '127.0.0.1', port: printer.port, paperMm: 80 });
  browser = await launchBrowser();
  kiosk = await openWindow(browser, office.screen('kiosk'), standing);
  await testId(kiosk, 'screen-start').waitFor();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await printer.unplug();
  await office.stop();
}, 60_000);

/** Only ports of printers may be named; another file of tests may use some. */
async function plugInSomewhere(port = 9109): Promise<void> {
  try {
    await printer.plugIn(port);
  } catch (error) {
    if (port === 9100) throw error;
    await plugInSomewhere(port - 1);
  }
}

async function setPrinter(wish: KioskPrinter): Promise<void> {
  const owner = await office.client(ownerOf(office));
  await owner.call('deviceUpdate', {
    params: { id: office.device('kiosk').id },
    body: { settings: { printer: wish } },
  });
}

/** Id of a ticket that waits, by its number. */
async function ticketOf(number: string): Promise<string> {
  const owner = await office.client(ownerOf(office));
  const hall = await owner.call('hall', { params: { office: 'main' } });
  return hall.waiting.find((ticket) => ticket.number === number)?.id ?? '';
}

const whole = () => printer.papers.filter((paper) => paper.whole);

async function draw(page = kiosk): Promise<string> {
  await testId(page, 'service-CERTIFICATES').click();
  await testId(page, 'take-ticket').click();
  return (await testId(page, 'ticket-number').innerText()).trim();
}

async function paperIs(state: string, page = kiosk): Promise<void> {
  await page.locator(`[data-testid=paper][data-paper=${state}]`).waitFor({ state: 'attached', timeout: 30_000 });
}

async function leave(page = kiosk): Promise<void> {
  await page.waitForTimeout(1_600); // "done" acts only once the number was seen
  await testId(page, 'done').click();
  await testId(page, 'screen-start').waitFor();
}

async function picture(name: string, page = kiosk): Promise<void> {
  if (pictures) writeFileSync(`${pictures}/${name}.png`, await page.screenshot());
}

/** The greeter lets a number come out once more; the roll is nearly used up by then. */
async function printAgain(desk: Page, number: string): Promise<void> {
  const before = whole().length;
  await testId(desk, 'tab-greeter').click();
  await testId(desk, 'find-number').fill(number);
  await testId(desk, 'find-reprint').click();
  await testId(desk, 'dialog-reprint').getByText('정상').waitFor();
  expect(await seriousFaults(desk)).toEqual([]);
  await picture('desk-print-again', desk);
  printer.nearEnd();
  await testId(desk, 'dialog-submit').dblclick();
  await sees(desk, `${number}번 번호표를 ‘현관 번호표 발권기’ 프린터로 보냈습니다.`);
  for (let tries = 0; whole().length === before && tries < 50; tries += 1) await desk.waitForTimeout(200);
  // Two quick clicks are one paper.
  expect(whole()).toHaveLength(before + 1);
  expect(whole().at(-1)?.lines[0]).toBe('재발행');
  expect(whole().at(-1)?.lines).toContain(number);
}

describe('a kiosk with a printer in the network', () => {
  it('gives the number on paper, once, and says to take it', async () => {
    const number = await draw();
    await paperIs('there');
    await sees(kiosk, '번호표를 가져가세요');
    expect(whole()).toHaveLength(1);
    const lines = whole()[0]?.lines ?? [];
    expect(lines).toEqual(expect.arrayContaining(['대기번호', number]));
    expect(lines.filter((line) => line.startsWith('[QR http'))).toHaveLength(1);
    if (pictures) writeFileSync(`${pictures}/paper.svg`, whole()[0]?.svg ?? '');
    await leave();
  }, 60_000);

  it('without paper tells visitor and staff, and the number comes out when a roll is put in while they wait', async () => {
    const owner = await openConsole(browser, office.url, ownerOf(office));
    await menu(owner, '기기 알림');
    const desk = await openWindow(browser, `${office.url}/counter/`, { width: 1440, height: 900 });
    await sitDown(desk, office.clerk('9'), '9');
    printer.endPaperAfter(0);
    const number = await draw();
    await paperIs('missing');
    await sees(kiosk, '번호표가 나오지 않습니다. 번호를 기억하십시오');
    await picture('kiosk-no-paper');
    await owner.getByText('프린터를 살펴봐야 합니다 (종이 없음)').first().waitFor();
    await sees(desk, '번호표 용지가 없습니다');
    if (pictures) writeFileSync(`${pictures}/desk-no-paper.png`, await desk.screenshot());
    expect(await seriousFaults(kiosk)).toEqual([]);
    printer.putPaperIn();
    await paperIs('there');
    expect(whole()).toHaveLength(2);
    expect(whole()[1]?.lines).toContain(number);
    await leave();
    await printAgain(desk, number);
    await owner.getByText('번호표 용지가 얼마 남지 않았습니다').first().waitFor();
    await sees(desk, '번호표 용지가 얼마 남지 않았습니다');
    await picture('desk-paper-low', desk);
    await desk.context().close();
    await owner.context().close();
    printer.putPaperIn();
  }, 120_000);

  it('unplugged within a ticket asks the visitor, prints nothing by itself, and once more only for a person, marked', async () => {
    const before = whole().length;
    printer.unplugAfter(60);
    const number = await draw();
    await paperIs('doubtful');
    await sees(kiosk, '번호표가 나왔습니까?');
    expect(await seriousFaults(kiosk)).toEqual([]);
    await picture('kiosk-doubtful');
    await printer.unplug();
    await printer.plugIn();
    await kiosk.waitForTimeout(5_000); // two looks of the server at what is left over
    expect(whole()).toHaveLength(before);
    await testId(kiosk, 'paper-no').click();
    await paperIs('missing');
    await leave();

    const owner = await openConsole(browser, office.url, ownerOf(office));
    await menu(owner, '기기');
    await owner.getByRole('main').getByRole('cell', { name: '현관 번호표 발권기', exact: true }).click();
    const row = testId(owner, `print-${number}`);
    await row.getByText('나오지 않음 (사람이 확인)').waitFor();
    if (pictures) writeFileSync(`${pictures}/console-prints.png`, await owner.screenshot({ fullPage: true }));
    await row.getByRole('button', { name: '다시 출력' }).click();
    await sees(owner, '재발행 번호표를 보냈습니다.');
    for (let tries = 0; whole().length <= before && tries < 50; tries += 1) await owner.waitForTimeout(200);
    expect(whole()).toHaveLength(before + 1);
    expect(whole().at(-1)?.lines[0]).toBe('재발행');
    expect(whole().at(-1)?.lines).toContain(number);
    await owner.getByRole('link', { name: '설정 바꾸기', exact: true }).click();
    await owner.getByLabel('프린터 IP 주소').waitFor();
    await owner.context().close();
  }, 120_000);
});

describe('a kiosk with a printer at its own cable', () => {
  it('prints once by Web Serial, and says what became of it', async () => {
    await kiosk.context().close();
    await setPrinter({ way: 'serial', baudRate: 115_200, paperMm: 58 });
    const context = await browser.newContext({ viewport: standing, locale: 'ko-KR' });
    await plugSerial(context, () => printer.port);
    const page = await context.newPage();
    await page.goto(office.screen('kiosk'));
    await testId(page, 'screen-start').waitFor();
    const before = whole().length;
    const number = await draw(page);
    await paperIs('there', page);
    expect(whole()).toHaveLength(before + 1);
    expect(whole().at(-1)?.lines).toContain(number);
    await leave(page);

    printer.unplugAfter(60);
    await draw(page);
    await paperIs('doubtful', page);
    await testId(page, 'paper-yes').click();
    await paperIs('there', page);
    expect(whole()).toHaveLength(before + 1);

    const owner = await office.client(ownerOf(office));
    const params = { id: await ticketOf(number) };
    await printer.unplug();
    await printer.plugIn();
    await owner.call('ticketPrint', {
      params,
      body: { deviceId: office.device('kiosk').id },
      idempotencyKey: randomUUID(),
    });
    for (let tries = 0; whole().length < before + 2 && tries < 60; tries += 1) await page.waitForTimeout(200);
    expect(whole().at(-1)?.lines.slice(0, 1)).toEqual(['재발행']);
    await context.close();
  }, 120_000);
});
