/** Small, and drawn by every browser. */
export const PAGE_PICTURE_TYPE = 'image/jpeg';
/** Wide enough to read a called number, small enough for any line: about 100 to 300 kB. */
const WIDEST = 1_280;

/** Factor by which a page of this width is drawn smaller. */
export function scaleFor(width: number): number {
  return Math.min(1, WIDEST / Math.max(width, 1));
}

/** Elements that are no part of a picture: programs, frames, sounds. */
export function isLeftOut(name: string): boolean {
  return ['script', 'noscript', 'iframe', 'audio', 'object', 'embed', 'link'].includes(name);
}
