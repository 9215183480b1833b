import { Injectable } from '@nestjs/common';
import type { TenantPolicy } from '@sunbeon/contract';
import { statement, type Transaction } from '../platform/database/database.ts';

const read = statement(
  'identity.policy',
  `select second_factor_roles as "secondFactorRoles", idle_minutes as "idleMinutes" from tenant_policy where tenant_id = $1`,
);
const put = statement(
  'identity.put_policy',
  `insert into tenant_policy (tenant_id, second_factor_roles, idle_minutes) values ($1, $2, $3)
   on conflict (tenant_id) do update set second_factor_roles = $2, idle_minutes = $3`,
);

/** What counts while a tenant has set nothing. */
const unset: TenantPolicy = { secondFactorRoles: [], idleMinutes: 720 };

/** The tenant's rules for the accounts of its people. */
@Injectable()
export class TenantPolicyRepository {
  async read(tx: Transaction): Promise<TenantPolicy> {
    return (await tx.row<TenantPolicy>(read, [tx.scope.tenantId])) ?? unset;
  }

  async put(tx: Transaction, { secondFactorRoles, idleMinutes }: TenantPolicy): Promise<void> {
    await tx.rows(put, [tx.scope.tenantId, secondFactorRoles, idleMinutes]);
  }
}
