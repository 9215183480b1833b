/**
 * Looks after a page that nobody looks after for months. What a page can do, it does: drawing that has stopped while the
 * page is in front is ended by loading it anew. A browser that hangs as a whole must be restarted from outside
 * (docs/display.md).
 */
export const stalledAfterMs = 30_000;
const lookEveryMs = 5_000;
/** At most one reload in so long, so that a fault that a reload does not cure is not a flicker. */
export const reloadAtMostEveryMs = 300_000;
const reloadKey = 'sunbeon.display.reloadedAt';

export interface PageSigns {
  readonly nowMs: number;
  readonly visible: boolean;
  /** When a frame was drawn last, and when this page became visible last. */
  readonly lastFrameMs: number;
  readonly visibleSinceMs: number;
  readonly lastReloadMs: number;
}

/** Has drawing stopped? A hidden page draws nothing, rightly, and has a while to begin again. */
export function mustReload({ nowMs, visible, lastFrameMs, visibleSinceMs, lastReloadMs }: PageSigns): boolean {
  if (!visible || nowMs - visibleSinceMs < stalledAfterMs) return false;
  return nowMs - lastFrameMs >= stalledAfterMs && nowMs - lastReloadMs >= reloadAtMostEveryMs;
}

/** Begins to watch; for the life of the page. Measured by performance.now(), which no clock change moves. */
export function watchPage(): void {
  let lastFrameMs = performance.now();
  let visibleSinceMs = lastFrameMs;
  const frame = () => {
    lastFrameMs = performance.now();
    // One frame a second is sign enough.
    setTimeout(() => requestAnimationFrame(frame), 1_000);
  };
  requestAnimationFrame(frame);
  document.addEventListener('visibilitychange', () => (visibleSinceMs = performance.now()));
  setInterval(() => {
    const nowMs = performance.now();
    const visible = document.visibilityState === 'visible';
    const lastReloadMs = nowMs - sinceReload();
    if (mustReload({ nowMs, visible, lastFrameMs, visibleSinceMs, lastReloadMs })) reload('drawing stopped');
  }, lookEveryMs);
}

/** After a fault of drawing: the page anew in ten seconds, or as soon as the last reload is long enough ago. */
export function reloadSoon(): void {
  setTimeout(() => reload('drawing failed'), Math.max(10_000, reloadAtMostEveryMs - sinceReload()));
}

/** Milliseconds since the watchdog reloaded this page; very many when it never did. */
function sinceReload(): number {
  try {
    const at = Number(sessionStorage.getItem(reloadKey) ?? Number.NaN);
    return Number.isFinite(at) ? Math.abs(Date.now() - at) : Number.MAX_SAFE_INTEGER;
  } catch {
    return Number.MAX_SAFE_INTEGER;
  }
}

export function reload(reason: string): void {
  console.warn(`the page is loaded anew: ${reason}`);
  try {
    sessionStorage.setItem(reloadKey, String(Date.now()));
  } catch {
    // Without storage the brake is missing, not the reload.
  }
  location.reload();
}
