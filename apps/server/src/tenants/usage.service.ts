import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { plans, type TenantPageQuery, type TenantUsage } from '@sunbeon/contract';
import { businessDay } from '@sunbeon/domain';
import { Audit } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, statement, type TenantScope, type Transaction } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import type { RouteOutput } from '../platform/http/route.ts';
import { JobHandlers } from '../platform/jobs/job-handlers.ts';
import { excessLetter, type Text } from './letters.ts';
import { PlanLimits } from './plan-limits.reader.ts';
import { PlatformTenant } from './platform-tenant.ts';
import { TenantLetters } from './tenant-letters.ts';
import { TenantLifeRepository, type TenantRecord } from './tenant-life.repository.ts';
import { presentUsage, presentView } from './tenant.presenter.ts';
import { UsageRepository } from './usage.repository.ts';

const allIds = statement('usage.tenants', 'select id from sys.tenant_ids()');
const page = statement('usage.page', 'select id, total from sys.tenant_page($1, $2, $3, $4, $5, $6, $7, $8)');
const kinds = ['live', 'rehearsal', 'region'] as const;

/** What tenants use: counted by a daily job and on demand, shown to the operator; and days over the plan's tickets. */
@Injectable()
export class UsageService implements OnModuleInit {
  private readonly logger = new Logger('usage');

  constructor(
    private readonly database: Database,
    private readonly tenants: TenantLifeRepository,
    private readonly usage: UsageRepository,
    private readonly limits: PlanLimits,
    private readonly platform: PlatformTenant,
    private readonly letters: TenantLetters,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register('tenants.usage', () => this.each((scope) => this.count(scope)));
    this.handlers.register('tenants.excess', () => this.each((scope) => this.notice(scope)));
  }

  /** Tenants as asked for. Only their ids cross tenants; each is read in its own scope. */
  async page(query: TenantPageQuery): Promise<RouteOutput<'tenantPage'>> {
    const { q, status, kind, plan, sort, order, page: at, limit } = query;
    const wanted = kind === undefined ? kinds : [kind];
    const filter = [q === undefined || q === '' ? null : q, status ?? null, [...wanted], plan ?? null];
    const range = [sort, order === 'desc', limit, (at - 1) * limit];
    const found = await this.database.system<{ id: string; total: number }>(page, [...filter, ...range]);
    const rows = [];
    for (const { id } of found) rows.push(await this.view({ tenantId: id }));
    return { rows: rows.filter((row) => row !== undefined), total: found[0]?.total ?? (await this.total(filter)) };
  }

  /** Counts now. @throws not_found */
  async countNow(tenantId: string): Promise<TenantUsage> {
    const usage = await this.count({ tenantId });
    if (!usage) return refuse('not_found');
    const entry = { action: 'tenant.usage', target: { kind: 'tenant', id: tenantId } };
    await this.database.transaction({ tenantId }, (tx) => this.audit.record(tx, entry));
    return usage;
  }

  private async count(scope: TenantScope): Promise<TenantUsage | undefined> {
    const now = await this.clock.now(scope);
    return this.database.transaction(scope, async (tx) => {
      const tenant = await this.tenants.read(tx);
      if (!tenant || tenant.kind === 'platform') return undefined;
      const usage = await this.usage.count(tx, businessDay(now, tenant.zone));
      await this.usage.save(tx, usage);
      return presentUsage(usage);
    });
  }

  /** A day over the limit is written down, and told once: nothing stops. */
  private async notice(scope: TenantScope): Promise<void> {
    const now = await this.clock.now(scope);
    const text = await this.database.transaction(scope, async (tx) => {
      const tenant = await this.tenants.read(tx);
      return tenant && this.noticeOf(tx, tenant, businessDay(now, tenant.zone));
    });
    if (text) await this.platform.tellOperators((to) => ({ to, ...text }));
  }

  private async noticeOf(tx: Transaction, { plan, name }: TenantRecord, businessOn: string): Promise<Text | undefined> {
    const value = plans[plan].ticketsPerDay;
    if (value === null) return undefined;
    const used = await this.limits.drawn(tx, businessOn);
    if (used <= value || !(await this.usage.exceed(tx, businessOn, used, value))) return undefined;
    const text = excessLetter(name, businessOn, { limit: 'ticketsPerDay', value, used });
    await this.letters.toOwners(tx, text);
    return text;
  }

  private async view(scope: TenantScope) {
    return this.database.transaction(scope, async (tx) => {
      const tenant = await this.tenants.read(tx);
      return tenant && presentView(tenant, await this.tenants.usage(tx));
    });
  }

  /** Beyond the last page there are no rows to say how many there are. */
  private async total(filter: readonly unknown[]): Promise<number> {
    const [first] = await this.database.system<{ total: number }>(page, [...filter, 'createdAt', true, 1, 0]);
    return first?.total ?? 0;
  }

  /** One tenant after the other; one that fails does not keep the others waiting. */
  private async each(work: (scope: TenantScope) => Promise<unknown>): Promise<void> {
    for (const { id } of await this.database.system<{ id: string }>(allIds)) {
      await work({ tenantId: id }).catch((error: unknown) =>
        this.logger.error({ msg: 'usage of a tenant could not be counted', tenantId: id, err: error }),
      );
    }
  }
}
