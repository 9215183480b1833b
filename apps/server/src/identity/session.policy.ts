/** An access token is good for so long. */
export const accessMs = 15 * 60_000;
/** A session that was not refreshed for so long is over … */
export const idleMs = 12 * 3_600_000;
/** … and any session after so long. */
export const absoluteMs = 7 * 24 * 3_600_000;
/** Within so long a second refresh with the same token is another tab's, and later a stolen token's. */
export const graceMs = 10_000;

export interface SessionState {
  readonly refreshHash: string;
  readonly previousRefreshHash: string | null;
  /** Epoch milliseconds of the last refresh (or of the log-in). */
  readonly usedAt: number;
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

/** End of a session that is not refreshed any more, epoch milliseconds. */
export function endOf(session: Pick<SessionState, 'usedAt' | 'expiresAt'>): number {
  return Math.min(session.expiresAt, session.usedAt + idleMs);
}

function isAlive(session: SessionState, now: number): boolean {
  return now < endOf(session);
}
