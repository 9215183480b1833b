import { Injectable, Module } from '@nestjs/common';
import type { Permission, Role } from '@sunbeon/contract';
import { statusMeanings, type TenantStatus } from '@sunbeon/domain';
import { Database, statement, type TenantScope } from '../platform/database/database.ts';
import { PlanLimits } from './plan-limits.reader.ts';

export type TenantKind = 'live' | 'rehearsal' | 'platform' | 'region';
export type { TenantStatus } from '@sunbeon/domain';

/** A tenant (기관) as other slices need it. */
export interface TenantSummary {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: TenantKind;
  readonly status: TenantStatus;
  /** IANA zone. */
  readonly zone: string;
  /** Ten digits of its district or, for a region, of the province. */
  readonly areaCode: string | null;
}

const idBySlug = statement('tenants.id_by_slug', 'select id from sys.tenant_by_slug($1)');
const allIds = statement('tenants.ids', 'select id from sys.tenant_ids()');
const read = statement(
  'tenants.read',
  'select id, slug, name, kind, status, zone, area_code as "areaCode" from tenant where id = $1',
);

/** Whoever keeps something of a tenant for two seconds more has a change of its status within five. */
const KEEP_MS = 2_500;

/** True when the tenant's halls work: its devices are served, tickets are given out and called. */
export function isServed({ status }: { readonly status: TenantStatus }): boolean {
  return statusMeanings[status].hall;
}

/** True when residents see the tenant's pages. */
export function isPublic({ status }: { readonly status: TenantStatus }): boolean {
  return statusMeanings[status].pages === 'shown';
}

/** True when residents are told that its pages rest. */
export function isResting({ status }: { readonly status: TenantStatus }): boolean {
  return statusMeanings[status].pages === 'resting';
}

/** True when somebody with these roles may log in. */
export function letsIn({ status }: { readonly status: TenantStatus }, roles: readonly Role[]): boolean {
  const { people } = statusMeanings[status];
  return people === 'all' || (people === 'owners' && roles.includes('owner'));
}

/** What is left of permissions: where halls rest, nothing that is about them. */
export function permissionsWhile(
  { status }: { readonly status: TenantStatus },
  permissions: readonly Permission[],
): Permission[] {
  return isServed({ status }) ? [...permissions] : permissions.filter((one) => !ofTheHall.has(one));
}

const ofTheHall: ReadonlySet<Permission> = new Set<Permission>([
  'hall.view',
  'counter.operate',
  'ticket.issue',
  'ticket.correct',
  'office.configure',
  'device.manage',
]);

/** Reads of tenants. Answers are up to two and a half seconds old. */
@Injectable()
export class TenantsReader {
  private readonly known = new Map<string, { readonly tenant: TenantSummary; readonly until: number }>();
  private readonly idOfSlug = new Map<string, string>();

  constructor(private readonly database: Database) {}

  /** A tenant with offices by its slug, or undefined. The platform's own tenant has no slug that anybody may use. */
  async bySlug(slug: string): Promise<TenantSummary | undefined> {
    // The id of a slug never changes, so only the tenant itself is read again.
    const id = this.idOfSlug.get(slug) ?? (await this.database.system<{ id: string }>(idBySlug, [slug]))[0]?.id;
    const tenant = id === undefined ? undefined : await this.byId({ tenantId: id });
    if (!tenant || tenant.kind === 'platform') return undefined;
    this.idOfSlug.set(slug, tenant.id);
    return tenant;
  }

  /** The tenant of a scope, the platform's own included. */
  async byId(scope: TenantScope): Promise<TenantSummary | undefined> {
    const known = this.known.get(scope.tenantId);
    if (known && Date.now() < known.until) return known.tenant;
    const tenant = await this.database.transaction(scope, (tx) => tx.row<TenantSummary>(read, [scope.tenantId]));
    if (tenant) this.known.set(scope.tenantId, { tenant, until: Date.now() + KEEP_MS });
    return tenant;
  }

  /** The next read asks the database: this process changed the tenant. */
  forget(tenantId: string): void {
    this.known.delete(tenantId);
  }

  /** All tenants but the platform's own, the oldest first. For the operator: each is read in its own scope. */
  async all(): Promise<TenantSummary[]> {
    const ids = await this.database.system<{ id: string }>(allIds);
    const tenants: TenantSummary[] = [];
    for (const { id } of ids) {
      const tenant = await this.byId({ tenantId: id });
      if (tenant) tenants.push(tenant);
    }
    return tenants;
  }
}

/** For slices that read tenants, and that make what a plan limits. */
@Module({ providers: [PlanLimits, TenantsReader], exports: [PlanLimits, TenantsReader] })
export class TenantsReaderModule {}
