import { Global, Injectable, Module } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { AccessTokens } from '../platform/auth/resolvers.ts';
import { SessionEvents } from '../platform/auth/session-events.ts';
import { TokenCache } from '../platform/auth/token-cache.ts';
import { readToken, type TokenParts } from '../platform/auth/tokens.ts';
import { Database, type Transaction } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import { letsIn, permissionsWhile } from '../tenants/tenants.reader.ts';
import { AccountRules } from './account-rules.ts';
import { permissionsIn } from './second-factor.policy.ts';
import { endOf, mayGoOn, touchMs } from './session.policy.ts';
import { SessionsRepository, type SessionRow } from './sessions.repository.ts';

/** Whose access token this is. An end of a session is seen here at once, on other nodes when they are told, or within five seconds. */
@Injectable()
export class SessionAccessTokens extends AccessTokens {
  private readonly cache = new TokenCache<StaffIdentity>();

  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly rules: AccountRules,
    events: SessionEvents,
  ) {
    super();
    events.onAny(({ sessionIds }) => sessionIds.forEach((id) => this.cache.evict(id)));
  }

  /** @throws tenant_inactive when the token is good and its tenant is not served */
  override async resolve(token: string, use: 'request' | 'socket'): Promise<StaffIdentity | undefined> {
    const parts = readToken(token);
    return parts && this.cache.through(parts.hash, parts.rowId, () => this.read(parts, use));
  }

  override async isAlive({ tenantId, sessionId }: Pick<StaffIdentity, 'tenantId' | 'sessionId'>): Promise<boolean> {
    const row = await this.database.transaction({ tenantId }, (tx) => this.sessions.read(tx, sessionId));
    return row !== undefined && hasNotEnded(row, Date.now()) && letsIn({ status: row.tenantStatus }, row.roles);
  }

  /** Forgets the tokens of a session in this process. */
  evict(sessionId: string): void {
    this.cache.evict(sessionId);
  }

  private async read({ tenantId, rowId, hash }: TokenParts, use: 'request' | 'socket') {
    const now = Date.now();
    const row = await this.database.transaction({ tenantId }, async (tx) => {
      const found = await this.sessions.read(tx, rowId);
      if (!found || found.accessHash !== hash || !hasNotEnded(found, now) || found.accessExpiresAt <= now)
        return undefined;
      return use === 'request' ? this.touched(tx, found, now) : found;
    });
    if (!row) return undefined;
    if (!letsIn({ status: row.tenantStatus }, row.roles)) return refuse('tenant_inactive');
    return { identity: this.identityOf(tenantId, row), validUntil: Math.min(row.accessExpiresAt, endOf(row)) };
  }

  private async touched(tx: Transaction, row: SessionRow, now: number): Promise<SessionRow> {
    if (now - row.activeAt < touchMs) return row;
    await this.sessions.touch(tx, row.id, now);
    return { ...row, activeAt: now };
  }

  private identityOf(tenantId: string, row: SessionRow): StaffIdentity {
    const session = this.rules.sessionOf(row, row.begunBy);
    return {
      kind: 'staff',
      tenantId,
      staffId: row.staffId,
      sessionId: row.id,
      session,
      name: row.name,
      roles: row.roles,
      permissions: new Set(permissionsWhile({ status: row.tenantStatus }, permissionsIn(session, row.roles))),
      officeIds: row.officeIds,
    };
  }
}

function hasNotEnded(row: SessionRow, now: number): boolean {
  return row.revokedAt === null && row.active && now < endOf(row) && mayGoOn(row.begunBy, row);
}

/** The port AccessTokens for every role: the guard of all routes and the sockets ask it. */
@Global()
@Module({
  providers: [
    AccountRules,
    SessionEvents,
    SessionsRepository,
    SessionAccessTokens,
    { provide: AccessTokens, useExisting: SessionAccessTokens },
  ],
  exports: [AccountRules, SessionEvents, SessionsRepository, SessionAccessTokens, AccessTokens],
})
export class AccessTokensModule {}
