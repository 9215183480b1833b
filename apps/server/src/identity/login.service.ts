import { Injectable } from '@nestjs/common';
import { NotificationTextsReader } from '../notifications/notification-texts.reader.ts';
import { Audit } from '../platform/audit/audit.ts';
import { AttemptLimits, type Limit } from '../platform/auth/attempt-limits.ts';
import { Passwords } from '../platform/auth/passwords.ts';
import { Database } from '../platform/database/database.ts';
import { networkOf } from '../platform/limits/network-of.ts';
import { Mail } from '../platform/mail/mail.ts';
import { ProblemException, refuse } from '../platform/http/problem.ts';
import { letsIn } from '../tenants/tenants.reader.ts';
import { AccountLinksRepository, linkParts } from './account-links.repository.ts';
import { AccountsRepository } from './accounts.repository.ts';
import { AfterAnswer } from './after-answer.ts';
import { SecondFactorService } from './second-factor.service.ts';
import { SessionsRepository, type StoredAccount } from './sessions.repository.ts';
import { SessionsService, type Account, type Session } from './sessions.service.ts';
import { SsoReader } from './sso/sso.reader.ts';

/** An account is locked after so many wrong passwords, for so long. */
export const passwordTries: Limit = { name: 'login_account', attempts: 10, seconds: 900 };
const perAddress: Limit = { name: 'login_address', attempts: 100, seconds: 900 };
/** The second step of a log-in is to be made within so many seconds. */
const CHALLENGE_SECONDS = 300;

/** Log-in; an unknown e-mail costs the same work and gets the same answer as a wrong password. */
@Injectable()
export class LoginService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly sessionRows: SessionsRepository,
    private readonly sessions: SessionsService,
    private readonly links: AccountLinksRepository,
    private readonly secondFactor: SecondFactorService,
    private readonly limits: AttemptLimits,
    private readonly passwords: Passwords,
    private readonly mail: Mail,
    private readonly texts: NotificationTextsReader,
    private readonly audit: Audit,
    private readonly afterAnswer: AfterAnswer,
    private readonly sso: SsoReader,
  ) {}

  /**
   * The account, or undefined when e-mail or password is wrong.
   * @throws too_many_requests after 10 wrong passwords for an account or 100 from an address in 15 minutes; tenant_inactive;
   *   sso_only
   */
  async check(email: string, password: string, address: string): Promise<Account | undefined> {
    const account = email.trim().toLowerCase();
    const network = networkOf(address);
    await this.limits.spend(perAddress, network);
    const left = await this.limits.spend(passwordTries, account);
    const person = await this.find(account);
    const fits = await this.passwords.verify(person?.active ? person.passwordHash : undefined, password);
    if ((person?.lockedUntil ?? 0) > Date.now()) refuse('too_many_requests');
    if (!person || !fits) {
      if (left === 0) await this.lock(account, person?.active ? person : undefined);
      return undefined;
    }
    await Promise.all([this.limits.forget(passwordTries, account), this.limits.giveBack(perAddress, network)]);
    if (!letsIn({ status: person.tenantStatus }, person.roles)) return refuse('tenant_inactive');
    return (await this.sso.allowsPassword(person, person.roles)) ? person : refuse('sso_only');
  }

  /** The session of somebody whose password was right. @throws second_factor_required with a challenge */
  async finish({ tenantId, staffId }: Account, userAgent: string | undefined): Promise<Session> {
    const begun = await this.database.transaction({ tenantId }, async (tx) => {
      const person = (await this.sessionRows.account(tx, staffId)) ?? refuse('bad_credentials');
      if (person.secondFactor) return this.links.issue(tx, staffId, 'second_factor', CHALLENGE_SECONDS);
      await this.accounts.forgivePin(tx, staffId);
      return this.sessions.beginIn(tx, person, { by: 'password', userAgent });
    });
    // Refused only now: the challenge must be committed.
    if (typeof begun === 'string') throw new ProblemException('second_factor_required', undefined, undefined, begun);
    return begun;
  }

  /** Second step. @throws challenge_over, bad_code, too_many_requests */
  async secondStep(challenge: string, code: string, userAgent: string | undefined): Promise<Session> {
    const parts = linkParts(challenge) ?? refuse('challenge_over');
    const { tenantId } = parts;
    const staffId = await this.database.transaction({ tenantId }, (tx) => this.links.read(tx, parts, 'second_factor'));
    if (staffId === undefined) return refuse('challenge_over');
    return this.secondFactor.guessing(staffId, tenantId, async (tx) => {
      const person = await this.sessionRows.lockAccount(tx, staffId);
      if (!person?.active) return refuse('challenge_over');
      if (!(await this.secondFactor.prove(tx, staffId, code))) return undefined;
      if (!(await this.links.use(tx, parts, 'second_factor'))) return refuse('challenge_over');
      await this.accounts.forgivePin(tx, staffId);
      const now = (await this.sessionRows.account(tx, staffId)) ?? refuse('challenge_over');
      return this.sessions.beginIn(tx, now, { by: 'password', userAgent });
    });
  }

  private async find(email: string): Promise<(StoredAccount & Account) | undefined> {
    const found = await this.accounts.byEmail(email);
    // Somebody unknown is looked for as well, in a tenant that does not exist: the same statements, the same time.
    const { tenantId, staffId } = found ?? { tenantId: nobody, staffId: nobody };
    const person = await this.database.transaction({ tenantId }, (tx) => this.sessionRows.account(tx, staffId));
    return person && { ...person, tenantId };
  }

  /** The tenth wrong password: no more guesses for a while, whether there is such an account or not; its person is told. */
  private async lock(email: string, person: (StoredAccount & Account) | undefined): Promise<void> {
    await this.limits.block(passwordTries, email);
    if (!person) return;
    this.afterAnswer.run('lock', () =>
      this.database.transaction({ tenantId: person.tenantId }, async (tx) => {
        await this.accounts.setLock(tx, person.staffId, Date.now() + passwordTries.seconds * 1_000);
        const { name, tenantName: institution } = person;
        await this.mail.post(tx, await this.texts.letter(tx, 'account_locked', person.email, { name, institution }));
        await this.audit.record(tx, { action: 'account.lock', target: { kind: 'staff', id: person.staffId } });
      }),
    );
  }
}

const nobody = '00000000-0000-0000-0000-000000000000';
