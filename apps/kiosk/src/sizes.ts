/** Diagonal taken when the device record says none, in inches: the usual panel of a stand kiosk. */
const usualDiagonalInches = 27;

/**
 * CSS pixels of one millimetre of glass, for a page that fills a panel.
 * @param width CSS pixels of the page
 * @param height CSS pixels of the page
 * @param diagonalInches of the panel, from the device's settings
 */
export function pixelsPerMillimetre(width: number, height: number, diagonalInches = usualDiagonalInches): number {
  return Math.hypot(width, height) / (diagonalInches * 25.4);
}
