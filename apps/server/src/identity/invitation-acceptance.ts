import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../platform/audit/audit.ts';
import { AttemptLimits, type Limit } from '../platform/auth/attempt-limits.ts';
import { passwordFault } from '../platform/auth/password-rules.ts';
import { Passwords } from '../platform/auth/passwords.ts';
import { readToken, type TokenParts } from '../platform/auth/tokens.ts';
import { iso } from '../platform/clock/clock.ts';
import { violates } from '../platform/database/constraints.ts';
import { Database, type Transaction } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { PlanLimits } from '../tenants/plan-limits.reader.ts';
import { isServed, TenantsReader, type TenantSummary } from '../tenants/tenants.reader.ts';
import { AccountRules } from './account-rules.ts';
import { stateOf } from './invitation.presenter.ts';
import { InvitationsRepository, type InvitationRecord } from './invitations.repository.ts';
import { SessionsRepository } from './sessions.repository.ts';
import { SessionsService, type Session } from './sessions.service.ts';
import { StaffRepository } from './staff.repository.ts';
import { TenantPolicyRepository } from './tenant-policy.repository.ts';

/** Links tried from an address; a right one is given back. */
const perAddress: Limit = { name: 'link_address', attempts: 30, seconds: 900 };

/** An invitation as the invited person opens and accepts it, by the link of the letter. */
@Injectable()
export class InvitationAcceptance {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationsRepository,
    private readonly tenants: TenantsReader,
    private readonly staff: StaffRepository,
    private readonly policies: TenantPolicyRepository,
    private readonly sessionRows: SessionsRepository,
    private readonly sessions: SessionsService,
    private readonly passwords: Passwords,
    private readonly limits: AttemptLimits,
    private readonly rules: AccountRules,
    private readonly audit: Audit,
    private readonly planLimits: PlanLimits,
  ) {}

  /** @throws link_invalid, too_many_requests, tenant_inactive */
  async show(token: string, address: string): Promise<RouteOutput<'invitationOpen'>> {
    const parts = await this.spend(token, address);
    const tenant = await this.tenantOf(parts);
    const shown = await this.database.transaction(parts, async (tx) => {
      const { email, name, roles, expiresAt } = await this.open(tx, parts);
      const { secondFactorRoles } = await this.policies.read(tx);
      const guarded = { roles, tenantKind: tenant.kind, secondFactorRoles };
      const secondFactorRequired = this.rules.mustHaveSecondFactor(guarded);
      const { slug, name: tenantName } = tenant;
      const about = { tenant: { slug, name: tenantName }, email, name, roles };
      return { ...about, expiresAt: iso(expiresAt), secondFactorRequired };
    });
    await this.limits.giveBack(perAddress, address);
    return shown;
  }

  /**
   * Makes the account and logs it in.
   * @throws link_invalid, too_many_requests, tenant_inactive; password_common, password_personal, plan_limit: the link stays good;
   *   conflict when the e-mail got an account elsewhere meanwhile
   */
  async accept(
    { token, name, password }: RouteInput<'invitationAccept'>['body'],
    address: string,
    userAgent: string | undefined,
  ): Promise<Session> {
    const parts = await this.spend(token, address);
    const tenant = await this.tenantOf(parts);
    // Before the hash, which costs much: whoever has no good link gets no work done.
    const { email } = await this.database.transaction(parts, (tx) => this.open(tx, parts));
    const fault = passwordFault(password, { email, name, tenant: [tenant.name, tenant.slug] });
    if (fault) refuse(fault);
    const passwordHash = await this.passwords.hash(password);
    const session = await this.database
      .transaction(parts, async (tx) => this.make(tx, await this.open(tx, parts), { name, passwordHash, userAgent }))
      .catch(refuseTaken);
    await this.limits.giveBack(perAddress, address);
    return session;
  }

  private async make(
    tx: Transaction,
    invitation: InvitationRecord,
    { name, passwordHash, userAgent }: { name: string; passwordHash: string; userAgent: string | undefined },
  ): Promise<Session> {
    const { email, roles, officeIds } = invitation;
    const id = uuidv7();
    await this.planLimits.hold(tx, 'staff');
    await this.staff.insert(tx, { id, email, name, passwordHash, roles, officeIds });
    await this.invitations.accept(tx, invitation.id);
    const person = (await this.sessionRows.account(tx, id)) ?? refuse('link_invalid');
    const session = await this.sessions.beginIn(tx, person, { by: 'password', userAgent });
    const after = { email, name, roles, officeIds };
    const target = { kind: 'invitation', id: invitation.id };
    await this.audit.record(tx, { action: 'invitation.accept', target, after, people: true });
    return session;
  }

  private async spend(token: string, address: string): Promise<TokenParts> {
    await this.limits.spend(perAddress, address);
    return readToken(token) ?? refuse('link_invalid');
  }

  private async tenantOf(parts: TokenParts): Promise<TenantSummary> {
    const tenant = (await this.tenants.byId(parts)) ?? refuse('link_invalid');
    return isServed(tenant) ? tenant : refuse('tenant_inactive');
  }

  private async open(tx: Transaction, { rowId, hash }: TokenParts): Promise<InvitationRecord> {
    const record = await this.invitations.lock(tx, rowId);
    const good = record?.tokenHash === hash && stateOf(record, Date.now()) === 'open';
    return good ? record : refuse('link_invalid');
  }
}

function refuseTaken(error: unknown): never {
  if (violates(error, 'staff_email_key'))
    refuse('conflict', 'this e-mail belongs to an account of another institution');
  throw error;
}
