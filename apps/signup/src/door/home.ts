import type { Me } from '@sunbeon/contract';
import { safeNext } from '@sunbeon/ui';
import { addressOf } from '../routing/place.ts';
import { go } from '../routing/use-place.tsx';

/** Where somebody goes who has logged in: what was asked for, else where the person works. */
export function homeOf({ session, permissions, offices, roles }: Me, next: string | null): string {
  if (session === 'enrolment') return addressOf('second-factor', '', next === null ? {} : { next });
  const asked = safeNext(next);
  if (asked !== null) return asked;
  if (roles.includes('owner') && offices.length === 0) return addressOf('setup');
  if (permissions.includes('tenant.manage') || permissions.includes('region.view')) return '/console/';
  if (roles.includes('owner')) return '/console/';
  if (permissions.includes('counter.operate') || permissions.includes('ticket.issue')) return '/counter/';
  return addressOf('account');
}

/** Goes there; pages of other apps are loaded anew, and the log-in is nothing to come back to. */
export function goHome(me: Me, next: string | null): void {
  const home = homeOf(me, next);
  if (home.startsWith('/signup/')) go(home, { replace: true });
  else location.replace(home);
}
