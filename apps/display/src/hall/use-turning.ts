import { useEffect, useState } from 'react';

/** Index that goes round `count` things, one step each `everyMs`; always within the present count. */
export function useTurning(count: number, everyMs: number): number {
  const [step, setStep] = useState(0);
  useEffect(() => {
    if (count < 2) return;
    const timer = setInterval(() => setStep((n) => (n + 1) % 1_000_000), everyMs);
    return () => clearInterval(timer);
  }, [count, everyMs]);
  return count === 0 ? 0 : step % count;
}

/** True while a media query holds. */
export function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const change = () => setHolds(list.matches);
    change();
    list.addEventListener('change', change);
    return () => list.removeEventListener('change', change);
  }, [query]);
  return holds;
}
