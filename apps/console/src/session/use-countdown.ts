import { ProblemError } from '@sunbeon/client';
import { useEffect, useState } from 'react';

/** Whole seconds until the next attempt counts, after too many. */
export function useCountdown(fault: unknown): number {
  const isLimit = fault instanceof ProblemError && fault.code === 'too_many_requests';
  const seconds = isLimit ? Math.ceil(fault.retryAfterSeconds ?? 30) : 0;
  const [passed, setPassed] = useState({ fault, seconds: 0 });
  if (passed.fault !== fault) setPassed({ fault, seconds: 0 });
  useEffect(() => {
    if (seconds === 0) return;
    const timer = setInterval(() => setPassed((now) => ({ ...now, seconds: now.seconds + 1 })), 1_000);
    return () => clearInterval(timer);
  }, [fault, seconds]);
  return Math.max(0, seconds - passed.seconds);
}
