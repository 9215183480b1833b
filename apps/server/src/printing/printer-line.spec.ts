import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { printReceipt, stateOfPrinter, type PrintPatience } from '@sunbeon/client/printer-line';
import { EmulatedPrinter } from '../../../../tools/printer/printer.ts';
import { escPos, type ReceiptLine } from './escpos.ts';
import { takeTcp } from './tcp-wire.ts';

const line = (text: string): ReceiptLine => ({ kind: 'text', text, size: 1, align: 'center', bold: false });
const receipt = escPos([line('성동구 종합민원실'), line('여권 접수'), line('216'), line('10:14')]);
const limits: PrintPatience = { connectMs: 500, stateMs: 300, quietMs: 30, printMs: 1_500, lookMs: 50 };

let printer: EmulatedPrinter;
let noted: number;
beforeEach(async () => {
  printer = new EmulatedPrinter();
  noted = 0;
  await printer.plugIn();
});
afterEach(() => printer.unplug());

const take = () => takeTcp({ host: '127.0.0.1', port: printer.port }, limits.connectMs);
const print = () =>
  printReceipt(
    take,
    () => {
      noted += 1;
      return Promise.resolve(receipt);
    },
    limits,
  );
const whole = () => printer.papers.filter((paper) => paper.whole);

describe('a receipt on its way to the printer', () => {
  it('is printed once, and known to be', async () => {
    expect(await print()).toEqual({ kind: 'printed', nearEnd: false });
    expect(printer.papers).toMatchObject([
      { lines: ['성동구 종합민원실', '여권 접수', '216', '10:14'], whole: true, rubbish: false },
    ]);
    expect(noted).toBe(1);
  });

  it('says when the roll is nearly used up', async () => {
    printer.nearEnd();
    expect(await print()).toEqual({ kind: 'printed', nearEnd: true });
  });

  it.each([
    ['paper_end', () => printer.endPaperAfter(0)],
    ['cover_open', () => printer.setCover(true)],
    ['silent', () => printer.setMute(true)],
    ['gone', () => printer.unplug()],
  ] as const)('is not sent at all to a printer that is %s', async (fault, breakIt) => {
    await breakIt();
    expect(await print()).toEqual({ kind: 'not_sent', fault });
    await new Promise((resolve) => setTimeout(resolve, 30)); // it takes one line at a time
    expect(await stateOfPrinter(take, limits)).toBe(fault);
    expect(noted).toBe(0);
    await printer.unplug();
    await printer.plugIn();
    printer.setMute(false);
    printer.setCover(false);
    printer.putPaperIn();
    expect(printer.papers).toEqual([]);
  });

  it('waits for paper that ends within it, and comes out once', async () => {
    printer.endPaperAfter(2);
    const printing = print();
    setTimeout(() => printer.putPaperIn(), 400);
    expect(await printing).toEqual({ kind: 'printed', nearEnd: false });
    expect(whole()).toHaveLength(1);
  });

  it('is unknown when no paper is put in, although the printer may still print it', async () => {
    printer.endPaperAfter(2);
    expect(await print()).toEqual({ kind: 'unknown', fault: 'paper_end' });
    expect(whole()).toHaveLength(0);
    printer.putPaperIn();
    expect(whole()).toHaveLength(1); // and whoever had sent it again had it twice
  });

  it('is not taken for printed by what the printer says of an earlier one', async () => {
    printer.endPaperAfter(2);
    expect(await print()).toEqual({ kind: 'unknown', fault: 'paper_end' });
    printer.setPace(150);
    printer.putPaperIn(); // two lines of the old one are left, and its "done" comes on the new line
    const second = print();
    await new Promise((resolve) => setTimeout(resolve, 420));
    expect(whole()).toHaveLength(1);
    printer.endPaperAfter(1);
    expect(await second).toEqual({ kind: 'unknown', fault: 'paper_end' });
    expect(whole()).toHaveLength(1);
  });

  it('is unknown when the plug is pulled at any byte of it, and never whole more than once', async () => {
    const asked = 21; // bytes of questions before it
    for (let bytes = asked + 1; bytes <= asked + receipt.length + 10; bytes += 7) {
      const before = whole().length;
      printer.unplugAfter(bytes);
      const outcome = await print();
      const came = whole().length - before;
      expect(came).toBeLessThanOrEqual(1);
      if (outcome.kind === 'printed') expect(came).toBe(1);
      if (outcome.kind === 'not_sent') expect(came).toBe(0);
      expect(outcome).toMatchObject(bytes < asked + receipt.length ? { kind: 'unknown', fault: 'gone' } : {});
      await printer.unplug();
      await printer.plugIn();
    }
  });

  it('is not sent when it could not be noted before', async () => {
    const failing = printReceipt(take, () => Promise.reject(new Error('no database')), limits);
    await expect(failing).rejects.toThrow('no database');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(printer.papers).toEqual([]);
  });
});
