import { safeNext } from '../routing/place.ts';

/** Where the tenant's own log-in begins (`ssoStartPath` of the contract, written out so that no schema comes along). */
export function ssoPath(tenant: string, next: string | null): string {
  const target = safeNext(next) ?? '/counter/';
  return `/api/auth/sso/${encodeURIComponent(tenant)}?${new URLSearchParams({ next: target })}`;
}
