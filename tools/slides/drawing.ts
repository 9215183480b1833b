/** Small vocabulary of the slides: KRDS colours, one grid of 1920x1080, text and pictograms as SVG. */
export const color = {
  primary: '#0b50d0',
  primaryMid: '#256ef4',
  primarySoft: '#ecf2fe',
  primaryLine: '#b1cefb',
  ink: '#1e2124',
  subtle: '#464c53',
  line: '#cdd1d5',
  surface: '#f4f5f6',
  white: '#ffffff',
  green: '#228738',
  greenSoft: '#eaf6ec',
  yellow: '#ffb114',
} as const;

interface TextStyle {
  size: number;
  bold?: boolean;
  fill?: string;
  anchor?: 'start' | 'middle' | 'end';
}

/** One line of text; `y` is its baseline. */
export function text(x: number, y: number, words: string, { size, bold, fill, anchor }: TextStyle): string {
  const attributes = [
    `x="${x}" y="${y}" font-size="${size}"`,
    `font-weight="${bold ? 700 : 400}"`,
    `fill="${fill ?? color.ink}"`,
    ...(anchor ? [`text-anchor="${anchor}"`] : []),
  ];
  return `<text ${attributes.join(' ')}>${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;
}

/** Lines below each other. */
export function lines(x: number, y: number, all: readonly string[], style: TextStyle, leading = 1.35): string {
  return all.map((words, index) => text(x, y + index * style.size * leading, words, style)).join('\n');
}

interface BoxStyle {
  fill?: string;
  stroke?: string;
  radius?: number;
}

export function box(x: number, y: number, width: number, height: number, style: BoxStyle = {}): string {
  const { fill = color.white, stroke, radius = 24 } = style;
  const edge = stroke ? ` stroke="${stroke}" stroke-width="4"` : '';
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"${edge}/>`;
}

/** A path in strokes of one weight, on a grid of 100 enlarged to `size`. */
export function pictogram(x: number, y: number, size: number, path: string, stroke: string, weight = 5): string {
  const scale = size / 100;
  const transform = `translate(${x} ${y}) scale(${scale})`;
  return `<g transform="${transform}" fill="none" stroke="${stroke}" stroke-width="${weight}" stroke-linecap="round" stroke-linejoin="round">${path}</g>`;
}

/** A fact: a bold heading with a plain line below, beside a blue bar. */
export function fact(x: number, y: number, heading: string, explanation: string): string {
  return [
    box(x, y, 10, 118, { fill: color.primaryMid, radius: 5 }),
    text(x + 40, y + 50, heading, { size: 54, bold: true }),
    text(x + 40, y + 110, explanation, { size: 40, fill: color.subtle }),
  ].join('\n');
}

/** The common frame: label, title of one or two lines, sentence below, and the office at the foot. */
export function frame(label: string, title: readonly string[], sentence: string, body: string): string {
  const below = 250 + title.length * 122;
  return [
    box(0, 0, 1920, 1080, { radius: 0 }),
    box(0, 0, 1920, 16, { fill: color.primary, radius: 0 }),
    box(96, 84, 56 + [...label].length * 38, 76, { fill: color.primarySoft, radius: 38 }),
    text(124 + ([...label].length * 38) / 2, 137, label, {
      size: 38,
      bold: true,
      fill: color.primary,
      anchor: 'middle',
    }),
    lines(96, 282, title, { size: 104, bold: true }, 1.2),
    text(96, below, sentence, { size: 48, fill: color.subtle }),
    body,
    `<rect x="0" y="996" width="1920" height="84" fill="${color.surface}"/>`,
    text(96, 1052, '성동구 종합민원실', { size: 38, bold: true, fill: color.subtle }),
  ].join('\n');
}
