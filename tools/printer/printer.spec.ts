import { afterEach, describe, expect, it } from '@jest/globals';
import { connect, type Socket } from 'node:net';
import { readerOfPrinter } from './cp949.ts';
import { pictureOf, textLines } from '@sunbeon/client/paper-picture';
import { EmulatedPrinter } from './printer.ts';

/** 성동 in CP949, and 똠, which is not in KS X 1001. */
const seongdong = [0xbc, 0xba, 0xb5, 0xbf];
const ttom = [0x8c, 0x63];
const read = (...bytes: number[]) => [...readerOfPrinter().read(Uint8Array.from(bytes))];

describe('bytes of a printer', () => {
  it('are Korean only after the printer was told that pairs are signs', () => {
    expect(textLines(read(0x1c, 0x26, ...seongdong, ...ttom, 0x0a))).toEqual(['성동똠']);
    expect(read(...seongdong, 0x0a).filter(({ kind }) => kind === 'unknown')).toHaveLength(4);
  });

  it('keep align, weight and size until they are changed, and lose them when it begins anew', () => {
    const a = 0x41;
    const styles = read(
      ...[0x1b, 0x61, 1, 0x1b, 0x45, 1, 0x1d, 0x21, 0x52, a, 0x0a, a, 0x0a],
      ...[0x1b, 0x40, a, 0x0a],
    ).map((act) => act.kind === 'text' && act.style);
    const large = { align: 'center', bold: true, width: 6, height: 3 };
    expect(styles).toEqual([large, large, { align: 'left', bold: false, width: 1, height: 1 }]);
  });

  it('may come one by one', () => {
    const bytes = [0x1b, 0x40, 0x1c, 0x26, ...seongdong, 0x0a, 0x1d, 0x28, 0x6b, 5, 0, 49, 80, 48, 0x41, 0x42];
    const whole = [...bytes, 0x1d, 0x28, 0x6b, 3, 0, 49, 81, 48, 0x1d, 0x56, 0x42, 0];
    const reader = readerOfPrinter();
    const acts = whole.flatMap((byte) => [...reader.read(Uint8Array.of(byte))]);
    expect(acts).toEqual(read(...whole));
    expect(acts.map(({ kind }) => kind)).toEqual(['text', 'qr', 'cut']);
    expect(acts[1]).toMatchObject({ text: 'AB' });
  });

  it('that begin no command are told of, and never taken for text', () => {
    for (const bytes of [[0x07], [0x0c], [0x7f], [0x1b, 0x70, 0], [0x1d, 0x61, 1], [0x1c, 0x43, 1]])
      expect(read(...bytes)).toEqual([{ kind: 'unknown', bytes }]);
    expect(textLines(read(0x07))).toEqual(['▒']);
  });
});

describe('a picture of paper', () => {
  it('is as wide as the print head, with every sign in its place', () => {
    const acts = read(0x1c, 0x26, 0x1b, 0x61, 1, 0x1d, 0x21, 0x11, ...seongdong, 0x0a, 0x1d, 0x56, 0x42, 0);
    const svg = pictureOf(acts, 42);
    expect(svg).toContain(`viewBox="-24 0 ${42 * 12 + 48} `);
    expect(svg).toContain(`x="${(42 * 12 - 4 * 12 * 2) / 2}" `);
    expect(svg).toContain('textLength="96"');
    expect(pictureOf(read(0x3c, 0x26, 0x0a), 42)).toContain('&lt;&amp;</text>');
  });
});

describe('a printer on its port', () => {
  let printer: EmulatedPrinter;
  let line: Socket;
  afterEach(async () => {
    line.destroy();
    await printer.unplug();
  });

  const plugIn = async () => {
    printer = new EmulatedPrinter();
    await printer.plugIn();
    line = connect(printer.port, '127.0.0.1');
    line.on('error', () => undefined);
  };
  const heard = (many: number) =>
    new Promise<number[]>((resolve) => {
      const bytes: number[] = [];
      const listen = (data: Buffer) => {
        bytes.push(...data);
        if (bytes.length < many) return;
        line.off('data', listen);
        resolve(bytes);
      };
      line.on('data', listen);
    });
  const states = () => {
    line.write(Uint8Array.of(0x10, 4, 1, 0x10, 4, 2, 0x10, 4, 4));
    return heard(3);
  };

  it('says that it is ready, out of paper, open, low on paper, by the bits of the manuals', async () => {
    await plugIn();
    expect(await states()).toEqual([0x12, 0x12, 0x12]);
    printer.endPaperAfter(0);
    expect(await states()).toEqual([0x1a, 0x32, 0x7e]);
    printer.putPaperIn();
    printer.setCover(true);
    expect(await states()).toEqual([0x1a, 0x16, 0x12]);
    printer.setCover(false);
    printer.nearEnd();
    expect(await states()).toEqual([0x12, 0x12, 0x1e]);
  });

  it('answers on its state while it waits for paper, and on what is done only afterwards', async () => {
    await plugIn();
    printer.endPaperAfter(1);
    line.write(Uint8Array.of(0x41, 0x0a, 0x42, 0x0a, 0x1d, 0x56, 0x42, 0, 0x1d, 0x72, 1));
    await states(); // may be asked and answered before the line is printed: it does not wait its turn
    expect(await states()).toEqual([0x1a, 0x32, 0x7e]);
    expect(printer.papers).toEqual([]);
    const done = heard(1);
    printer.putPaperIn();
    expect(await done).toEqual([0]);
    expect(printer.papers).toMatchObject([{ lines: ['A', 'B'], whole: true, rubbish: false }]);
  });

  it('forgets without current what it had not printed, and what hangs out is torn off', async () => {
    await plugIn();
    printer.endPaperAfter(1);
    line.write(Uint8Array.of(0x41, 0x0a, 0x42, 0x0a, 0x1d, 0x56, 0x42, 0));
    await states();
    await printer.unplug();
    await printer.plugIn();
    printer.putPaperIn();
    expect(printer.papers).toMatchObject([{ lines: ['A'], whole: false }]);
  });
});
