import { Injectable } from '@nestjs/common';
import { AttemptLimits, type Limit } from '../platform/auth/attempt-limits.ts';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Passwords } from '../platform/auth/passwords.ts';
import { Database } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import { SessionsRepository, type StoredAccount } from './sessions.repository.ts';

const perAccount: Limit = { name: 'own_password', attempts: 10, seconds: 900 };

/** Asks somebody who is logged in for the password once more, before what only the person may do. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly passwords: Passwords,
    private readonly limits: AttemptLimits,
  ) {}

  /** @throws bad_credentials; too_many_requests after ten wrong ones in 15 minutes */
  async check(who: Pick<StaffIdentity, 'tenantId' | 'staffId'>, password: string): Promise<StoredAccount> {
    await this.limits.spend(perAccount, who.staffId);
    const account = await this.database.transaction(who, (tx) => this.sessions.account(tx, who.staffId));
    const fits = await this.passwords.verify(account?.passwordHash, password);
    if (!account || !fits) return refuse('bad_credentials');
    await this.limits.forget(perAccount, who.staffId);
    return account;
  }
}
