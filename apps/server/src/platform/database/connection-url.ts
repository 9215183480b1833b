/** User named by a PostgreSQL connection URL, or undefined when there is none or the text is no URL. */
export function userOf(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url).username) || undefined;
  } catch {
    return undefined;
  }
}
