import { Injectable } from '@nestjs/common';
import { plans, type LimitUse, type Plan, type PlanLimit } from '@sunbeon/contract';
import { statement, type SqlScope } from '../platform/database/database.ts';
import { ProblemException } from '../platform/http/problem.ts';

type Thing = Exclude<PlanLimit, 'ticketsPerDay'>;

// One after the other: two who make the last one at once do not both get it. Rows that name the tenant are not in the way.
const lockPlan = statement('plans.lock', 'select plan from tenant where id = $1 for no key update');
const readPlan = statement('plans.read', 'select plan from tenant where id = $1');
const counts: Readonly<Record<Thing, ReturnType<typeof statement>>> = {
  offices: statement('plans.offices', 'select count(*)::int as used from office where tenant_id = $1'),
  devices: statement(
    'plans.devices',
    'select count(*)::int as used from device where tenant_id = $1 and revoked_at is null',
  ),
  staff: statement('plans.staff', 'select count(*)::int as used from staff where tenant_id = $1 and active'),
};
const drawnToday = statement(
  'plans.drawn',
  // A ticket beyond its range has a number of its series as well: what the office's overflow drew is not counted again.
  `select coalesce(sum(d.last_ordinal), 0)::int as used from series_day d
     join number_series s on s.tenant_id = d.tenant_id and s.id = d.series_id
   where d.tenant_id = $1 and d.business_on = $2`,
);

/** What a plan allows. Tickets are in no way of it: a hall that is open goes on, and going over is told. */
@Injectable()
export class PlanLimits {
  /**
   * Call it in the transaction that makes one more.
   * @throws plan_limit with the limit, its value and how much is used
   */
  async hold(sql: SqlScope, thing: Thing): Promise<void> {
    const { tenantId } = sql.scope;
    const [tenant] = await sql.rows<{ plan: Plan }>(lockPlan, [tenantId]);
    const value = tenant ? plans[tenant.plan][thing] : null;
    if (value === null) return;
    const used = await this.used(sql, thing);
    if (used < value) return;
    throw new ProblemException('plan_limit', `${thing}: ${used} of ${value}`, undefined, undefined, {
      limit: thing,
      value,
      used,
    });
  }

  /** Every limit with its use. @param businessOn the day whose tickets are counted */
  async all(sql: SqlScope, businessOn: string): Promise<LimitUse[]> {
    const { tenantId } = sql.scope;
    const [tenant] = await sql.rows<{ plan: Plan }>(readPlan, [tenantId]);
    const limits = plans[tenant?.plan ?? 'standard'];
    const things = Object.keys(counts) as Thing[];
    const uses: LimitUse[] = [];
    for (const limit of things) uses.push({ limit, value: limits[limit], used: await this.used(sql, limit) });
    const used = await this.drawn(sql, businessOn);
    return [...uses, { limit: 'ticketsPerDay', value: limits.ticketsPerDay, used }];
  }

  /** Tickets drawn on a business day: the last ordinals of all series, so that no ticket is counted. */
  async drawn(sql: SqlScope, businessOn: string): Promise<number> {
    return (await sql.rows<{ used: number }>(drawnToday, [sql.scope.tenantId, businessOn]))[0]?.used ?? 0;
  }

  private async used(sql: SqlScope, thing: Thing): Promise<number> {
    return (await sql.rows<{ used: number }>(counts[thing], [sql.scope.tenantId]))[0]?.used ?? 0;
  }
}
