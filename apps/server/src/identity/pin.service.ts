import { Injectable } from '@nestjs/common';
import { roles, type Role } from '@sunbeon/contract';
import { HallCommands } from '../hall/hall.commands.ts';
import { OfficesReader } from '../offices/offices.reader.ts';
import { Audit } from '../platform/audit/audit.ts';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Passwords } from '../platform/auth/passwords.ts';
import { SessionEvents } from '../platform/auth/session-events.ts';
import { Database, type Transaction } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { AccountsRepository } from './accounts.repository.ts';
import { OwnPassword } from './own-password.ts';
import { isWeakPin, pinSessionMs, pinTries } from './pin.policy.ts';
import { permissionsIn } from './second-factor.policy.ts';
import { SessionsRepository, type StoredAccount } from './sessions.repository.ts';
import { SessionsService, type Session } from './sessions.service.ts';

const mayOperate = (role: Role) => permissionsIn('counter', [role]).includes('counter.operate');
/** Roles that have something to do at a counter or at the greeter's desk. */
const counterRoles = roles.filter(
  (role) => mayOperate(role) || permissionsIn('counter', [role]).includes('ticket.issue'),
);

/** PINs: set by their person, and the quick change of people where somebody is logged in. */
@Injectable()
export class PinService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly sessionRows: SessionsRepository,
    private readonly sessions: SessionsService,
    private readonly own: OwnPassword,
    private readonly passwords: Passwords,
    private readonly offices: OfficesReader,
    private readonly halls: HallCommands,
    private readonly events: SessionEvents,
    private readonly audit: Audit,
  ) {}

  /** @throws bad_credentials, pin_weak */
  async set(who: StaffIdentity, { password, pin }: RouteInput<'pinSet'>['body']): Promise<void> {
    if (isWeakPin(pin)) refuse('pin_weak');
    await this.own.check(who, password);
    const pinHash = await this.passwords.hash(pin);
    await this.write(who, pinHash, 'pin.set');
  }

  remove(who: StaffIdentity): Promise<void> {
    return this.write(who, null, 'pin.remove');
  }

  /** Who may take over in an office: its people with a PIN. @throws not_found */
  async people(who: StaffIdentity, slug: string): Promise<RouteOutput<'pinPeople'>> {
    const { id: officeId } = await this.offices.theirs(who, slug);
    return this.database.transaction(who, (tx) => this.accounts.pinPeople(tx, officeId, counterRoles));
  }

  /**
   * Another person goes on where somebody is logged in: the present session ends, one with the rights of a counter begins,
   * and the counter, if one is named at which the first one works, goes over with its ticket. All of it, or nothing.
   * @throws not_found, pin_locked, pin_wrong
   */
  async takeOver(
    who: StaffIdentity,
    wish: RouteInput<'pinTakeOver'>['body'],
    userAgent: string | undefined,
  ): Promise<Session> {
    const { id: officeId } = await this.offices.theirs(who, wish.office);
    const person = await this.candidate(who, officeId, wish.staffId);
    await this.checkPin(who, person, wish.pin);
    const change = (tx: Transaction) => this.change(tx, who, person, userAgent);
    if (wish.counterId === undefined) return this.database.transaction(who, change);
    const { counterId } = wish;
    const actor = { kind: 'staff', id: person.staffId } as const;
    return this.halls.run(who, actor, { counterId }, {}, async (hall, tx) => {
      if (hall.config.id !== officeId) refuse('not_found');
      const { state, staffId } = hall.counter(counterId);
      // A counter of a third person stays theirs: that is taken over on purpose, by the counter's own command.
      const theirs = state !== 'closed' && staffId === who.staffId && who.staffId !== person.staffId;
      if (theirs && person.roles.some(mayOperate)) hall.takeOverCounter(counterId, person.staffId);
      return change(tx);
    });
  }

  private async change(
    tx: Transaction,
    who: StaffIdentity,
    person: StoredAccount,
    userAgent: string | undefined,
  ): Promise<Session> {
    const before = await this.sessionRows.lock(tx, who.sessionId);
    // It may have ended since the request was let in.
    if (!before || before.revokedAt !== null) return refuse('unauthenticated');
    const expiresAt = Math.min(Date.now() + pinSessionMs, before.expiresAt);
    const session = await this.sessions.beginIn(tx, person, { by: 'pin', userAgent, expiresAt });
    const ended = await this.sessionRows.revoke(tx, who.sessionId);
    const target = { kind: 'staff', id: person.staffId };
    await this.audit.record(tx, { action: 'pin.take_over', target, before: { staffId: who.staffId } });
    tx.onCommit(() => this.events.tell({ sessionIds: ended, what: 'ended' }));
    return session;
  }

  /** Counted before it is known whether the PIN is right, so that a thousand at once are no more than five. */
  private async checkPin(who: StaffIdentity, person: StoredAccount, pin: string): Promise<void> {
    const { staffId } = person;
    const tries = await this.database.transaction(who, (tx) => this.accounts.countPin(tx, staffId, pinTries));
    if (tries === undefined) return refuse('pin_locked');
    if (await this.passwords.verify(person.pinHash ?? undefined, pin))
      return this.database.transaction(who, (tx) => this.accounts.forgivePin(tx, staffId));
    await this.database.transaction(who, (tx) =>
      this.audit.record(tx, { action: 'pin.wrong', target: { kind: 'staff', id: staffId }, after: { tries } }),
    );
    return refuse(tries >= pinTries ? 'pin_locked' : 'pin_wrong');
  }

  private async candidate(who: StaffIdentity, officeId: string, staffId: string): Promise<StoredAccount> {
    return this.database.transaction(who, async (tx) => {
      const listed = await this.accounts.pinPeople(tx, officeId, counterRoles);
      if (!listed.some(({ id }) => id === staffId)) return refuse('not_found');
      return (await this.sessionRows.account(tx, staffId)) ?? refuse('not_found');
    });
  }

  private write(who: StaffIdentity, pinHash: string | null, action: string): Promise<void> {
    return this.database.transaction(who, async (tx) => {
      await this.accounts.setPin(tx, who.staffId, pinHash);
      await this.audit.record(tx, { action, target: { kind: 'staff', id: who.staffId } });
    });
  }
}
