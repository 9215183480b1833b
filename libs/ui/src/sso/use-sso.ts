import type { CallOutput, Client } from '@sunbeon/client';
import { useEffect, useState } from 'react';
import { knownTenant, rememberTenant } from './known-tenant.ts';
import { ssoAskPath, ssoPath } from './sso-paths.ts';

export type SsoOffer = CallOutput<'ssoOffer'>;

/** Whether a tenant has a log-in of its own; null until that is known. Without an answer the e-mail's log-in must do. */
export function useSsoOffer(client: Client, tenant: string | null): SsoOffer | null {
  const [offer, setOffer] = useState<{ tenant: string; answer: SsoOffer } | null>(null);
  useEffect(() => {
    if (tenant === null || tenant === '') return;
    const waiting = new AbortController();
    client.call('ssoOffer', { params: { tenant }, signal: waiting.signal }).then(
      (answer) => setOffer({ tenant, answer }),
      () => undefined,
    );
    return () => waiting.abort();
  }, [client, tenant]);
  return offer?.tenant === tenant ? offer.answer : null;
}

export interface SsoWay {
  /** Where the log-in by an identity provider begins. */
  readonly href: string;
  /** The institution whose log-in it is; null while that is to be asked. */
  readonly name: string | null;
}

/**
 * The way in by the institution's own log-in, for the doors of all apps; null when this machine's institution has none.
 * @param next where to go afterwards; its `?tenant=` says whose log-in it is
 */
export function useSsoWay(client: Client, next: string): SsoWay | null {
  const [tenant] = useState(() => knownTenant(next));
  const offer = useSsoOffer(client, tenant);
  if (tenant === null) return { href: ssoAskPath(next), name: null };
  return offer?.available ? { href: ssoPath(tenant, next), name: offer.name ?? tenant } : null;
}

/** Once somebody is in, this machine knows whose log-in it is to offer. @param tenant null while nobody is */
export function useRememberedTenant(tenant: string | null): void {
  useEffect(() => {
    if (tenant !== null) rememberTenant(tenant);
  }, [tenant]);
}
