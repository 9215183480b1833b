import { Injectable, Module } from '@nestjs/common';
import { Database, statement, type TenantScope } from '../platform/database/database.ts';

export type TenantKind = 'live' | 'rehearsal' | 'platform';
export type TenantStatus = 'trial' | 'active' | 'suspended' | 'closed';

/** A tenant (기관) as other slices need it. */
export interface TenantSummary {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: TenantKind;
  readonly status: TenantStatus;
  /** IANA zone. */
  readonly zone: string;
}

const idBySlug = statement('tenants.id_by_slug', 'select id from sys.tenant_by_slug($1)');
const allIds = statement('tenants.ids', 'select id from sys.tenant_ids()');
const read = statement('tenants.read', 'select id, slug, name, kind, status, zone from tenant where id = $1');

const KEEP_MS = 5_000;

/** True when the tenant's people, devices and pages are served. */
export function isServed(tenant: { readonly status: TenantStatus }): boolean {
  return tenant.status === 'active' || tenant.status === 'trial';
}

/** Reads of tenants. Answers are up to five seconds old. */
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

/** For slices that read tenants. */
@Module({ providers: [TenantsReader], exports: [TenantsReader] })
export class TenantsReaderModule {}
