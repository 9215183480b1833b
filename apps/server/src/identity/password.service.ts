import { Injectable } from '@nestjs/common';
import { NotificationTextsReader } from '../notifications/notification-texts.reader.ts';
import { Audit } from '../platform/audit/audit.ts';
import { AttemptLimits, type Limit } from '../platform/auth/attempt-limits.ts';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { passwordFault } from '../platform/auth/password-rules.ts';
import { Passwords } from '../platform/auth/passwords.ts';
import { SessionEvents } from '../platform/auth/session-events.ts';
import { Database, type Transaction } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import { PublicLinks } from '../platform/http/public-links.ts';
import type { RouteInput } from '../platform/http/route.ts';
import { Mail } from '../platform/mail/mail.ts';
import { letsIn } from '../tenants/tenants.reader.ts';
import { AccountLinksRepository, linkParts } from './account-links.repository.ts';
import { AccountsRepository } from './accounts.repository.ts';
import { AfterAnswer } from './after-answer.ts';
import { passwordTries } from './login.service.ts';
import { OwnPassword } from './own-password.ts';
import { SessionsRepository, type StoredAccount } from './sessions.repository.ts';

const perAccount: Limit = { name: 'forgot_account', attempts: 5, seconds: 3_600 };
const perAddress: Limit = { name: 'forgot_address', attempts: 30, seconds: 900 };
/** Links tried from an address; a right one is given back. */
const linksPerAddress: Limit = { name: 'link_address', attempts: 30, seconds: 900 };
const LINK_SECONDS = 1_800;

/** Passwords: changed by their person, or chosen anew by the link of a letter. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly links: AccountLinksRepository,
    private readonly own: OwnPassword,
    private readonly passwords: Passwords,
    private readonly limits: AttemptLimits,
    private readonly mail: Mail,
    private readonly texts: NotificationTextsReader,
    private readonly addresses: PublicLinks,
    private readonly events: SessionEvents,
    private readonly afterAnswer: AfterAnswer,
    private readonly audit: Audit,
  ) {}

  /** @throws bad_credentials; password_common, password_personal, password_reused */
  async change(who: StaffIdentity, wish: RouteInput<'passwordChange'>['body']): Promise<void> {
    const account = await this.own.check(who, wish.current);
    const passwordHash = await this.newHash(account, wish.password);
    await this.database.transaction(who, async (tx) => {
      await this.replace(tx, account, passwordHash, who.sessionId);
      await this.audit.record(tx, { action: 'password.change', target: { kind: 'staff', id: who.staffId } });
    });
  }

  /** A letter to whom the e-mail belongs, if it is somebody's. The answer is over before that is known. */
  async forgot(email: string, address: string): Promise<void> {
    const account = email.trim().toLowerCase();
    await this.limits.spend(perAddress, address);
    await this.limits.spend(perAccount, account);
    this.afterAnswer.run('password.forgot', () => this.writeLink(account));
  }

  /** @throws link_invalid, too_many_requests; password_common, password_personal, password_reused: the link stays good */
  async reset(token: string, password: string, address: string): Promise<void> {
    await this.limits.spend(linksPerAddress, address);
    const parts = linkParts(token) ?? refuse('link_invalid');
    const scope = { tenantId: parts.tenantId };
    const account = await this.database.transaction(scope, async (tx) => {
      const staffId = await this.links.read(tx, parts, 'password_reset');
      return staffId === undefined ? undefined : this.sessions.account(tx, staffId);
    });
    if (!account?.active) return refuse('link_invalid');
    const passwordHash = await this.newHash(account, password);
    await this.database.transaction(scope, async (tx) => {
      if ((await this.links.use(tx, parts, 'password_reset')) === undefined) refuse('link_invalid');
      await this.replace(tx, account, passwordHash, null);
      await this.audit.record(tx, { action: 'password.reset', target: { kind: 'staff', id: account.staffId } });
    });
    // Whoever has the mailbox is the person: wrong guesses of others no longer stand in the way.
    await Promise.all([
      this.limits.forget(passwordTries, account.email),
      this.limits.giveBack(linksPerAddress, address),
    ]);
  }

  private async writeLink(email: string): Promise<void> {
    const found = await this.accounts.byEmail(email);
    if (!found) return;
    await this.database.transaction({ tenantId: found.tenantId }, async (tx) => {
      const person = await this.sessions.account(tx, found.staffId);
      if (!person?.active || !letsIn({ status: person.tenantStatus }, person.roles)) return;
      const token = await this.links.issue(tx, person.staffId, 'password_reset', LINK_SECONDS);
      const link = this.addresses.to(`/signup/reset#${token}`);
      const values = { name: person.name, institution: person.tenantName, link };
      await this.mail.post(tx, await this.texts.letter(tx, 'password_reset', person.email, values));
      await this.audit.record(tx, { action: 'password.forgot', target: { kind: 'staff', id: person.staffId } });
    });
  }

  private async newHash(account: StoredAccount, password: string): Promise<string> {
    const { email, name, tenantName, tenantSlug, passwordHash, previousHashes } = account;
    const fault = passwordFault(password, { email, name, tenant: [tenantName, tenantSlug] });
    if (fault) refuse(fault);
    for (const old of [passwordHash, ...previousHashes])
      if (await this.passwords.verify(old, password)) refuse('password_reused');
    return this.passwords.hash(password);
  }

  private async replace(tx: Transaction, account: StoredAccount, hash: string, keep: string | null): Promise<void> {
    await this.accounts.setPassword(tx, account.staffId, hash);
    const ended = await this.sessions.revokeAll(tx, account.staffId, keep);
    const { email, name, tenantName: institution } = account;
    await this.mail.post(tx, await this.texts.letter(tx, 'password_changed', email, { name, institution }));
    tx.onCommit(() => this.events.tell({ sessionIds: ended, what: 'ended' }));
  }
}
