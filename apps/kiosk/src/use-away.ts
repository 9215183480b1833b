import { useEffect, useState } from 'react';

/** A line that is there has come up by then. */
const startMs = 3_000;

/**
 * Is the line to the server down? At once when it is lost; at the start of the page, which may be without any network, once
 * it has had its time to come up.
 * @param started something has come over it
 */
export function useAway(live: boolean, started: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (live) return;
    const timer = setTimeout(() => setLate(true), startMs);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [live]);
  return !live && (started || late);
}
