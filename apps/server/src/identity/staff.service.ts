import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { NotificationTextsReader } from '../notifications/notification-texts.reader.ts';
import { OfficesReader } from '../offices/offices.reader.ts';
import { Audit } from '../platform/audit/audit.ts';
import { AttemptLimits } from '../platform/auth/attempt-limits.ts';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { passwordFault } from '../platform/auth/password-rules.ts';
import { Passwords } from '../platform/auth/passwords.ts';
import { SessionEvents } from '../platform/auth/session-events.ts';
import { violates } from '../platform/database/constraints.ts';
import { Database, type Transaction } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { Mail } from '../platform/mail/mail.ts';
import { PlanLimits } from '../tenants/plan-limits.reader.ts';
import { TenantsReader } from '../tenants/tenants.reader.ts';
import { AccountsRepository } from './accounts.repository.ts';
import { passwordTries } from './login.service.ts';
import { officeIdsOf, slugsById } from './office-choice.ts';
import { SecondFactorRepository } from './second-factor.repository.ts';
import { SessionListService } from './session-list.service.ts';
import { SessionsRepository } from './sessions.repository.ts';
import { mayManage } from './staff.policy.ts';
import { presentStaff } from './staff.presenter.ts';
import { StaffRepository, type StaffRecord } from './staff.repository.ts';

type Row = RouteOutput<'staffUpdate'>;

/** People of a tenant as its owners manage them. Whom one may not manage is not there. */
@Injectable()
export class StaffService {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffRepository,
    private readonly accounts: AccountsRepository,
    private readonly factors: SecondFactorRepository,
    private readonly sessionRows: SessionsRepository,
    private readonly sessions: SessionListService,
    private readonly offices: OfficesReader,
    private readonly tenants: TenantsReader,
    private readonly passwords: Passwords,
    private readonly planLimits: PlanLimits,
    private readonly limits: AttemptLimits,
    private readonly events: SessionEvents,
    private readonly mail: Mail,
    private readonly texts: NotificationTextsReader,
    private readonly audit: Audit,
  ) {}

  /**
   * Adds a person with a password that somebody else chose: for seeds and tests; people are invited.
   * @throws conflict when the e-mail is in use; validation when an office is unknown; password_common, password_personal; plan_limit
   */
  async create(who: StaffIdentity, wish: RouteInput<'staffCreate'>['body']): Promise<Row> {
    const officeIds = officeIdsOf(await this.offices.officesOf(who), wish.offices);
    const roles = [...new Set(wish.roles)];
    if (!mayManage(who, { roles, officeIds })) refuse('forbidden');
    const email = wish.email.toLowerCase();
    const { name } = wish;
    const tenant = (await this.tenants.byId(who)) ?? refuse('not_found');
    const fault = passwordFault(wish.password, { email, name, tenant: [tenant.name, tenant.slug] });
    if (fault) refuse(fault);
    const passwordHash = await this.passwords.hash(wish.password);
    const id = uuidv7();
    return this.database
      .transaction(who, async (tx) => {
        await this.planLimits.hold(tx, 'staff');
        await this.staff.insert(tx, { id, email, name, passwordHash, roles, officeIds });
        return this.answer(tx, 'staff.create', id, { after: { email, name, roles, offices: wish.offices } });
      })
      .catch(refuseTaken);
  }

  list(who: StaffIdentity): Promise<RouteOutput<'staffList'>> {
    return this.database.transaction(who, async (tx) => {
      const slugOf = slugsById(await this.offices.officesIn(tx));
      const people = (await this.staff.list(tx)).filter((record) => mayManage(who, record));
      await this.audit.record(tx, { action: 'staff.list', target: { kind: 'staff' } });
      return people.map((record) => presentStaff(record, slugOf));
    });
  }

  /** @throws not_found; forbidden, last_owner; validation when an office is unknown */
  update(who: StaffIdentity, id: string, wish: RouteInput<'staffUpdate'>['body']): Promise<Row> {
    return this.database.transaction(who, async (tx) => {
      const before = await this.managed(tx, who, id);
      const offices = await this.offices.officesIn(tx);
      const officeIds = wish.offices === undefined ? before.officeIds : officeIdsOf(offices, wish.offices);
      const roles = wish.roles === undefined ? before.roles : [...new Set(wish.roles)];
      const after = { name: wish.name ?? before.name, roles, officeIds };
      if (!mayManage(who, after)) refuse('forbidden');
      if (!roles.includes('owner') || officeIds.length > 0) await this.keepAnOwner(tx, id);
      await this.staff.update(tx, id, after);
      // Sockets show what the old rights allowed: they come back with the new ones.
      const sessionIds = await this.staff.sessionsOf(tx, id);
      tx.onCommit(() => this.events.tell({ sessionIds, what: 'changed' }));
      const { name } = before;
      return this.answer(tx, 'staff.update', id, {
        before: { name, roles: before.roles, officeIds: before.officeIds },
        after,
      });
    });
  }

  /** @throws not_found, last_owner */
  deactivate(who: StaffIdentity, id: string): Promise<Row> {
    return this.database.transaction(who, async (tx) => {
      await this.managed(tx, who, id);
      await this.keepAnOwner(tx, id);
      await this.staff.setActive(tx, id, false);
      await this.sessions.endAll(tx, id, null);
      return this.answer(tx, 'staff.deactivate', id);
    });
  }

  /** @throws not_found */
  reactivate(who: StaffIdentity, id: string): Promise<Row> {
    return this.database.transaction(who, async (tx) => {
      await this.managed(tx, who, id);
      await this.planLimits.hold(tx, 'staff');
      await this.staff.setActive(tx, id, true);
      return this.answer(tx, 'staff.reactivate', id);
    });
  }

  /** @throws not_found */
  async unlock(who: StaffIdentity, id: string): Promise<Row> {
    const row = await this.database.transaction(who, async (tx) => {
      await this.managed(tx, who, id);
      await this.accounts.setLock(tx, id, null);
      return this.answer(tx, 'staff.unlock', id);
    });
    await this.limits.forget(passwordTries, row.email);
    return row;
  }

  /** For somebody who lost the phone and the recovery codes. Sessions end, and the person is told. @throws not_found, second_factor_missing */
  resetSecondFactor(who: StaffIdentity, id: string): Promise<Row> {
    return this.database.transaction(who, async (tx) => {
      const { secondFactor } = await this.managed(tx, who, id);
      if (!secondFactor) refuse('second_factor_missing');
      await this.factors.remove(tx, id);
      await this.sessions.endAll(tx, id, null);
      const person = (await this.sessionRows.account(tx, id)) ?? refuse('not_found');
      const { name, tenantName: institution } = person;
      await this.mail.post(
        tx,
        await this.texts.letter(tx, 'second_factor_removed', person.email, { name, institution }),
      );
      return this.answer(tx, 'staff.reset_second_factor', id);
    });
  }

  /** @throws not_found */
  sessionsOf(who: StaffIdentity, id: string): Promise<RouteOutput<'staffSessions'>> {
    return this.database.transaction(who, async (tx) => {
      await this.managed(tx, who, id);
      const person = (await this.sessionRows.account(tx, id)) ?? refuse('not_found');
      const rows = await this.sessions.rowsOf(tx, person, who.sessionId);
      await this.audit.record(tx, { action: 'staff.sessions', target: { kind: 'staff', id } });
      return rows;
    });
  }

  /** @throws not_found */
  endSession(who: StaffIdentity, id: string, session: string): Promise<void> {
    return this.database.transaction(who, async (tx) => {
      await this.managed(tx, who, id);
      await this.sessions.end(tx, id, session);
    });
  }

  /** @throws not_found */
  endSessions(who: StaffIdentity, id: string): Promise<RouteOutput<'staffSessionsRevoke'>> {
    return this.database.transaction(who, async (tx) => {
      await this.managed(tx, who, id);
      return this.sessions.endAll(tx, id, null);
    });
  }

  private async managed(tx: Transaction, who: StaffIdentity, id: string): Promise<StaffRecord> {
    const record = (await this.staff.lock(tx, id)) ?? refuse('not_found');
    return mayManage(who, record) ? record : refuse('not_found');
  }

  private async keepAnOwner(tx: Transaction, leaving: string): Promise<void> {
    const owners = await this.staff.owners(tx);
    if (owners.includes(leaving) && owners.length === 1) refuse('last_owner');
  }

  private async answer(tx: Transaction, action: string, id: string, change: { before?: object; after?: object } = {}) {
    const record = (await this.staff.lock(tx, id)) ?? refuse('not_found');
    const slugOf = slugsById(await this.offices.officesIn(tx));
    await this.audit.record(tx, { action, target: { kind: 'staff', id }, people: true, ...change });
    return presentStaff(record, slugOf);
  }
}

function refuseTaken(error: unknown): never {
  if (violates(error, 'staff_email_key')) refuse('conflict', 'this e-mail is in use');
  throw error;
}
