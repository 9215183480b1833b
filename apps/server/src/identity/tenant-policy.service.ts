import { Injectable } from '@nestjs/common';
import { roles as allRoles, type TenantPolicy } from '@sunbeon/contract';
import { Audit } from '../platform/audit/audit.ts';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Database } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import { TenantsReader } from '../tenants/tenants.reader.ts';
import { TenantPolicyRepository } from './tenant-policy.repository.ts';

/** Rules of a tenant for the accounts of its people, as its owners set them. */
@Injectable()
export class TenantPolicyService {
  constructor(
    private readonly database: Database,
    private readonly policies: TenantPolicyRepository,
    private readonly tenants: TenantsReader,
    private readonly audit: Audit,
  ) {}

  async read(who: StaffIdentity): Promise<TenantPolicy> {
    const policy = await this.database.transaction(who, (tx) => this.policies.read(tx));
    return this.asItCounts(who, policy);
  }

  /** Counts at once for who is logged in, within five seconds on other nodes. @throws forbidden for an owner of some offices only */
  async set(who: StaffIdentity, wish: TenantPolicy): Promise<TenantPolicy> {
    if (who.officeIds.length > 0) refuse('forbidden');
    const policy = await this.asItCounts(who, wish);
    await this.database.transaction(who, async (tx) => {
      const before = await this.policies.read(tx);
      await this.policies.put(tx, policy);
      const target = { kind: 'tenant', id: who.tenantId };
      await this.audit.record(tx, { action: 'policy.set', target, before, after: policy });
    });
    return policy;
  }

  /** Each role once, in the order of the table; owners of a live tenant always. */
  private async asItCounts(who: StaffIdentity, policy: TenantPolicy): Promise<TenantPolicy> {
    const tenant = (await this.tenants.byId(who)) ?? refuse('not_found');
    const named = new Set<string>(policy.secondFactorRoles);
    if (tenant.kind !== 'rehearsal') named.add('owner');
    const ordered = allRoles.filter((role): role is Exclude<typeof role, 'operator'> => named.has(role));
    return { idleMinutes: policy.idleMinutes, secondFactorRoles: ordered };
  }
}
