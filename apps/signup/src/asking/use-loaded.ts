import { useCallback, useEffect, useRef, useState } from 'react';

export interface Loaded<T> {
  readonly value: T | null;
  readonly fault: unknown;
  /** Asks again; what is shown stays until the answer is there. */
  reload(): Promise<void>;
  /** Shows what a command answered, without asking again. */
  show(value: T): void;
}

interface Options {
  /** Asks again by itself so often; waits while nobody looks at the page. */
  everyMs?: number;
}

/** Something read from the server for a page. @param read stable, or each render asks anew */
export function useLoaded<T>(read: () => Promise<T>, { everyMs }: Options = {}): Loaded<T> {
  const [value, setValue] = useState<T | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const turn = useRef(0);
  const reload = useCallback(async () => {
    const mine = ++turn.current;
    try {
      const answer = await read();
      if (mine !== turn.current) return;
      setValue(answer);
      setFault(null);
    } catch (error) {
      if (mine === turn.current) setFault(error ?? new Error('unknown'));
    }
  }, [read]);
  useEffect(() => {
    void reload();
    return () => void (turn.current += 1);
  }, [reload]);
  useEffect(() => {
    if (everyMs === undefined) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && void reload(), everyMs);
    return () => clearInterval(timer);
  }, [reload, everyMs]);
  const show = useCallback((next: T) => {
    turn.current += 1;
    setValue(next);
  }, []);
  return { value, fault, reload, show };
}
