/** Pages of the app, by the first path segment under /signup/. */
export const pages = [
  'apply',
  'sent',
  'confirm',
  'waiting',
  'second-factor',
  'setup',
  'invitation',
  'login',
  'forgot',
  'reset',
  'account',
] as const;
export type PageName = (typeof pages)[number];

/** Where one is: the page, a step within it, and what stands behind `?` and `#`. */
export interface Place {
  readonly page: PageName | null;
  /** Second path segment, '' when there is none. */
  readonly step: string;
  readonly query: URLSearchParams;
  /** Secret of a link that came by mail; it stands behind '#', which no server and no log ever sees. */
  readonly token: string;
}

const base = '/signup';

/** Reads an address; an unknown path is page null. */
export function readPlace({ pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>): Place {
  const [first = '', step = '', ...more] = pathname.slice(base.length).split('/').filter(Boolean).map(decoded);
  const known = pages.find((page) => page === (first === '' ? 'apply' : first)) ?? null;
  return {
    page: more.length > 0 ? null : known,
    step,
    query: new URLSearchParams(search),
    token: decoded(hash.slice(1)),
  };
}

/** Address of a page: `/signup/setup/hours`. */
export function addressOf(page: PageName, step = '', query: Readonly<Record<string, string>> = {}): string {
  const path = page === 'apply' ? `${base}/` : `${base}/${page}${step && `/${step}`}`;
  const search = new URLSearchParams(query);
  return search.size > 0 ? `${path}?${search}` : path;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
