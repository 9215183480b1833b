import { Global, Injectable, Module } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { AccessTokens } from '../platform/auth/resolvers.ts';
import { TokenCache } from '../platform/auth/token-cache.ts';
import { readToken, type TokenParts } from '../platform/auth/tokens.ts';
import { Database } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import { isServed } from '../tenants/tenants.reader.ts';
import { permissionsOf } from './person.presenter.ts';
import { SessionsRepository, type SessionRow } from './sessions.repository.ts';

/** Whose access token this is. An end of a session is seen here at once, on other nodes within five seconds. */
@Injectable()
export class SessionAccessTokens extends AccessTokens {
  private readonly cache = new TokenCache<StaffIdentity>();

  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
  ) {
    super();
  }

  /** @throws tenant_inactive when the token is good and its tenant is not served */
  override async resolve(token: string): Promise<StaffIdentity | undefined> {
    const parts = readToken(token);
    return parts && this.cache.through(parts.hash, parts.rowId, () => this.read(parts));
  }

  /** Forgets the tokens of a session in this process. */
  evict(sessionId: string): void {
    this.cache.evict(sessionId);
  }

  private async read({ tenantId, rowId, hash }: TokenParts) {
    const row = await this.database.transaction({ tenantId }, (tx) => this.sessions.read(tx, rowId));
    if (!row || row.accessHash !== hash || row.revokedAt !== null || !row.active) return undefined;
    const validUntil = Math.min(row.accessExpiresAt, row.expiresAt);
    if (validUntil <= Date.now()) return undefined;
    if (!isServed({ status: row.tenantStatus })) return refuse('tenant_inactive');
    return { identity: identityFrom(tenantId, row), validUntil };
  }
}

function identityFrom(tenantId: string, row: SessionRow): StaffIdentity {
  return {
    kind: 'staff',
    tenantId,
    staffId: row.staffId,
    sessionId: row.id,
    session: 'full',
    name: row.name,
    roles: row.roles,
    permissions: new Set(permissionsOf(row.roles)),
    officeIds: row.officeIds,
  };
}

/** The port AccessTokens for every role: the guard of all routes and the sockets ask it. */
@Global()
@Module({
  providers: [SessionsRepository, SessionAccessTokens, { provide: AccessTokens, useExisting: SessionAccessTokens }],
  exports: [SessionsRepository, SessionAccessTokens, AccessTokens],
})
export class AccessTokensModule {}
