import type { Page } from 'playwright-core';

export interface UsedFont {
  family: string;
  /** True for a font that the page brings along, false for one of the machine. */
  ownOfPage: boolean;
  glyphs: number;
}

/**
 * The fonts that really draw the text of an element, as the browser counts its glyphs. A machine without a Korean font
 * draws Hangul with a web font of the page, or not at all.
 * @throws Error when nothing matches the selector
 */
export async function fontsOf(page: Page, selector: string): Promise<UsedFont[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { root } = await devtools.send('DOM.getDocument');
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  if (!nodeId) throw new Error(`nothing on ${page.url()} matches ${selector}`);
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
  await devtools.detach();
  return fonts.map((font) => ({ family: font.familyName, ownOfPage: font.isCustomFont, glyphs: font.glyphCount }));
}
