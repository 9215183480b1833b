/** Where people are who gave no other place. */
const HOME = '/counter/';

/**
 * The place within this site to which a log-in leads: a path with its query. Anything that could lead elsewhere (another
 * host, `//host`, `/\host`, control characters, what is too long) becomes the counter page.
 */
export function nextPath(wish: unknown): string {
  if (typeof wish !== 'string' || wish.length > 300 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wish)) return HOME;
  const here = 'https://here.invalid';
  if (!URL.canParse(wish, here)) return HOME;
  const url = new URL(wish, here);
  // `/.//evil` and the like are resolved before they are judged.
  if (url.origin !== here || url.pathname.startsWith('//') || url.pathname.startsWith('/api/')) return HOME;
  return url.pathname + url.search + url.hash;
}
