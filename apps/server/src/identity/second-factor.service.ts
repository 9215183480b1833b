import { Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.ts';
import { AttemptLimits, type Limit } from '../platform/auth/attempt-limits.ts';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { SessionEvents } from '../platform/auth/session-events.ts';
import { Database, type Transaction } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { AccountRules } from './account-rules.ts';
import { OwnPassword } from './own-password.ts';
import { newRecoveryCodes, plainCode } from './recovery-codes.ts';
import { SecondFactorRepository } from './second-factor.repository.ts';
import { SessionsRepository } from './sessions.repository.ts';
import { newTotpSecret, stepOfCode, totpUri } from './totp.ts';

const perAccount: Limit = { name: 'second_factor', attempts: 5, seconds: 900 };

/** The second factor of one's own account: set up, used, given up. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly factors: SecondFactorRepository,
    private readonly passwords: OwnPassword,
    private readonly limits: AttemptLimits,
    private readonly rules: AccountRules,
    private readonly events: SessionEvents,
    private readonly audit: Audit,
  ) {}

  /** A secret that counts once it is confirmed. @throws bad_credentials, second_factor_set */
  async begin(who: StaffIdentity, password: string | undefined): Promise<RouteOutput<'secondFactorBegin'>> {
    // Whoever must set one up has just shown the password.
    if (who.session === 'full') await this.passwords.check(who, password ?? '');
    return this.database.transaction(who, async (tx) => {
      const person = (await this.sessions.lockAccount(tx, who.staffId)) ?? refuse('unauthenticated');
      const secret = newTotpSecret();
      if (!(await this.factors.put(tx, who.staffId, secret))) refuse('second_factor_set');
      await this.record(tx, 'second_factor.begin', who.staffId);
      return { secret, uri: totpUri(secret, person.tenantName, person.email) };
    });
  }

  /** The first code shows that the app has the secret; from now on it is asked for. @throws bad_code, second_factor_missing */
  confirm(who: StaffIdentity, code: string): Promise<RouteOutput<'secondFactorConfirm'>> {
    return this.guessing(who.staffId, who.tenantId, async (tx) => {
      const stored = (await this.factors.secretOf(tx, who.staffId)) ?? refuse('second_factor_missing');
      if (stored.confirmed) refuse('second_factor_set');
      if (!(await this.takesCode(tx, who.staffId, stored.secret, plainCode(code)))) return undefined;
      await this.factors.confirm(tx, who.staffId);
      const recoveryCodes = await this.renewCodes(tx, who.staffId);
      await this.record(tx, 'second_factor.set', who.staffId);
      // The rights of this session widen at once, of the person's others within seconds.
      tx.onCommit(() => this.events.tell({ sessionIds: [who.sessionId], what: 'changed' }));
      return { recoveryCodes };
    });
  }

  /** @throws bad_credentials, bad_code, second_factor_missing; second_factor_mandatory where the account must have one */
  async disable(who: StaffIdentity, proof: RouteInput<'secondFactorDisable'>['body']): Promise<void> {
    await this.passwords.check(who, proof.password);
    await this.guessing(who.staffId, who.tenantId, async (tx) => {
      const person = (await this.sessions.lockAccount(tx, who.staffId)) ?? refuse('unauthenticated');
      if (this.rules.mustHaveSecondFactor(person)) refuse('second_factor_mandatory');
      if (!(await this.prove(tx, who.staffId, proof.code))) return undefined;
      await this.factors.remove(tx, who.staffId);
      await this.record(tx, 'second_factor.remove', who.staffId);
      return true;
    });
  }

  /** Ten new codes. @throws bad_credentials, bad_code, second_factor_missing */
  async renew(
    who: StaffIdentity,
    proof: RouteInput<'recoveryCodesRenew'>['body'],
  ): Promise<RouteOutput<'recoveryCodesRenew'>> {
    await this.passwords.check(who, proof.password);
    return this.guessing(who.staffId, who.tenantId, async (tx) => {
      if (!(await this.prove(tx, who.staffId, proof.code))) return undefined;
      const recoveryCodes = await this.renewCodes(tx, who.staffId);
      await this.record(tx, 'second_factor.recovery_codes', who.staffId);
      return { recoveryCodes };
    });
  }

  /**
   * Counts a guess at somebody's code before its outcome is known; a right one is given back. `work` returns undefined for
   * a wrong code; what it wrote is then committed all the same, so that a code that was taken stays taken.
   * @throws bad_code; too_many_requests after five wrong ones in 15 minutes
   */
  async guessing<T>(staffId: string, tenantId: string, work: (tx: Transaction) => Promise<T | undefined>): Promise<T> {
    await this.limits.spend(perAccount, staffId);
    const result = await this.database.transaction({ tenantId }, work);
    if (result === undefined) return refuse('bad_code');
    await this.limits.forget(perAccount, staffId);
    return result;
  }

  /** True for a code of the app that was not used yet, or a recovery code, which is used up. @throws second_factor_missing */
  async prove(tx: Transaction, staffId: string, code: string): Promise<boolean> {
    const stored = await this.factors.secretOf(tx, staffId);
    if (!stored?.confirmed) return refuse('second_factor_missing');
    const plain = plainCode(code);
    return /^\d{6}$/.test(plain)
      ? this.takesCode(tx, staffId, stored.secret, plain)
      : this.factors.useCode(tx, staffId, plain);
  }

  private async takesCode(tx: Transaction, staffId: string, secret: string, plain: string): Promise<boolean> {
    const step = stepOfCode(secret, plain, Date.now());
    return step !== undefined && this.factors.takeStep(tx, staffId, step);
  }

  private async renewCodes(tx: Transaction, staffId: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    await this.factors.replaceCodes(tx, staffId, codes.map(plainCode));
    return codes;
  }

  private record(tx: Transaction, action: string, id: string): Promise<void> {
    return this.audit.record(tx, { action, target: { kind: 'staff', id } });
  }
}
