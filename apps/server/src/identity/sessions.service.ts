import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { SessionEvents } from '../platform/auth/session-events.ts';
import { readToken, type TokenParts } from '../platform/auth/tokens.ts';
import { iso } from '../platform/clock/clock.ts';
import { Database, type Transaction } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import { requestContext } from '../platform/http/request-context.ts';
import type { RouteOutput } from '../platform/http/route.ts';
import { OfficesReader } from '../offices/offices.reader.ts';
import { letsIn } from '../tenants/tenants.reader.ts';
import { SessionAccessTokens } from './access-tokens.ts';
import { AccountRules } from './account-rules.ts';
import { maskAddress } from './mask-address.ts';
import { presentMe } from './person.presenter.ts';
import type { BegunBy } from './second-factor.policy.ts';
import { absoluteMs, accessMs, judgeRefresh, mayGoOn } from './session.policy.ts';
import { firstTokens, newNonce, nextTokens, type TokenPair } from './session-tokens.ts';
import { SessionsRepository, type Person, type SessionRow } from './sessions.repository.ts';

/** Somebody who proved who he or she is. */
export interface Account {
  readonly tenantId: string;
  readonly staffId: string;
}

/** An answer to the client and the cookie that goes with it. */
export interface Session {
  readonly answer: RouteOutput<'refresh'>;
  readonly refresh: string;
  /** Epoch milliseconds at which the cookie ends. */
  readonly endsAt: number;
}

/** How a session begins. */
export interface Beginning {
  readonly by: BegunBy;
  readonly userAgent: string | undefined;
  /** Epoch milliseconds; left out, seven days. */
  readonly expiresAt?: number;
}

type Refreshed = {
  readonly tokens: TokenPair;
  readonly row: SessionRow;
  readonly accessExpiresAt: number;
};

/** Sessions of people: they begin, are refreshed, end. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly accessTokens: SessionAccessTokens,
    private readonly offices: OfficesReader,
    private readonly rules: AccountRules,
    private readonly events: SessionEvents,
  ) {}

  /** A new session of somebody who proved who he or she is, second factor included. */
  begin({ tenantId, staffId }: Account, userAgent: string | undefined, by: BegunBy = 'password'): Promise<Session> {
    return this.database.transaction({ tenantId }, async (tx) => {
      const person = (await this.sessions.account(tx, staffId)) ?? refuse('bad_credentials');
      return this.beginIn(tx, person, { by, userAgent });
    });
  }

  /** As begin, within a transaction that is open already. */
  async beginIn(tx: Transaction, person: Person, { by, userAgent, expiresAt }: Beginning): Promise<Session> {
    const id = uuidv7();
    const tokens = firstTokens({ tenantId: tx.scope.tenantId, id });
    const at = Date.now();
    const endsAt = expiresAt ?? at + absoluteMs;
    const address = requestContext()?.address;
    await this.sessions.insert(tx, {
      id,
      staffId: person.staffId,
      tokens,
      at,
      accessExpiresAt: at + accessMs,
      expiresAt: endsAt,
      userAgent: userAgent?.slice(0, 300) ?? null,
      by,
      address: address === undefined ? null : maskAddress(address),
    });
    return { answer: await this.answer(tx, person, by, tokens, at + accessMs), refresh: tokens.refresh, endsAt };
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
      const { tokens, row, accessExpiresAt } = refreshed;
      const answer = await this.answer(tx, row, row.begunBy, tokens, accessExpiresAt);
      return { answer, refresh: tokens.refresh, endsAt: row.expiresAt };
    });
    // Refused only now: the end of a session whose token was stolen must be committed.
    return session ?? refuse('unauthenticated');
  }

  /** Ends the session of the cookie; whatever is in it, the answer is the same. */
  async end(cookie: string | undefined): Promise<void> {
    const parts = readToken(cookie ?? '');
    if (!parts) return;
    await this.database.transaction({ tenantId: parts.tenantId }, async (tx) => {
      const ended = await this.sessions.revoke(tx, parts.rowId, parts.hash);
      tx.onCommit(() => this.events.tell({ sessionIds: ended, what: 'ended' }));
    });
  }

  me(who: StaffIdentity): Promise<RouteOutput<'me'>> {
    return this.database.transaction(who, async (tx) => {
      const row = (await this.sessions.read(tx, who.sessionId)) ?? refuse('unauthenticated');
      return this.present(tx, row, row.begunBy);
    });
  }

  private async rotate(tx: Transaction, parts: TokenParts, refresh: string): Promise<Refreshed | undefined> {
    const row = await this.sessions.lock(tx, parts.rowId);
    if (!row?.active || !mayGoOn(row.begunBy, row)) return undefined;
    if (!letsIn({ status: row.tenantStatus }, row.roles)) return refuse('tenant_inactive');
    const key = { tenantId: parts.tenantId, id: row.id };
    const at = Date.now();
    switch (judgeRefresh(row, parts.hash, at)) {
      case 'rotate': {
        const nonce = newNonce();
        const tokens = nextTokens(key, refresh, nonce);
        await this.sessions.rotate(tx, row.id, tokens, nonce, at, at + accessMs);
        tx.onCommit(() => this.accessTokens.evict(row.id));
        return { tokens, row, accessExpiresAt: at + accessMs };
      }
      case 'repeat': {
        const tokens = nextTokens(key, refresh, row.rotationNonce ?? '');
        return { tokens, row, accessExpiresAt: row.accessExpiresAt };
      }
      case 'reused': {
        const ended = await this.sessions.revoke(tx, row.id);
        tx.onCommit(() => this.events.tell({ sessionIds: ended, what: 'ended' }));
        return undefined;
      }
      case 'over':
        return undefined;
    }
  }

  private async answer(tx: Transaction, person: Person, by: BegunBy, tokens: TokenPair, accessExpiresAt: number) {
    return { accessToken: tokens.access, expiresAt: iso(accessExpiresAt), me: await this.present(tx, person, by) };
  }

  private async present(tx: Transaction, person: Person, by: BegunBy) {
    const mustHaveSecondFactor = this.rules.mustHaveSecondFactor(person);
    const standing = { session: this.rules.sessionOf(person, by), mustHaveSecondFactor };
    return presentMe(person, standing, await this.offices.officesIn(tx));
  }
}
