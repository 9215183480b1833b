import { useRef, useState } from 'react';

/** One thing at a time that is asked of the server, and what became of it. */
export interface Work {
  readonly working: boolean;
  /** Why the last one failed; null = it did not. */
  readonly fault: unknown;
  /** Begins unless something is under way; a failure becomes `fault`. */
  run(work: () => Promise<unknown>): void;
  forget(): void;
}

export function useWork(): Work {
  const [working, setWorking] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const busy = useRef(false);
  const run = (work: () => Promise<unknown>) => {
    if (busy.current) return;
    busy.current = true;
    setWorking(true);
    setFault(null);
    const ended = () => {
      busy.current = false;
      setWorking(false);
    };
    work().then(ended, (error: unknown) => {
      setFault(error ?? new Error('unknown'));
      ended();
    });
  };
  return { working, fault, run, forget: () => setFault(null) };
}
