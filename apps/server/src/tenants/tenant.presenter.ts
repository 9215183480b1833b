import { areaName, type TenantUsage, type TenantView } from '@sunbeon/contract';
import { iso } from '../platform/clock/clock.ts';
import type { RouteOutput } from '../platform/http/route.ts';
import type { TenantRecord, UsageRecord } from './tenant-life.repository.ts';
import type { TenantSummary } from './tenants.reader.ts';

export function presentTenant(
  tenant: Pick<TenantSummary, 'id' | 'slug' | 'name' | 'kind' | 'status'>,
): RouteOutput<'tenantCreate'> {
  const { id, slug, name, kind, status } = tenant;
  // The platform's own tenant and regions are never listed here.
  return { id, slug, name, kind: kind === 'rehearsal' ? 'rehearsal' : 'live', status };
}

export function presentView(tenant: TenantRecord, usage: UsageRecord | undefined): TenantView {
  const { id, slug, name, kind, status, statusReason, plan, areaCode, createdAt, trialEndsAt } = tenant;
  return {
    id,
    slug,
    name,
    kind: kind === 'platform' ? 'live' : kind,
    status,
    statusReason,
    plan,
    areaCode,
    areaName: areaCode === null ? null : (areaName(areaCode) ?? null),
    createdAt: iso(createdAt),
    trialEndsAt: iso(trialEndsAt),
    next: presentNext(tenant),
    usage: usage ? presentUsage(usage) : null,
  };
}

export function presentNext({ nextStatus, nextAt, nextReason }: TenantRecord): TenantView['next'] {
  return nextStatus === null || nextAt === null ? null : { status: nextStatus, at: iso(nextAt), reason: nextReason };
}

export function presentUsage(usage: UsageRecord): TenantUsage {
  return {
    at: iso(usage.countedAt),
    offices: usage.offices,
    devices: { total: usage.devicesTotal, online: usage.devicesOnline },
    staff: usage.staff,
    tickets: { today: usage.ticketsToday, days30: usage.tickets30Days },
    stored: { rows: usage.storedRows, bytes: usage.storedBytes },
    lastActivityAt: iso(usage.lastActivityAt),
    daysOver: usage.daysOver,
  };
}
