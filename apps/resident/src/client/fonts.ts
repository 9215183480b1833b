const LAST_RESORT = "'Pretendard GOV'";

/**
 * The font of last resort arrives after text was laid out, and Chromium draws text anew only where a font that arrives
 * comes first in the list. Once it had to be fetched, it therefore comes first: it has nothing but Hangul.
 */
export function redrawWhenFontsArrive(root: HTMLElement = document.documentElement): void {
  const redraw = () => {
    const families = getComputedStyle(root).getPropertyValue('--font').trim();
    const fetched = [...document.fonts].some(({ status }) => status === 'loaded');
    if (fetched && !families.startsWith(LAST_RESORT)) root.style.setProperty('--font', `${LAST_RESORT}, ${families}`);
  };
  document.fonts.addEventListener('loadingdone', redraw);
  // It may have come before this script did.
  redraw();
}
