import { PAGE_PICTURE_TYPE, isLeftOut, scaleFor } from './draw-page-rules.ts';

export interface PagePicture {
  readonly type: typeof PAGE_PICTURE_TYPE;
  /** base64, without the head of a data URL. */
  readonly data: string;
}

/**
 * A picture of this page, drawn by the page itself: a copy of its elements with all of its styles goes into an SVG, which is
 * drawn on a canvas. It is what the page believes to show, not what the glass shows: a dark or unplugged panel looks well
 * in it. Pictures and films are drawn as they stand now; those of other origins are left out.
 * @throws Error when this browser cannot draw it
 */
export async function drawPage(page: Document = document): Promise<PagePicture> {
  const width = page.documentElement.clientWidth;
  const height = page.documentElement.clientHeight;
  const image = await load(svgOf(page, await stylesOf(page), width, height));
  const scale = scaleFor(width);
  const canvas = page.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const [, data = ''] = canvas.toDataURL(PAGE_PICTURE_TYPE, 0.8).split(',');
  return { type: PAGE_PICTURE_TYPE, data };
}

function svgOf(page: Document, styles: string, width: number, height: number): string {
  const body = page.body.cloneNode(true) as HTMLElement;
  freeze(page.body, body);
  const root = page.documentElement;
  // Styles speak of html and :root, which the copy has as well.
  const html = page.implementation.createHTMLDocument('');
  for (const { name, value } of root.attributes) html.documentElement.setAttribute(name, value);
  const style = html.createElement('style');
  style.textContent = styles;
  html.head.append(style);
  html.documentElement.replaceChild(html.adoptNode(body), html.body);
  const text = new XMLSerializer().serializeToString(html.documentElement);
  const size = `width="${width}" height="${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><foreignObject x="0" y="0" ${size}>${text}</foreignObject></svg>`;
}

/** Makes the copy stand still: films, pictures and canvases become what they show now; what must not leave is taken out. */
function freeze(original: Element, copy: Element): void {
  const pairs = [...copy.querySelectorAll('*')].map((element, index) => {
    return [original.querySelectorAll('*').item(index), element] as const;
  });
  for (const [from, to] of pairs) {
    if (isLeftOut(to.localName)) to.remove();
    else if (to.hasAttribute('data-private')) to.replaceChildren();
    else if (from instanceof HTMLVideoElement || from instanceof HTMLImageElement || from instanceof HTMLCanvasElement)
      replaceByPicture(from, to);
    else if (from instanceof HTMLInputElement) to.setAttribute('value', from.value);
  }
}

function replaceByPicture(from: HTMLVideoElement | HTMLImageElement | HTMLCanvasElement, to: Element): void {
  const picture = to.ownerDocument.createElement('img');
  for (const { name, value } of to.attributes) {
    if (!['src', 'srcset', 'poster', 'autoplay', 'loop', 'muted'].includes(name)) picture.setAttribute(name, value);
  }
  const { width, height, objectFit } = getComputedStyle(from);
  Object.assign(picture.style, { width, height, objectFit });
  const data = dataOf(from);
  if (data !== undefined) picture.src = data;
  to.replaceWith(picture);
}

/** undefined = nothing loaded yet, or of another origin. */
function dataOf(from: HTMLVideoElement | HTMLImageElement | HTMLCanvasElement): string | undefined {
  const box = from.getBoundingClientRect();
  const natural =
    from instanceof HTMLVideoElement
      ? { width: from.videoWidth, height: from.videoHeight }
      : from instanceof HTMLImageElement
        ? { width: from.naturalWidth || box.width, height: from.naturalHeight || box.height }
        : { width: from.width, height: from.height };
  if (natural.width === 0 || natural.height === 0) return undefined;
  const canvas = from.ownerDocument.createElement('canvas');
  // No larger than it stands on the page: the picture is for looking at the whole.
  const shrink = Math.min(1, Math.max(box.width, 1) / natural.width);
  canvas.width = Math.max(1, Math.round(natural.width * shrink));
  canvas.height = Math.max(1, Math.round(natural.height * shrink));
  try {
    canvas.getContext('2d')?.drawImage(from, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png');
  } catch {
    return undefined;
  }
}

/** All rules of the page. A drawing loads nothing, so the fonts that the page has in use go along inside. */
async function stylesOf(page: Document): Promise<string> {
  const rules = [...page.styleSheets].flatMap(rulesOf);
  return (await Promise.all(rules.map(withFont))).join('\n');
}

function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return []; // of another origin
  }
}

const fonts = new Map<string, Promise<string>>();

async function withFont(rule: CSSRule): Promise<string> {
  if (!(rule instanceof CSSFontFaceRule)) return rule.cssText;
  const [whole, address] = /url\("([^"]+)"\)/.exec(rule.cssText) ?? [];
  if (whole === undefined || address === undefined) return rule.cssText;
  const url = new URL(address, rule.parentStyleSheet?.href ?? document.baseURI).href;
  const known = fonts.get(url) ?? dataUrlOf(url);
  fonts.set(url, known);
  // A font that cannot be had is one that the page does not show either.
  return known.then((data) => rule.cssText.replace(whole, `url("${data}")`)).catch(() => '');
}

async function dataUrlOf(url: string): Promise<string> {
  const answer = await fetch(url, { cache: 'force-cache' });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const bytes = await answer.blob();
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => fail(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(bytes);
  });
}

function load(svg: string): Promise<HTMLImageElement> {
  return new Promise((done, fail) => {
    const image = new Image();
    image.onload = () => done(image);
    image.onerror = () => fail(new Error('the page could not be drawn'));
    // A data URL: a picture from a blob would taint the canvas.
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  });
}
