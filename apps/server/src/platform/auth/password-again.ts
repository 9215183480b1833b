import { Injectable } from '@nestjs/common';
import { Database, statement } from '../database/database.ts';
import { refuse } from '../http/problem.ts';
import { AttemptLimits, type Limit } from './attempt-limits.ts';
import type { StaffIdentity } from './identity.ts';
import { Passwords } from './passwords.ts';

const limit: Limit = { name: 'password_again', attempts: 10, seconds: 900 };
const readHash = statement(
  'password_again.read',
  'select password_hash as hash from staff where tenant_id = $1 and id = $2 and active',
);

/** Asks for the own password again before something that cannot be taken back: a screen left open is not enough. */
@Injectable()
export class PasswordAgain {
  constructor(
    private readonly database: Database,
    private readonly passwords: Passwords,
    private readonly limits: AttemptLimits,
  ) {}

  /** @throws bad_credentials; too_many_requests after ten wrong ones in a quarter of an hour */
  async check(who: StaffIdentity, password: string): Promise<void> {
    await this.limits.spend(limit, who.staffId);
    const row = await this.database.transaction(who, (tx) =>
      tx.row<{ hash: string | null }>(readHash, [who.tenantId, who.staffId]),
    );
    if (!(await this.passwords.verify(row?.hash ?? undefined, password))) refuse('bad_credentials');
    await this.limits.giveBack(limit, who.staffId);
  }
}
