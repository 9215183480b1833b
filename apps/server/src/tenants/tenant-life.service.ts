import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Plan, SignupRequest, TenantDetail, TenantView } from '@sunbeon/contract';
import {
  businessDay,
  moveTenant,
  restsAt,
  tenantDue,
  trialReminderDue,
  trialReminderReached,
  type TenantLife,
  type TenantMove,
} from '@sunbeon/domain';
import { OfficesReader } from '../offices/offices.reader.ts';
import { Audit } from '../platform/audit/audit.ts';
import { Clock, iso } from '../platform/clock/clock.ts';
import { CONFIG } from '../platform/config/config.module.ts';
import type { Config } from '../platform/config/config.ts';
import { Database, statement, type Transaction } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import type { RouteOutput } from '../platform/http/route.ts';
import { JobHandlers } from '../platform/jobs/job-handlers.ts';
import { Sealing } from '../platform/sealing/sealing.ts';
import { PlanLimits } from './plan-limits.reader.ts';
import { TenantLetters } from './tenant-letters.ts';
import { lifeOf, TenantLifeRepository, type TenantRecord } from './tenant-life.repository.ts';
import { presentNext, presentView } from './tenant.presenter.ts';
import { TenantsReader } from './tenants.reader.ts';

/** What contacts of applications are sealed for. */
export const contactPurpose = 'tenant_application.contact' as const;

export interface MoveWish {
  readonly reason?: string;
  readonly plan?: Plan | undefined;
  readonly days?: number;
  readonly immediately?: boolean;
}

const due = statement('tenant_life.due', 'select id from sys.tenants_due()');

/** Tenants as they come, are served, rest and go: what the operator does, and what happens by the clock. */
@Injectable()
export class TenantLifeService implements OnModuleInit {
  private readonly logger = new Logger('tenants');
  private readonly trialDays: number;

  constructor(
    private readonly database: Database,
    private readonly tenants: TenantLifeRepository,
    private readonly reader: TenantsReader,
    private readonly offices: OfficesReader,
    private readonly limits: PlanLimits,
    private readonly letters: TenantLetters,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly handlers: JobHandlers,
    @Inject(CONFIG) config: Config,
  ) {
    this.trialDays = config.signup.trialDays;
  }

  onModuleInit(): void {
    this.handlers.register('tenants.watch', () => this.watch());
  }

  /** @throws not_found, status_not_allowed */
  async move(id: string, move: TenantMove, wish: MoveWish = {}): Promise<TenantView> {
    const scope = { tenantId: id };
    const now = await this.clock.now(scope);
    return this.database.transaction(scope, async (tx) => {
      const before = await this.locked(tx);
      const context = { now, restsAt: await this.restsAt(tx, now), days: wish.days ?? this.trialDays };
      const after = moveTenant(lifeOf(before), move, { ...context, immediately: wish.immediately ?? false });
      if (!after) return refuse('status_not_allowed', `${move} a tenant that is ${before.status}`);
      await this.write(tx, before, after, wish.reason ?? null);
      if (after.trialEndsAt !== before.trialEndsAt)
        await this.tenants.setReminded(tx, trialReminderReached(after, now));
      if (wish.plan) await this.tenants.setPlan(tx, wish.plan);
      if (move === 'approve' || move === 'refuse')
        await this.tenants.decide(tx, move === 'approve' ? 'approved' : 'refused', wish.reason ?? null);
      await this.letters.tell(tx, move, before, after, wish.reason ?? null);
      return this.done(tx, `tenant.${move}`, before, wish.reason ?? null);
    });
  }

  /** Another plan. What is there stays, also above its limits; nothing is added to it until it fits. */
  setPlan(id: string, plan: Plan): Promise<TenantView> {
    return this.database.transaction({ tenantId: id }, async (tx) => {
      const before = await this.locked(tx);
      await this.tenants.setPlan(tx, plan);
      return this.done(tx, 'tenant.plan', before, null);
    });
  }

  /** Another district. A region has an area of its own, which stays. @throws not_found */
  setArea(id: string, areaCode: string): Promise<TenantView> {
    return this.database.transaction({ tenantId: id }, async (tx) => {
      const before = await this.locked(tx);
      if (before.kind === 'region') refuse('not_found');
      await this.tenants.setArea(tx, areaCode);
      tx.onCommit(() => this.reader.forget(id));
      return this.done(tx, 'tenant.area', before, null);
    });
  }

  /** With the application, its contact opened, and the use of the limits. @throws not_found */
  async show(id: string): Promise<TenantDetail> {
    const now = await this.clock.now({ tenantId: id });
    return this.database.transaction({ tenantId: id }, async (tx) => {
      const tenant = known(await this.tenants.read(tx));
      const view = presentView(tenant, await this.tenants.usage(tx));
      const limits = await this.limits.all(tx, businessDay(now, tenant.zone));
      const application = await this.application(tx);
      const target = { kind: 'tenant', id };
      await this.audit.record(tx, { action: 'tenant.read', target });
      return { ...view, application, limits };
    });
  }

  /** What one's own tenant may have and has. */
  async ownPlan(scope: { tenantId: string }): Promise<RouteOutput<'ownPlan'>> {
    const now = await this.clock.now(scope);
    return this.database.transaction(scope, async (tx) => {
      const tenant = (await this.tenants.read(tx)) ?? refuse('not_found');
      const { status, statusReason, plan, trialEndsAt, zone } = tenant;
      const limits = await this.limits.all(tx, businessDay(now, zone));
      return { status, statusReason, plan, trialEndsAt: iso(trialEndsAt), next: presentNext(tenant), limits };
    });
  }

  /** Changes whose time has come, trials that are over or soon will be. One tenant that fails does not keep the others waiting. */
  async watch(): Promise<void> {
    for (const { id } of await this.database.system<{ id: string }>(due)) {
      await this.turn(id).catch((error: unknown) =>
        this.logger.error({ msg: 'a tenant could not be changed by the clock', tenantId: id, err: error }),
      );
    }
  }

  private async turn(id: string): Promise<void> {
    const now = await this.clock.now({ tenantId: id });
    await this.database.transaction({ tenantId: id }, async (tx) => {
      const before = await this.locked(tx);
      const life = lifeOf(before);
      const reached = tenantDue(life, now);
      const context = { now, restsAt: await this.restsAt(tx, now) };
      const after = reached ?? moveTenant(life, 'end_trial', context);
      if (!after) return this.remind(tx, before, now);
      const reason = reached ? before.nextReason : 'trial_ended';
      await this.write(tx, before, after, reason);
      await this.letters.tell(tx, 'end_trial', before, after, reason);
      await this.done(tx, reached ? `tenant.${after.status}` : 'tenant.end_trial', before, reason);
    });
  }

  /** Once for each of the days: under the tenant's lock, whatever number of workers look. */
  private async remind(tx: Transaction, tenant: TenantRecord, now: number): Promise<void> {
    const due = trialReminderDue(lifeOf(tenant), tenant.trialReminded, now);
    if (due === undefined || tenant.trialEndsAt === null) return;
    await this.tenants.setReminded(tx, due);
    await this.letters.trialEnds(tx, tenant, tenant.trialEndsAt, now);
  }

  private async locked(tx: Transaction): Promise<TenantRecord> {
    return known(await this.tenants.lock(tx));
  }

  private async write(tx: Transaction, before: TenantRecord, after: TenantLife, reason: string | null): Promise<void> {
    await this.tenants.write(tx, after, reason, before.statusReason);
    tx.onCommit(() => this.reader.forget(before.id));
  }

  private async done(
    tx: Transaction,
    action: string,
    before: TenantRecord,
    reason: string | null,
  ): Promise<TenantView> {
    const after = known(await this.tenants.read(tx));
    const target = { kind: 'tenant', id: before.id };
    await this.audit.record(tx, { action, target, before: facts(before), after: facts(after), reason });
    return presentView(after, await this.tenants.usage(tx));
  }

  private async restsAt(tx: Transaction, now: number): Promise<number> {
    const halls = await this.tenants.halls(tx);
    const offices = [];
    for (const { officeId, revision, businessOn, closedOn } of halls) {
      const { calendar } = await this.offices.configOf(tx, officeId, revision);
      offices.push({ calendar, businessOn, closedOn });
    }
    return restsAt(offices, now);
  }

  private async application(tx: Transaction): Promise<TenantDetail['application']> {
    const row = await this.tenants.application(tx);
    if (!row) return null;
    const { terms, decision, reason } = row;
    const contact = JSON.parse(await this.sealing.open(tx, contactPurpose, row.contact)) as SignupRequest['contact'];
    return {
      appliedAt: iso(row.appliedAt),
      contact: { name: contact.name, email: contact.email, phone: contact.phone ?? null },
      terms,
      decidedAt: iso(row.decidedAt),
      decision,
      reason,
    };
  }
}

/** The platform's own tenant is nobody's to move. */
function known(tenant: TenantRecord | undefined): TenantRecord {
  return tenant && tenant.kind !== 'platform' ? tenant : refuse('not_found');
}

function facts({ status, plan, areaCode, trialEndsAt, nextStatus, nextAt }: TenantRecord) {
  return { status, plan, areaCode, trialEndsAt: iso(trialEndsAt), nextStatus, nextAt: iso(nextAt) };
}
