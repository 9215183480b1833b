import { useCallback, useEffect, useRef, useState } from 'react';

/** The law asks for a warning at least 20 s ahead, with what is left and a way to have more time. */
export const warningSeconds = 20;

interface IdleView {
  /** Seconds left while warning; null = nothing to warn of. */
  left: number | null;
  extend: () => void;
}

/**
 * Ends a visit after so many seconds without touch or key; the last 20 of them are a warning.
 * @param seconds whole time, at least 30
 * @param active false on an untouched start screen: nothing to end
 */
export function useIdle(seconds: number, active: boolean, onEnd: () => void): IdleView {
  const whole = Math.max(30, seconds);
  const [left, setLeft] = useState<number | null>(null);
  const touchedAt = useRef(0);
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  const extend = useCallback(() => {
    touchedAt.current = performance.now();
    setLeft(null);
  }, []);
  useEffect(() => {
    extend();
    if (!active) return;
    const events = ['pointerdown', 'keydown', 'wheel'] as const;
    events.forEach((name) => addEventListener(name, extend, { passive: true }));
    const timer = setInterval(() => {
      const remaining = Math.ceil(whole - (performance.now() - touchedAt.current) / 1_000);
      if (remaining <= 0) end.current();
      else setLeft(remaining <= warningSeconds ? remaining : null);
    }, 250);
    return () => {
      events.forEach((name) => removeEventListener(name, extend));
      clearInterval(timer);
    };
  }, [whole, active, extend]);
  return { left: active ? left : null, extend };
}
