import type { Role } from '@sunbeon/contract';
import type { BegunBy } from './second-factor.policy.ts';

/** An access token is good for so long. */
export const accessMs = 15 * 60_000;
/** Any session is over after so long, however much it is used. */
export const absoluteMs = 7 * 24 * 3_600_000;
/** What somebody does is written down this often at most. */
export const touchMs = 30_000;
/** Within so long a second refresh with the same token is another tab's, and later a stolen token's. */
export const graceMs = 10_000;

export interface SessionState {
  readonly refreshHash: string;
  readonly previousRefreshHash: string | null;
  /** Epoch milliseconds of the last refresh (or of the log-in). */
  readonly usedAt: number;
  /** Of the last thing that the person did; pages refresh by themselves, which is none. */
  readonly activeAt: number;
  /** Rule of the tenant: a session in which nothing was done for so long is over. */
  readonly idleMinutes: number;
  readonly expiresAt: number;
  readonly revokedAt: number | null;
}

/**
 * What a refresh token that came for a session means: `rotate` = the present one; `repeat` = the one before, from a tab
 * that raced; `reused` = the one before, too late: somebody copied it; `over` = unknown, or the session has ended.
 */
export function judgeRefresh(
  session: SessionState,
  hash: string,
  now: number,
): 'rotate' | 'repeat' | 'reused' | 'over' {
  if (session.revokedAt !== null || !isAlive(session, now)) return 'over';
  if (hash === session.refreshHash) return 'rotate';
  if (hash !== session.previousRefreshHash) return 'over';
  return now - session.usedAt <= graceMs ? 'repeat' : 'reused';
}

/** End of a session in which nothing is done any more, epoch milliseconds. */
export function endOf(session: Pick<SessionState, 'activeAt' | 'idleMinutes' | 'expiresAt'>): number {
  return Math.min(session.expiresAt, session.activeAt + session.idleMinutes * 60_000);
}

/**
 * Owners may use passwords where the provider is the only way in, too: somebody must mend what is set wrong. A PIN needs a
 * session that is there already, and counts as its way.
 */
export function ownWayIsOpen(roles: readonly Role[], onlySso: boolean): boolean {
  return !onlySso || roles.includes('owner') || roles.includes('operator');
}

/** Whether a session may go on that began in this way, for somebody of these roles. */
export function mayGoOn(
  by: BegunBy,
  { roles, onlySso }: { readonly roles: readonly Role[]; readonly onlySso: boolean },
) {
  return by !== 'password' || ownWayIsOpen(roles, onlySso);
}

function isAlive(session: SessionState, now: number): boolean {
  return now < endOf(session);
}
