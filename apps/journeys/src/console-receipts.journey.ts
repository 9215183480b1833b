import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { EmulatedPrinter } from '../../../tools/printer/printer.ts';
import { seriousFaults } from './support/accessible.ts';
import { button, menu, ownerAtConsole, ownerOf, picture, type AtConsole } from './support/console.ts';
import { sees, testId } from './support/pages.ts';

let console_: AtConsole;
let owner: Page;
const printer = new EmulatedPrinter();

beforeAll(async () => {
  await plugIn();
  console_ = await ownerAtConsole({ PRINTER_NETWORKS: '127.0.0.0/8' });
  ({ owner } = console_);
}, 120_000);
afterAll(async () => {
  await console_.stop();
  await printer.unplug();
}, 60_000);

/** Only ports of printers may be named; another file of tests may use some. */
async function plugIn(port = 9104): Promise<void> {
  try {
    await printer.plugIn(port);
  } catch (error) {
    if (port === 9100) throw error;
    await plugIn(port - 1);
  }
}

const paper = () => testId(owner, 'paper');
const onPaper = (text: string) => owner.locator(`[data-testid=paper][aria-label*="${text}"]`).waitFor();
const lines = async () => ((await paper().getAttribute('aria-label')) ?? '').split('\n');

/** Waits until one line stands above another. */
async function expectOrder(first: string, second: string): Promise<void> {
  const isSo = async () => (await lines()).indexOf(first) < (await lines()).indexOf(second);
  for (let tries = 0; !(await isSo()) && tries < 50; tries += 1) await owner.waitForTimeout(100);
  expect(await isSo()).toBe(true);
}

describe('the layout of tickets', () => {
  it('is shown as the printer will print it while it is changed', async () => {
    await menu(owner, '번호표 모양');
    await onPaper('대기번호');
    await owner.getByRole('group', { name: '안내문' }).getByLabel('한국어').fill('문의 02-2286-5114');
    await onPaper('문의 02-2286-5114');
    await button(owner, '예상 대기시간 위로').click();
    await expectOrder('예상 대기시간: 20~35분', '앞에 기다리는 분: 4명');
    await owner.getByLabel('QR코드').uncheck();
    await owner.locator('[data-testid=paper]:not([aria-label*="[QR"])').waitFor();
    await owner.evaluate('scrollTo(0, 0)');
    await picture(owner, 'receipts');
    expect(await seriousFaults(owner)).toEqual([]);
  }, 60_000);

  it('takes a picture, and says what is wrong with a file that is none', async () => {
    const file = testId(owner, 'logo-file');
    await file.setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    await sees(owner, '그림을 읽을 수 없습니다');
    await file.setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') });
    await sees(owner, 'PNG, JPEG, WebP 그림만 쓸 수 있습니다.');
    const png = await owner.screenshot({ clip: { x: 0, y: 0, width: 768, height: 160 } });
    await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: png });
    await onPaper('[picture 384x80]');
    await owner.evaluate('scrollTo(0, 0)');
    await picture(owner, 'receipts-logo');
  }, 60_000);

  it('keeps what was typed when somebody else saved first, and lets the second decide', async () => {
    const api = await console_.office.client(ownerOf(console_.office));
    const { version, layout } = await api.call('receiptLayout');
    await api.call('receiptLayoutSet', {
      body: { version, layout: { ...layout, footer: [{ ko: '다른 담당자의 글' }] } },
    });
    await button(owner, '저장').click();
    await sees(owner, '다른 담당자가 먼저 저장했습니다.');
    await picture(owner, 'receipts-clash');
    await button(owner, '내 모양 남기기').click();
    await sees(owner, '저장을 누르면 내 모양이 남습니다.');
    await button(owner, '저장').click();
    await sees(owner, '저장했습니다');
    const saved = await api.call('receiptLayout');
    expect(saved).toMatchObject({
      version: version + 2,
      layout: { footer: [{ ko: '문의 02-2286-5114' }], qr: false, logo: { width: 384 } },
    });
  }, 60_000);

  it('comes out of a printer of one’s choice, marked as a test', async () => {
    const api = await console_.office.client(ownerOf(console_.office));
    const kiosk = console_.office.device('kiosk').id;
    const settings = { printer: { way: 'network', host: '127.0.0.1', port: printer.port, paperMm: 80 } } as const;
    await api.call('deviceUpdate', { params: { id: kiosk }, body: { settings } });
    await owner.reload();
    await onPaper('문의 02-2286-5114');
    const shown = await lines();
    await button(owner, '시험 출력하기').click();
    await sees(owner, '시험 번호표를 보냈습니다.');
    for (let tries = 0; printer.papers.length === 0 && tries < 60; tries += 1) await owner.waitForTimeout(200);
    const [mark, ...rest] = printer.papers[0]?.lines ?? [];
    expect(mark).toBe('시험 출력');
    // All but the time of printing, and that it is a rehearsal: what was shown is what comes out.
    expect(rest.slice(0, -1)).toEqual(shown.slice(0, -1));
    expect(console_.complaints).toEqual([]);
  }, 60_000);
});
