/*
 * Service worker of kiosks and screens: a page that is loaded anew while the server is away comes from here. It keeps the
 * page, its scripts, styles and fonts, and the slides; nothing that the server says of the office. `libs/ui/vite.ts` makes one
 * script of this file, which therefore imports nothing, and says what is kept.
 */
declare const KEPT: {
  /** Path of the page, `/kiosk/`. */
  readonly base: string;
  /** Name of the cache; another one for each build. */
  readonly shelf: string;
  /** Beginning of the names of all shelves of this app. */
  readonly shelves: string;
  readonly files: readonly string[];
};

interface LifeEvent {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Keeper {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(name: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(name: 'fetch', listener: (event: FetchEvent) => void): void;
}

const keeper = globalThis as unknown as Keeper;
/** A server that is there has sent the page by then. */
const patienceMs = 5_000;

keeper.addEventListener('install', (event) => event.waitUntil(fill()));
keeper.addEventListener('activate', (event) => event.waitUntil(clear()));
keeper.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== keeper.location.origin || request.headers.has('range')) return;
  if (request.mode === 'navigate' && pathname === KEPT.base) event.respondWith(freshOr(request, KEPT.base));
  else if (pathname.startsWith(`${KEPT.base}assets/`)) event.respondWith(keptOr(request));
  else if (pathname.startsWith('/media/')) event.respondWith(freshOr(request, pathname));
});

async function fill(): Promise<void> {
  const shelf = await caches.open(KEPT.shelf);
  // Names of assets change with their content; that of the page does not.
  const asked = KEPT.files.map((file) => new Request(file, { cache: file === KEPT.base ? 'reload' : 'default' }));
  await shelf.addAll(asked);
  await keeper.skipWaiting();
}

async function clear(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(KEPT.shelves) && name !== KEPT.shelf);
  await Promise.all(old.map((name) => caches.delete(name)));
  await keeper.clients.claim();
}

/** The newest from the server, kept for when it is away; else what was kept. */
async function freshOr(request: Request, address: string): Promise<Response> {
  const shelf = await caches.open(KEPT.shelf);
  const answer = await reached(request);
  // A full disk keeps nothing, and shows all the same.
  if (answer?.ok) await shelf.put(address, answer.clone()).catch(() => undefined);
  return answer ?? (await shelf.match(address)) ?? fetch(request);
}

/** undefined: no network, no server in time, or a proxy that says so. */
async function reached(request: Request): Promise<Response | undefined> {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patienceMs) });
    return answer.status >= 500 ? undefined : answer;
  } catch {
    return undefined;
  }
}

async function keptOr(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}
