import { Injectable } from '@nestjs/common';
import type { Role } from '@sunbeon/contract';
import { statement, type Transaction } from '../platform/database/database.ts';
import type { TenantStatus } from '../tenants/tenants.reader.ts';
import type { BegunBy, Guarded } from './second-factor.policy.ts';
import type { SessionState } from './session.policy.ts';
import type { TokenPair } from './session-tokens.ts';

/** A person as log-in and tokens need it. */
export interface Person extends Guarded {
  readonly staffId: string;
  readonly email: string;
  readonly name: string;
  readonly roles: Role[];
  readonly officeIds: string[];
  readonly active: boolean;
  readonly tenantSlug: string;
  readonly tenantName: string;
  readonly tenantStatus: TenantStatus;
  /** The tenant's provider is the only way in, but for owners. */
  readonly onlySso: boolean;
  /** A second factor is set up and confirmed. */
  readonly secondFactor: boolean;
  readonly recoveryCodesLeft: number;
  readonly pinSet: boolean;
  readonly pinFailures: number;
  readonly idleMinutes: number;
  /** Epoch milliseconds. */
  readonly lockedUntil: number | null;
}

/** A person with what passwords are compared with. */
export interface StoredAccount extends Person {
  readonly passwordHash: string;
  /** Of earlier passwords, the newest first. */
  readonly previousHashes: string[];
  readonly pinHash: string | null;
}

export interface SessionRow extends SessionState, Person {
  readonly id: string;
  readonly begunBy: BegunBy;
  readonly rotationNonce: string | null;
  readonly accessHash: string;
  readonly accessExpiresAt: number;
}

const person = `p.id as "staffId", p.email, p.name, p.roles, p.office_ids as "officeIds", p.active,
  p.locked_until as "lockedUntil", p.pin_hash is not null as "pinSet", p.pin_failures as "pinFailures",
  t.slug as "tenantSlug", t.name as "tenantName", t.status as "tenantStatus", t.kind as "tenantKind",
  coalesce(y.second_factor_roles, '{}') as "secondFactorRoles", coalesce(y.idle_minutes, 720) as "idleMinutes",
  f.confirmed_at is not null as "secondFactor", coalesce(o.enabled and o.only_sso, false) as "onlySso",
  (select count(*)::int from recovery_code c where c.tenant_id = p.tenant_id and c.staff_id = p.id
     and c.used_at is null) as "recoveryCodesLeft"`;
const withRules = `join tenant t on t.id = p.tenant_id left join tenant_policy y on y.tenant_id = p.tenant_id
  left join second_factor f on f.tenant_id = p.tenant_id and f.staff_id = p.id
  left join sso_settings o on o.tenant_id = p.tenant_id`;

const account = `select ${person}, p.password_hash as "passwordHash", p.previous_hashes as "previousHashes",
     p.pin_hash as "pinHash" from staff p ${withRules} where p.tenant_id = $1 and p.id = $2`;
const readAccount = statement('identity.account', account);
const lockAccount = statement('identity.lock_account', `${account} for update of p`);
const session = `select s.id, s.refresh_hash as "refreshHash", s.previous_refresh_hash as "previousRefreshHash",
     s.used_at as "usedAt", s.active_at as "activeAt", s.began_by as "begunBy", s.expires_at as "expiresAt", s.revoked_at as "revokedAt", s.rotation_nonce as "rotationNonce",
     s.access_hash as "accessHash", s.access_expires_at as "accessExpiresAt", ${person}
   from session s join staff p on p.tenant_id = s.tenant_id and p.id = s.staff_id ${withRules}
   where s.tenant_id = $1 and s.id = $2`;
const readSession = statement('identity.session', session);
const lockSession = statement('identity.lock_session', `${session} for update of s`);
const insertSession = statement(
  'identity.insert_session',
  `insert into session (tenant_id, id, staff_id, refresh_hash, access_hash, access_expires_at, expires_at, created_at, used_at,
     active_at, user_agent, began_by, address)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $8, $9, $10, $11)`,
);
const touchSession = statement(
  'identity.touch_session',
  'update session set active_at = $3 where tenant_id = $1 and id = $2 and active_at < $3',
);
const rotateSession = statement(
  'identity.rotate_session',
  `update session set previous_refresh_hash = refresh_hash, refresh_hash = $3, access_hash = $4, access_expires_at = $5,
     used_at = $6, rotation_nonce = $7 where tenant_id = $1 and id = $2`,
);
const revokeSession = statement(
  'identity.revoke_session',
  `update session set revoked_at = now() where tenant_id = $1 and id = $2 and revoked_at is null
     and ($3::text is null or refresh_hash = $3 or previous_refresh_hash = $3) returning id`,
);
const revokeAll = statement(
  'identity.revoke_sessions',
  `update session set revoked_at = now() where tenant_id = $1 and staff_id = $2 and revoked_at is null
     and id is distinct from $3::uuid and ($4::text is null or began_by = $4) returning id`,
);
const ofOwnWays = `s.tenant_id = $1 and s.began_by <> 'sso' and s.revoked_at is null
     and p.tenant_id = s.tenant_id and p.id = s.staff_id and not p.roles && '{owner,operator}'`;
const lockOwnWays = statement(
  'identity.lock_own_ways',
  `select s.id from session s, staff p where ${ofOwnWays} order by s.id for update of s`,
);
const revokeOwnWays = statement(
  'identity.revoke_own_ways',
  `update session s set revoked_at = now() from staff p where ${ofOwnWays} returning s.id`,
);
const listSessions = statement(
  'identity.list_sessions',
  `select s.id, s.began_by as "begunBy", s.user_agent as program, s.address, s.created_at as "beganAt",
     greatest(s.used_at, s.active_at) as "usedAt"
   from session s left join tenant_policy y on y.tenant_id = s.tenant_id
   where s.tenant_id = $1 and s.staff_id = $2 and s.revoked_at is null and s.expires_at > now()
     and s.active_at > now() - coalesce(y.idle_minutes, 720) * interval '1 minute'
   order by "usedAt" desc limit 100`,
);
const ownerOf = statement(
  'identity.session_owner',
  'select staff_id as "staffId" from session where tenant_id = $1 and id = $2 and revoked_at is null',
);
const forgetSessions = statement(
  'identity.forget_sessions',
  `delete from session where tenant_id = $1 and staff_id = $2
     and (expires_at < now() - interval '30 days' or revoked_at < now() - interval '30 days')`,
);

/** Sessions and the people they belong to. */
@Injectable()
export class SessionsRepository {
  account(tx: Transaction, staffId: string): Promise<StoredAccount | undefined> {
    return tx.row<StoredAccount>(readAccount, [tx.scope.tenantId, staffId]);
  }

  /** As account, and nobody else changes the person until the end of the transaction. */
  lockAccount(tx: Transaction, staffId: string): Promise<StoredAccount | undefined> {
    return tx.row<StoredAccount>(lockAccount, [tx.scope.tenantId, staffId]);
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
    const { id, staffId, tokens, at, accessExpiresAt, expiresAt, userAgent, by, address } = begun;
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
      by,
      address,
    ]);
  }

  /** The person did something at this instant (epoch milliseconds). */
  async touch(tx: Transaction, id: string, at: number): Promise<void> {
    await tx.rows(touchSession, [tx.scope.tenantId, id, new Date(at)]);
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

  /**
   * @param refreshHash when given, only a session to which this token belongs
   * @returns its id, or nothing when there was nothing to end
   */
  async revoke(tx: Transaction, id: string, refreshHash: string | null = null): Promise<string[]> {
    return idsOf(await tx.rows<{ id: string }>(revokeSession, [tx.scope.tenantId, id, refreshHash]));
  }

  /** Ends the sessions of a person, but for one; only those that began in a way, when one is given. @returns their ids */
  async revokeAll(
    tx: Transaction,
    staffId: string,
    but: string | null = null,
    by: BegunBy | null = null,
  ): Promise<string[]> {
    return idsOf(await tx.rows<{ id: string }>(revokeAll, [tx.scope.tenantId, staffId, but, by]));
  }

  /** Ends the sessions of all but owners that the tenant's provider did not begin. @returns their ids */
  async revokeOwnWays(tx: Transaction): Promise<string[]> {
    // A change of persons that is under way at a counter ends first: what it began is seen by the second statement.
    await tx.rows(lockOwnWays, [tx.scope.tenantId]);
    return idsOf(await tx.rows<{ id: string }>(revokeOwnWays, [tx.scope.tenantId]));
  }

  /** Sessions of a person that have not ended, the last used first. */
  list(tx: Transaction, staffId: string): Promise<ListedSession[]> {
    return tx.rows<ListedSession>(listSessions, [tx.scope.tenantId, staffId]);
  }

  async ownerOf(tx: Transaction, id: string): Promise<string | undefined> {
    return (await tx.row<{ staffId: string }>(ownerOf, [tx.scope.tenantId, id]))?.staffId;
  }
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

/** A session as its person sees it. Instants are epoch milliseconds. */
export interface ListedSession {
  readonly id: string;
  readonly begunBy: BegunBy;
  readonly program: string | null;
  readonly address: string | null;
  readonly beganAt: number;
  readonly usedAt: number;
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
  readonly by: BegunBy;
  /** Where it was begun from, its last part hidden. */
  readonly address: string | null;
}
