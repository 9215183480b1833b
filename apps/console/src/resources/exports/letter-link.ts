import { createContext, useContext } from 'react';

/** What the link of a letter carries: which archive, and the code for it. */
export interface LetterLink {
  readonly id: string;
  readonly code: string;
}

/** Reads `#/exports/{id}?code=…`; null for any other fragment. */
export function readLetterLink(hash: string): LetterLink | null {
  const [, id, code] = /^#\/exports\/([0-9a-f-]{36})\?code=([\w-]{1,100})$/.exec(hash) ?? [];
  return id === undefined || code === undefined ? null : { id, code };
}

/**
 * Takes the link out of the address before anything is drawn: the code stays in memory, through the log-in, and neither in
 * the address bar nor in the browser's history. Another letter's link in a window that is open already loads it anew.
 */
export function takeLetterLink(): LetterLink | null {
  const link = readLetterLink(location.hash);
  if (link) history.replaceState(null, '', '/console/exports');
  addEventListener('hashchange', () => readLetterLink(location.hash) && location.reload());
  return link;
}

export const LetterLinkContext = createContext<LetterLink | null>(null);

/** The link by which this page was opened, if it was. */
export const useLetterLink = (): LetterLink | null => useContext(LetterLinkContext);
