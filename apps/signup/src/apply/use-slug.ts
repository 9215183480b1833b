import { useEffect, useState } from 'react';
import { useSession } from '../parts/page.tsx';
import { slugForm } from './slug.ts';

/** unknown = not asked, or no answer: the server decides when the form is sent. */
export type SlugState = 'unknown' | 'asking' | 'free' | 'taken' | 'reserved';

const pauseMs = 400;

/** Asks whether an address is free once somebody pauses typing. */
export function useSlug(slug: string): SlugState {
  const session = useSession();
  const [known, setKnown] = useState<{ slug: string; state: SlugState } | null>(null);
  const asks = slugForm.test(slug);
  useEffect(() => {
    if (!asks) return;
    const waiting = new AbortController();
    const ask = async () => {
      const input = { params: { slug }, signal: waiting.signal };
      const state = await session.client.call('signupSlug', input).then(
        ({ available, reason }): SlugState => (available ? 'free' : (reason ?? 'taken')),
        (): SlugState => 'unknown',
      );
      if (!waiting.signal.aborted) setKnown({ slug, state });
    };
    const timer = setTimeout(() => void ask(), pauseMs);
    return () => {
      clearTimeout(timer);
      waiting.abort();
    };
  }, [session, slug, asks]);
  if (!asks) return 'unknown';
  return known?.slug === slug ? known.state : 'asking';
}
