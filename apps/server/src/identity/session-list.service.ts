import { Injectable } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Audit } from '../platform/audit/audit.ts';
import { SessionEvents } from '../platform/auth/session-events.ts';
import { iso } from '../platform/clock/clock.ts';
import { Database, type Transaction } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import type { RouteOutput } from '../platform/http/route.ts';
import { AccountRules } from './account-rules.ts';
import { SessionsRepository, type ListedSession, type Person } from './sessions.repository.ts';

/** Sessions as people see them: one's own, and those of staff for who manages them. */
@Injectable()
export class SessionListService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly rules: AccountRules,
    private readonly events: SessionEvents,
    private readonly audit: Audit,
  ) {}

  list(who: StaffIdentity): Promise<RouteOutput<'sessionList'>> {
    return this.database.transaction(who, async (tx) => {
      const person = (await this.sessions.account(tx, who.staffId)) ?? refuse('unauthenticated');
      return this.rowsOf(tx, person, who.sessionId);
    });
  }

  /** @throws not_found */
  revoke(who: StaffIdentity, id: string): Promise<void> {
    return this.database.transaction(who, (tx) => this.end(tx, who.staffId, id));
  }

  revokeOthers(who: StaffIdentity): Promise<RouteOutput<'sessionsRevokeOthers'>> {
    return this.database.transaction(who, (tx) => this.endAll(tx, who.staffId, who.sessionId));
  }

  /** @param current id of the session that asks */
  async rowsOf(tx: Transaction, person: Person, current: string): Promise<RouteOutput<'sessionList'>> {
    const rows = await this.sessions.list(tx, person.staffId);
    return rows.map((row) => this.present(person, row, current));
  }

  /** @throws not_found when the person has no such session, or it has ended */
  async end(tx: Transaction, staffId: string, id: string): Promise<void> {
    if ((await this.sessions.ownerOf(tx, id)) !== staffId) refuse('not_found');
    const ended = await this.sessions.revoke(tx, id);
    await this.record(tx, staffId, ended.length);
    tx.onCommit(() => this.events.tell({ sessionIds: ended, what: 'ended' }));
  }

  async endAll(tx: Transaction, staffId: string, but: string | null): Promise<{ ended: number }> {
    const ended = await this.sessions.revokeAll(tx, staffId, but);
    await this.record(tx, staffId, ended.length);
    tx.onCommit(() => this.events.tell({ sessionIds: ended, what: 'ended' }));
    return { ended: ended.length };
  }

  private record(tx: Transaction, staffId: string, ended: number): Promise<void> {
    return this.audit.record(tx, {
      action: 'session.revoke',
      target: { kind: 'staff', id: staffId },
      after: { ended },
    });
  }

  private present(person: Person, row: ListedSession, current: string): RouteOutput<'sessionList'>[number] {
    const { id, begunBy, program, address, beganAt, usedAt } = row;
    const kind = this.rules.sessionOf(person, begunBy);
    const at = { beganAt: iso(beganAt), usedAt: iso(usedAt) };
    return { id, current: id === current, kind, by: begunBy, program, address, ...at };
  }
}
