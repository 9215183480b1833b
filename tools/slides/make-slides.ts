/**
 * Draws the demo's slides for the hall TV: `node --import ./tools/ts.mjs tools/slides/make-slides.ts`.
 * Needs Python with fonttools and brotli: a picture shows no font of its page, so that each slide carries the few
 * letters of Pretendard GOV (SIL Open Font License) that it uses. Writes apps/display/media/*.svg.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../root.ts';
import { slides } from './slides.ts';

const fonts = join(root, 'node_modules/pretendard-gov/dist/web/static/woff2-subset');
const target = join(root, 'apps/display/media');
const folder = mkdtempSync(join(tmpdir(), 'sunbeon-slides-'));

try {
  mkdirSync(target, { recursive: true });
  for (const [name, slide] of Object.entries(slides)) {
    const drawing = slide.draw();
    const svg = [
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1920 1080" width="1920" height="1080">',
      `<title>${slide.title}</title>`,
      '<!-- Letters: Pretendard GOV, Copyright (c) 2021 Kil Hyung-jin, SIL Open Font License 1.1 -->',
      `<style>${face('Regular', 400, drawing)}${face('Bold', 700, drawing)}`,
      'text{font-family:"Pretendard GOV",sans-serif;font-variant-numeric:tabular-nums}</style>',
      drawing,
      '</svg>',
    ].join('\n');
    writeFileSync(join(target, `${name}.svg`), `${svg}\n`);
    console.log(`${name}.svg ${Math.round(svg.length / 1024)} KB`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The letters of one weight as an embedded font. */
function face(style: 'Regular' | 'Bold', weight: number, drawing: string): string {
  const pattern = new RegExp(`<text[^>]*font-weight="${weight}"[^>]*>([^<]*)`, 'g');
  const letters = [...drawing.matchAll(pattern)].map((match) => match[1]).join('');
  const output = join(folder, `${style}.woff2`);
  execFileSync(process.env['PYTHON'] ?? 'python3', [
    '-m',
    'fontTools.subset',
    join(fonts, `PretendardGOV-${style}.subset.woff2`),
    `--text=${letters}`,
    '--flavor=woff2',
    '--layout-features=tnum,kern',
    `--output-file=${output}`,
  ]);
  const data = readFileSync(output).toString('base64');
  return `@font-face{font-family:"Pretendard GOV";font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
}
