import { Injectable } from '@nestjs/common';
import type { Plan } from '@sunbeon/contract';
import type { TenantLife, TenantStatus, TrialReminder } from '@sunbeon/domain';
import { statement, type Transaction } from '../platform/database/database.ts';

/** A tenant with its life, and the usage that was counted last. */
export interface TenantRecord {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: 'live' | 'rehearsal' | 'region' | 'platform';
  readonly status: TenantStatus;
  readonly statusReason: string | null;
  readonly plan: Plan;
  readonly areaCode: string | null;
  readonly zone: string;
  readonly createdAt: number;
  readonly trialEndsAt: number | null;
  /** What owners were told last of the end of this trial, in days before it. */
  readonly trialReminded: TrialReminder | null;
  readonly nextStatus: TenantStatus | null;
  readonly nextAt: number | null;
  readonly nextReason: string | null;
}

export interface UsageRecord {
  readonly countedAt: number;
  readonly offices: number;
  readonly devicesTotal: number;
  readonly devicesOnline: number;
  readonly staff: number;
  readonly ticketsToday: number;
  readonly tickets30Days: number;
  readonly storedRows: number;
  readonly storedBytes: number;
  readonly lastActivityAt: number | null;
  readonly daysOver: number;
}

export interface ApplicationRecord {
  /** Sealed. */
  readonly contact: string;
  readonly terms: string;
  readonly language: 'ko' | 'en';
  readonly appliedAt: number;
  readonly decidedAt: number | null;
  readonly decision: 'approved' | 'refused' | null;
  readonly reason: string | null;
}

const columns = `id, slug, name, kind, status, status_reason as "statusReason", plan, area_code as "areaCode", zone,
  created_at as "createdAt", trial_ends_at as "trialEndsAt",
  trial_reminded as "trialReminded", next_status as "nextStatus", next_at as "nextAt",
  next_reason as "nextReason"`;
const read = statement('tenant_life.read', `select ${columns} from tenant where id = $1`);
const lock = statement('tenant_life.lock', `select ${columns} from tenant where id = $1 for no key update`);
const write = statement(
  'tenant_life.write',
  `update tenant set status = $2, status_reason = $3, trial_ends_at = $4, next_status = $5, next_at = $6, next_reason = $7
   where id = $1`,
);
const setReminded = statement('tenant_life.reminded', 'update tenant set trial_reminded = $2 where id = $1');
const setPlan = statement('tenant_life.plan', 'update tenant set plan = $2 where id = $1');
const setArea = statement('tenant_life.area', 'update tenant set area_code = $2 where id = $1');
const readUsage = statement(
  'tenant_life.usage',
  `select counted_at as "countedAt", offices, devices_total as "devicesTotal", devices_online as "devicesOnline", staff,
     tickets_today as "ticketsToday", tickets_30_days as "tickets30Days", stored_rows as "storedRows",
     stored_bytes as "storedBytes", last_activity_at as "lastActivityAt", days_over as "daysOver"
   from tenant_usage where tenant_id = $1`,
);
const readApplication = statement(
  'tenant_life.application',
  `select contact, terms, language, applied_at as "appliedAt", decided_at as "decidedAt", decision, reason
   from tenant_application where tenant_id = $1`,
);
const addApplication = statement(
  'tenant_life.apply',
  `insert into tenant_application (tenant_id, contact, terms, language, applied_at) values ($1, $2, $3, $4, $5)`,
);
const decide = statement(
  'tenant_life.decide',
  'update tenant_application set decided_at = now(), decision = $2, reason = $3 where tenant_id = $1',
);
const owners = statement(
  'tenant_life.owners',
  `select email, name from staff where tenant_id = $1 and active and 'owner' = any(roles) order by created_at, id`,
);
const halls = statement(
  'tenant_life.halls',
  `select office_id as "officeId", config_revision as revision, business_on as "businessOn", closed_on as "closedOn"
   from office_live where tenant_id = $1`,
);

/** Reads and writes of a tenant's life. */
@Injectable()
export class TenantLifeRepository {
  read(tx: Transaction): Promise<TenantRecord | undefined> {
    return tx.row<TenantRecord>(read, [tx.scope.tenantId]);
  }

  /** Locked: one move after the other. */
  lock(tx: Transaction): Promise<TenantRecord | undefined> {
    return tx.row<TenantRecord>(lock, [tx.scope.tenantId]);
  }

  /** @param reason of the change, also of one that waits; the present status keeps its own until then */
  async write(tx: Transaction, life: TenantLife, reason: string | null, present: string | null): Promise<void> {
    const { status, trialEndsAt, next } = life;
    await tx.rows(write, [
      tx.scope.tenantId,
      status,
      next ? present : reason,
      trialEndsAt === null ? null : new Date(trialEndsAt),
      next?.status ?? null,
      next ? new Date(next.at) : null,
      next ? reason : null,
    ]);
  }

  async setReminded(tx: Transaction, told: TrialReminder | null): Promise<void> {
    await tx.rows(setReminded, [tx.scope.tenantId, told]);
  }

  async setPlan(tx: Transaction, plan: Plan): Promise<void> {
    await tx.rows(setPlan, [tx.scope.tenantId, plan]);
  }

  async setArea(tx: Transaction, areaCode: string): Promise<void> {
    await tx.rows(setArea, [tx.scope.tenantId, areaCode]);
  }

  usage(tx: Transaction): Promise<UsageRecord | undefined> {
    return tx.row<UsageRecord>(readUsage, [tx.scope.tenantId]);
  }

  application(tx: Transaction): Promise<ApplicationRecord | undefined> {
    return tx.row<ApplicationRecord>(readApplication, [tx.scope.tenantId]);
  }

  /** @param contact sealed @param appliedAt epoch milliseconds */
  async addApplication(
    tx: Transaction,
    { contact, terms, language, appliedAt }: Pick<ApplicationRecord, 'contact' | 'terms' | 'language' | 'appliedAt'>,
  ): Promise<void> {
    await tx.rows(addApplication, [tx.scope.tenantId, contact, terms, language, new Date(appliedAt)]);
  }

  async decide(tx: Transaction, decision: 'approved' | 'refused', reason: string | null): Promise<void> {
    await tx.rows(decide, [tx.scope.tenantId, decision, reason]);
  }

  owners(tx: Transaction): Promise<{ email: string; name: string }[]> {
    return tx.rows(owners, [tx.scope.tenantId]);
  }

  halls(
    tx: Transaction,
  ): Promise<{ officeId: string; revision: number; businessOn: string | null; closedOn: string | null }[]> {
    return tx.rows(halls, [tx.scope.tenantId]);
  }
}

export function lifeOf({ status, trialEndsAt, nextStatus, nextAt }: TenantRecord): TenantLife {
  const next = nextStatus !== null && nextAt !== null ? { status: nextStatus, at: nextAt } : null;
  return { status, trialEndsAt, next };
}
