import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { readToken, type TokenParts } from '../platform/auth/tokens.ts';
import { iso } from '../platform/clock/clock.ts';
import { Database, type TenantScope, type Transaction } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import type { RouteOutput } from '../platform/http/route.ts';
import { OfficesReader } from '../offices/offices.reader.ts';
import { isServed } from '../tenants/tenants.reader.ts';
import { SessionAccessTokens } from './access-tokens.ts';
import type { Account } from './login.service.ts';
import { presentMe } from './person.presenter.ts';
import { absoluteMs, accessMs, endOf, judgeRefresh } from './session.policy.ts';
import { firstTokens, newNonce, nextTokens, type TokenPair } from './session-tokens.ts';
import { SessionsRepository, type Person, type SessionRow } from './sessions.repository.ts';

/** An answer to the client and the cookie that goes with it. */
export interface Session {
  readonly answer: RouteOutput<'login'>;
  readonly refresh: string;
  /** Epoch milliseconds at which the cookie ends. */
  readonly endsAt: number;
}

type Refreshed = {
  readonly tokens: TokenPair;
  readonly row: SessionRow;
  readonly at: number;
  readonly accessExpiresAt: number;
};

/** Sessions of people: log-in, refresh, end. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly accessTokens: SessionAccessTokens,
    private readonly offices: OfficesReader,
  ) {}

  /** A new session of somebody whose password was right. */
  begin({ tenantId, staffId }: Account, userAgent: string | undefined): Promise<Session> {
    return this.database.transaction({ tenantId }, async (tx) => {
      const person = (await this.sessions.account(tx, staffId)) ?? refuse('bad_credentials');
      const id = uuidv7();
      const tokens = firstTokens({ tenantId, id });
      const at = Date.now();
      const begun = { id, staffId, tokens, at, accessExpiresAt: at + accessMs, expiresAt: at + absoluteMs };
      await this.sessions.insert(tx, { ...begun, userAgent: userAgent?.slice(0, 300) ?? null });
      const endsAt = endOf({ usedAt: at, expiresAt: begun.expiresAt });
      return { answer: await this.answer(tx, person, tokens, begun.accessExpiresAt), refresh: tokens.refresh, endsAt };
    });
  }

  /**
   * New tokens for those of the cookie. A token that was followed already ends the session: one of the two who have it
   * is a thief. (Within ten seconds it is another tab and gets what the first one got.)
   * @throws unauthenticated, tenant_inactive
   */
  async refresh(cookie: string | undefined): Promise<Session> {
    const parts = readToken(cookie ?? '') ?? refuse('unauthenticated');
    const { tenantId } = parts;
    const session = await this.database.transaction({ tenantId }, async (tx) => {
      const refreshed = await this.rotate(tx, parts, cookie ?? '');
      if (!refreshed) return undefined;
      const { tokens, row, at, accessExpiresAt } = refreshed;
      const answer = await this.answer(tx, row, tokens, accessExpiresAt);
      return { answer, refresh: tokens.refresh, endsAt: endOf({ usedAt: at, expiresAt: row.expiresAt }) };
    });
    // Refused only now: the end of a session whose token was stolen must be committed.
    return session ?? refuse('unauthenticated');
  }

  /** Ends the session of the cookie; whatever is in it, the answer is the same. */
  async end(cookie: string | undefined): Promise<void> {
    const parts = readToken(cookie ?? '');
    if (!parts) return;
    await this.database.transaction({ tenantId: parts.tenantId }, async (tx) => {
      await this.sessions.revoke(tx, parts.rowId, parts.hash);
      tx.onCommit(() => this.accessTokens.evict(parts.rowId));
    });
  }

  me(scope: TenantScope, staffId: string): Promise<RouteOutput<'me'>> {
    return this.database.transaction(scope, async (tx) => {
      const person = (await this.sessions.account(tx, staffId)) ?? refuse('unauthenticated');
      return presentMe(person, await this.offices.officesIn(tx));
    });
  }

  private async rotate(tx: Transaction, parts: TokenParts, refresh: string): Promise<Refreshed | undefined> {
    const row = await this.sessions.lock(tx, parts.rowId);
    if (!row?.active) return undefined;
    if (!isServed({ status: row.tenantStatus })) return refuse('tenant_inactive');
    const key = { tenantId: parts.tenantId, id: row.id };
    const at = Date.now();
    switch (judgeRefresh(row, parts.hash, at)) {
      case 'rotate': {
        const nonce = newNonce();
        const tokens = nextTokens(key, refresh, nonce);
        await this.sessions.rotate(tx, row.id, tokens, nonce, at, at + accessMs);
        tx.onCommit(() => this.accessTokens.evict(row.id));
        return { tokens, row, at, accessExpiresAt: at + accessMs };
      }
      case 'repeat': {
        const tokens = nextTokens(key, refresh, row.rotationNonce ?? '');
        return { tokens, row, at: row.usedAt, accessExpiresAt: row.accessExpiresAt };
      }
      case 'reused':
        await this.sessions.revoke(tx, row.id);
        tx.onCommit(() => this.accessTokens.evict(row.id));
        return undefined;
      case 'over':
        return undefined;
    }
  }

  private async answer(tx: Transaction, person: Person, tokens: TokenPair, accessExpiresAt: number) {
    const me = presentMe(person, await this.offices.officesIn(tx));
    return { accessToken: tokens.access, expiresAt: iso(accessExpiresAt), me };
  }
}
