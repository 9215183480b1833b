import { useEffect } from 'react';

const ASK_EVERY = 3_000;
/** Whoever acts on it by a reload must not do so again and again. */
const NOT_BEFORE = 10_000;

/** Calls once the server answers, ten seconds after the page was opened at the earliest. @param wanted false: not at all */
export function useServerBack(wanted: boolean, back: () => void): void {
  useEffect(() => {
    if (!wanted) return undefined;
    const timer = setInterval(() => {
      if (performance.now() < NOT_BEFORE) return;
      fetch('/api/health/live', { cache: 'no-store' }).then(
        ({ ok }) => ok && back(),
        () => undefined, // still away
      );
    }, ASK_EVERY);
    return () => clearInterval(timer);
  }, [wanted, back]);
}
