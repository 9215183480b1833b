import type { CallMessage } from '@sunbeon/contract';
import { useEffect, useMemo, useState } from 'react';

/** How long a monitor shows a call in inverted colours. */
const freshMs = 3_000;

export interface FreshCalls {
  /** Seqs of the calls of the last three seconds. */
  readonly seqs: ReadonlySet<number>;
  add(call: CallMessage): void;
}

/** Calls of the last three seconds, each forgotten by itself. */
export function useFreshCalls(): FreshCalls {
  const [seqs, setSeqs] = useState<ReadonlySet<number>>(new Set());
  const timers = useMemo(() => new Set<ReturnType<typeof setTimeout>>(), []);
  useEffect(() => () => timers.forEach(clearTimeout), [timers]);
  const add = ({ seq }: CallMessage) => {
    setSeqs((now) => new Set([...now, seq]));
    const timer = setTimeout(() => {
      timers.delete(timer);
      setSeqs((now) => new Set([...now].filter((one) => one !== seq)));
    }, freshMs);
    timers.add(timer);
  };
  return { seqs, add };
}
