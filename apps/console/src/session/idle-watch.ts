/** Acts of a person at this machine. */
const acts = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
/** Said so long before. */
export const warningMs = 60_000;

export interface IdleNews {
  /** A minute is left. */
  warn(): void;
  /** Somebody is there again. */
  back(): void;
  end(): void;
}

/** Where the last act is noted for all windows of this browser: work in one keeps the others logged in. */
const KEY = 'sunbeon.console.act';

/**
 * Notices that somebody has gone away: a token that renews itself would last for ever.
 * @param idleMs time without any act after which it is told
 * @returns a function that ends the watch
 */
export function watchIdle(idleMs: number, tell: IdleNews, page: Window = window): () => void {
  const place = page.localStorage;
  let warned = false;
  const act = () => {
    place.setItem(KEY, String(Date.now()));
    if (warned) tell.back();
    warned = false;
  };
  const look = () => {
    const left = Number(place.getItem(KEY)) + idleMs - Date.now();
    if (left <= 0) return tell.end();
    if (left <= warningMs && !warned) {
      warned = true;
      tell.warn();
    } else if (left > warningMs && warned) act();
  };
  act();
  const timer = setInterval(look, 1_000);
  acts.forEach((name) => page.addEventListener(name, act, { passive: true }));
  return () => {
    clearInterval(timer);
    acts.forEach((name) => page.removeEventListener(name, act));
  };
}
