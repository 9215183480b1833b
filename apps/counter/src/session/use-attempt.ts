import { useState } from 'react';
import { useDoorFault, type Missing } from './door-fault.ts';

export interface Attempt {
  /** What is wrong with the last one: something missing, or what was thrown. */
  readonly fault: unknown;
  /** The same in one sentence; null = nothing to say. */
  readonly says: string | null;
  readonly working: boolean;
  /** Something is under way, or the server wants a pause: nothing is sent. */
  readonly busy: boolean;
  /** @param missing what a field lacks: it is said, and nothing is sent @param failed looks first at what was thrown; true = nothing to say */
  go(missing: Missing | null, work: () => Promise<void>, failed?: (error: unknown) => boolean): void;
  forget(): void;
}

/** Tries at a form of the door, one at a time. */
export function useAttempt(): Attempt {
  const [working, setWorking] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const { says, wait } = useDoorFault(fault);
  const busy = working || wait > 0;
  const go: Attempt['go'] = (missing, work, failed) => {
    if (busy) return;
    setFault(missing);
    if (missing !== null) return;
    setWorking(true);
    work()
      .catch((error: unknown) => {
        if (!failed?.(error)) setFault(error);
      })
      .finally(() => setWorking(false));
  };
  return { fault, says, working, busy, go, forget: () => setFault(null) };
}
