import { useEffect, useState } from 'react';
import { useSession } from '../parts/page.tsx';

/** Where the letters of a demo can be read; null on every real installation, whose letters nobody else may see. */
export function useLetters(): string | null {
  const session = useSession();
  const [letters, setLetters] = useState<string | null>(null);
  useEffect(() => {
    const waiting = new AbortController();
    session.client.call('signupInfo', { signal: waiting.signal }).then(
      (info) => setLetters(info.letters),
      () => undefined,
    );
    return () => waiting.abort();
  }, [session]);
  return letters;
}
