import { Injectable } from '@nestjs/common';
import type { Role } from '@sunbeon/contract';
import { statement, type Transaction } from '../platform/database/database.ts';
import type { TenantStatus } from '../tenants/tenants.reader.ts';
import type { SessionState } from './session.policy.ts';
import type { TokenPair } from './session-tokens.ts';

/** A person as log-in and tokens need it. */
export interface Person {
  readonly staffId: string;
  readonly email: string;
  readonly name: string;
  readonly roles: Role[];
  readonly officeIds: string[];
  readonly active: boolean;
  readonly tenantSlug: string;
  readonly tenantName: string;
  readonly tenantStatus: TenantStatus;
}

export interface SessionRow extends SessionState, Person {
  readonly id: string;
  readonly rotationNonce: string | null;
  readonly accessHash: string;
  readonly accessExpiresAt: number;
}

const person = `p.id as "staffId", p.email, p.name, p.roles, p.office_ids as "officeIds", p.active,
  t.slug as "tenantSlug", t.name as "tenantName", t.status as "tenantStatus"`;

const readAccount = statement(
  'identity.account',
  `select ${person}, p.password_hash as "passwordHash" from staff p join tenant t on t.id = p.tenant_id
   where p.tenant_id = $1 and p.id = $2`,
);
const session = `select s.id, s.refresh_hash as "refreshHash", s.previous_refresh_hash as "previousRefreshHash",
     s.used_at as "usedAt", s.expires_at as "expiresAt", s.revoked_at as "revokedAt", s.rotation_nonce as "rotationNonce",
     s.access_hash as "accessHash", s.access_expires_at as "accessExpiresAt", ${person}
   from session s join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id join tenant t on t.id = s.tenant_id
   where s.tenant_id = $1 and s.id = $2`;
const readSession = statement('identity.session', session);
const lockSession = statement('identity.lock_session', `${session} for update of s`);
const insertSession = statement(
  'identity.insert_session',
  `insert into session (tenant_id, id, staff_id, refresh_hash, access_hash, access_expires_at, expires_at, created_at, used_at, user_agent)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)`,
);
const rotateSession = statement(
  'identity.rotate_session',
  `update session set previous_refresh_hash = refresh_hash, refresh_hash = $3, access_hash = $4, access_expires_at = $5,
     used_at = $6, rotation_nonce = $7 where tenant_id = $1 and id = $2`,
);
const revokeSession = statement(
  'identity.revoke_session',
  `update session set revoked_at = now() where tenant_id = $1 and id = $2 and revoked_at is null
     and ($3::text is null or refresh_hash = $3 or previous_refresh_hash = $3)`,
);
const forgetSessions = statement(
  'identity.forget_sessions',
  `delete from session where tenant_id = $1 and staff_id = $2
     and (expires_at < now() - interval '30 days' or revoked_at < now() - interval '30 days')`,
);

/** Sessions and the people they belong to. */
@Injectable()
export class SessionsRepository {
  account(tx: Transaction, staffId: string): Promise<(Person & { passwordHash: string }) | undefined> {
    return tx.row(readAccount, [tx.scope.tenantId, staffId]);
  }

  read(tx: Transaction, id: string): Promise<SessionRow | undefined> {
    return tx.row<SessionRow>(readSession, [tx.scope.tenantId, id]);
  }

  lock(tx: Transaction, id: string): Promise<SessionRow | undefined> {
    return tx.row<SessionRow>(lockSession, [tx.scope.tenantId, id]);
  }

  /** A new session; those of the person that ended a month ago are forgotten. */
  async insert(tx: Transaction, begun: BegunSession): Promise<void> {
    const { tenantId } = tx.scope;
    const { id, staffId, tokens, at, accessExpiresAt, expiresAt, userAgent } = begun;
    await tx.rows(forgetSessions, [tenantId, staffId]);
    await tx.rows(insertSession, [
      tenantId,
      id,
      staffId,
      tokens.refreshHash,
      tokens.accessHash,
      new Date(accessExpiresAt),
      new Date(expiresAt),
      new Date(at),
      userAgent,
    ]);
  }

  async rotate(
    tx: Transaction,
    id: string,
    tokens: TokenPair,
    nonce: string,
    at: number,
    accessExpiresAt: number,
  ): Promise<void> {
    const { refreshHash, accessHash } = tokens;
    await tx.rows(rotateSession, [
      tx.scope.tenantId,
      id,
      refreshHash,
      accessHash,
      new Date(accessExpiresAt),
      new Date(at),
      nonce,
    ]);
  }

  /** @param refreshHash when given, only a session to which this token belongs */
  async revoke(tx: Transaction, id: string, refreshHash: string | null = null): Promise<void> {
    await tx.rows(revokeSession, [tx.scope.tenantId, id, refreshHash]);
  }
}

/** A session as it begins. Instants are epoch milliseconds. */
export interface BegunSession {
  readonly id: string;
  readonly staffId: string;
  readonly tokens: TokenPair;
  readonly at: number;
  readonly accessExpiresAt: number;
  readonly expiresAt: number;
  readonly userAgent: string | null;
}
