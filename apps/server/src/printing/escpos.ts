import { columnsOf, encodeText } from './printer-text.ts';

/** One thing on the paper after the other. Texts are printable and fit their line. */
export type ReceiptLine =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Times as wide and as high as plain text, 1 to 8. */
      readonly size: number;
      readonly align: 'left' | 'center';
      readonly bold: boolean;
    }
  | { readonly kind: 'feed'; readonly lines: number }
  /** Dots in rows, eight to a byte; no wider than the narrowest paper. */
  | { readonly kind: 'picture'; readonly width: number; readonly height: number; readonly bits: Uint8Array }
  /** Printed by the printer's own command. ASCII only. */
  | { readonly kind: 'qr'; readonly text: string };

/** Widths of paper there are, in millimetres, with the columns that every common printer has on it: 180 and 203 dpi alike. */
export const columnsOfPaper = { 80: 42, 58: 30 } as const;
export type PaperMm = keyof typeof columnsOfPaper;

const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;
const LF = 0x0a;
const start = [
  [ESC, 0x40], // as after switching on: what another program set is gone
  [ESC, 0x52, 13], // Korea
  [FS, 0x26], // pairs of bytes are signs
];
const cut = [GS, 0x56, 0x42, 0];
const alignments = { left: 0, center: 1 } as const;

/** The receipt for a printer of the ESC/POS family with Korean signs, cut off at its end. */
export function escPos(lines: readonly ReceiptLine[]): Uint8Array {
  return Uint8Array.from([...start.flat(), ...lines.flatMap(bytesOf), ...cut]);
}

/** Most times that a text may be as large, so that it stays on one line. */
export function largestSize(text: string, columns: number, most: number): number {
  return Math.max(1, Math.min(most, 8, Math.floor(columns / Math.max(1, columnsOf(text)))));
}

/** Lines of at most so many columns, broken at blanks where there are some. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/ +/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (columnsOf(longer) <= columns) line = longer;
    else {
      if (line !== '') lines.push(line);
      const parts = chop(word, columns);
      line = parts.pop() ?? '';
      lines.push(...parts);
    }
  }
  return line === '' ? lines : [...lines, line];
}

function chop(word: string, columns: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const sign of word) {
    if (part !== '' && columnsOf(part + sign) > columns) {
      parts.push(part);
      part = '';
    }
    part += sign;
  }
  return [...parts, part];
}

function bytesOf(line: ReceiptLine): number[] {
  if (line.kind === 'feed') return [ESC, 0x64, line.lines];
  if (line.kind === 'qr') return qrBytes(line.text);
  if (line.kind === 'picture') return pictureBytes(line);
  const scale = line.size - 1;
  return [
    ...[ESC, 0x61, alignments[line.align]],
    ...[ESC, 0x45, line.bold ? 1 : 0],
    ...[GS, 0x21, (scale << 4) | scale],
    ...encodeText(line.text),
    LF,
  ];
}

function pictureBytes({ width, height, bits }: Extract<ReceiptLine, { kind: 'picture' }>): number[] {
  const columns = width / 8;
  const size = [columns & 0xff, columns >> 8, height & 0xff, height >> 8];
  return [...[ESC, 0x61, alignments.center], ...[GS, 0x76, 0x30, 0], ...size, ...bits];
}

/** Model 2, correction M, dots of 5 (0.6 mm), stored and then printed in the middle. */
function qrBytes(text: string): number[] {
  const data = Array.from(text, (sign) => sign.charCodeAt(0) & 0x7f);
  return [
    ...[ESC, 0x61, alignments.center],
    ...qrCommand(65, 50, 0),
    ...qrCommand(67, 5),
    ...qrCommand(69, 49),
    ...qrCommand(80, 48, ...data),
    ...qrCommand(81, 48),
  ];
}

function qrCommand(task: number, ...values: number[]): number[] {
  const length = values.length + 2;
  return [GS, 0x28, 0x6b, length & 0xff, length >> 8, 49, task, ...values];
}
