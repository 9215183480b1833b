import { Injectable } from '@nestjs/common';
import { AttemptLimits, type Limit } from '../platform/auth/attempt-limits.ts';
import { Passwords } from '../platform/auth/passwords.ts';
import { Database, statement } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import { isServed } from '../tenants/tenants.reader.ts';
import { SessionsRepository } from './sessions.repository.ts';

/** Somebody who gave the right password. */
export interface Account {
  readonly tenantId: string;
  readonly staffId: string;
}

const findByEmail = statement(
  'identity.by_email',
  'select tenant_id as "tenantId", id as "staffId" from sys.staff_by_email($1)',
);

const perAccount: Limit = { name: 'login_account', attempts: 10, seconds: 900 };
const perAddress: Limit = { name: 'login_address', attempts: 100, seconds: 900 };

/** Checks passwords; an unknown e-mail costs the same work and gets the same answer as a wrong password. */
@Injectable()
export class LoginService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly limits: AttemptLimits,
    private readonly passwords: Passwords,
  ) {}

  /**
   * The account, or undefined when e-mail or password is wrong.
   * @throws too_many_requests after 10 wrong passwords for an account or 100 from an address in 15 minutes; tenant_inactive
   */
  async check(email: string, password: string, address: string): Promise<Account | undefined> {
    const account = email.trim().toLowerCase();
    await this.limits.spend(perAddress, address);
    await this.limits.spend(perAccount, account);
    const person = await this.find(account);
    const fits = await this.passwords.verify(person?.active ? person.passwordHash : undefined, password);
    if (!person || !fits) return undefined;
    await Promise.all([this.limits.forget(perAccount, account), this.limits.giveBack(perAddress, address)]);
    return isServed({ status: person.tenantStatus }) ? person : refuse('tenant_inactive');
  }

  private async find(email: string) {
    const [found] = await this.database.system<Account>(findByEmail, [email]);
    // Somebody unknown is looked for as well, in a tenant that does not exist: the same statements, the same time.
    const { tenantId, staffId } = found ?? { tenantId: nobody, staffId: nobody };
    const person = await this.database.transaction({ tenantId }, (tx) => this.sessions.account(tx, staffId));
    return person && { ...person, tenantId };
  }
}

const nobody = '00000000-0000-0000-0000-000000000000';
