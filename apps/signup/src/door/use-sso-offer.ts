import type { CallOutput } from '@sunbeon/client';
import { useEffect, useState } from 'react';
import { useSession } from '../parts/page.tsx';

export type SsoOffer = CallOutput<'ssoOffer'>;

/** Whether a tenant has a log-in of its own; null until that is known. Without an answer the e-mail's log-in must do. */
export function useSsoOffer(tenant: string | null): SsoOffer | null {
  const session = useSession();
  const [offer, setOffer] = useState<SsoOffer | null>(null);
  useEffect(() => {
    if (tenant === null || tenant === '') return;
    const waiting = new AbortController();
    session.client.call('ssoOffer', { params: { tenant }, signal: waiting.signal }).then(setOffer, () => undefined);
    return () => waiting.abort();
  }, [session, tenant]);
  return offer;
}
