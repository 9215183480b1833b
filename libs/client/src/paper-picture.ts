import { encode } from 'uqr';
import type { Picture, PrinterAct } from './escpos-reader.ts';

/** Dots of a plain sign of one column: 12 wide and 24 high, as font A of every such printer. */
const columnDots = 12;
const lineDots = 30;
const margin = 24;

/** What stands on the paper, line by line, as a person reads it; a QR code as its text between brackets. */
export function textLines(acts: readonly PrinterAct[]): string[] {
  return acts.flatMap((act) => {
    if (act.kind === 'text') return [act.text];
    if (act.kind === 'feed') return Array.from({ length: act.lines }, () => '');
    if (act.kind === 'qr') return [`[QR ${act.text}]`];
    if (act.kind === 'picture') return [`[picture ${act.width}x${act.height}]`];
    return act.kind === 'unknown' ? ['▒'.repeat(act.bytes.length)] : [];
  });
}

/** The paper as an SVG, dot for dot as wide as the print head. @param columns of the paper: 42 or 30 */
export function pictureOf(acts: readonly PrinterAct[], columns: number): string {
  const width = columns * columnDots;
  const parts: string[] = [];
  let y = margin;
  for (const act of acts) {
    if (act.kind === 'feed') y += act.lines * lineDots;
    if (act.kind === 'text') {
      y += lineDots * act.style.height;
      parts.push(drawText(act, width, y));
    }
    if (act.kind === 'qr') {
      const drawn = drawQr(act, width, y + 8);
      parts.push(drawn.svg);
      y += drawn.size + 16;
    }
    if (act.kind === 'picture') {
      parts.push(drawPicture(act, width, y));
      y += act.height;
    }
    if (act.kind === 'cut') {
      y += 60;
      parts.push(`<path d="M${-margin} ${y}H${width + margin}" stroke="#888" stroke-dasharray="8 8"/>`);
    }
  }
  const box = `${-margin} 0 ${width + 2 * margin} ${y + margin}`;
  const paper = `<rect x="${-margin}" width="${width + 2 * margin}" height="${y + margin}" fill="#fff"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="${width + 2 * margin}" height="${y + margin}">${paper}${parts.join('')}</svg>`;
}

function drawText({ text, style }: Extract<PrinterAct, { kind: 'text' }>, width: number, y: number): string {
  const dots = [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x80 ? 1 : 2), 0) * columnDots * style.width;
  const x = { left: 0, center: (width - dots) / 2, right: width - dots }[style.align];
  const weight = style.bold ? ' font-weight="700"' : '';
  const size = `font-size="${22 * style.height}" font-family="Pretendard GOV, monospace"`;
  const base = y - 6 * style.height;
  // Every sign as wide as the printer has it, whatever font draws it here.
  return `<text x="${x}" y="${base}" textLength="${dots}" lengthAdjust="spacingAndGlyphs" xml:space="preserve" ${size}${weight}>${escapeXml(text)}</text>`;
}

function drawQr({ text, dot }: Extract<PrinterAct, { kind: 'qr' }>, width: number, y: number) {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const x = (width - size * dot) / 2;
  const cells = data.flatMap((row, j) => row.map((dark, i) => (dark ? `M${i} ${j}h1v1h-1z` : ''))).join('');
  return { size: size * dot, svg: `<path transform="translate(${x} ${y}) scale(${dot})" d="${cells}"/>` };
}

function drawPicture({ align, width, height, bits }: Picture, paper: number, y: number): string {
  const x = { left: 0, center: (paper - width) / 2, right: paper - width }[align];
  const rows = Array.from({ length: height }, (_, row) => bits.slice((row * width) / 8, ((row + 1) * width) / 8));
  const runs = rows.flatMap((row, j) =>
    [
      ...row
        .map((byte) => byte.toString(2).padStart(8, '0'))
        .join('')
        .matchAll(/1+/g),
    ].map(({ index, 0: run }) => `M${index} ${j}h${run.length}v1h-${run.length}z`),
  );
  return `<path transform="translate(${x} ${y})" d="${runs.join('')}"/>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
