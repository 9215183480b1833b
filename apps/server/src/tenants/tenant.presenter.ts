import type { RouteOutput } from '../platform/http/route.ts';
import type { TenantSummary } from './tenants.reader.ts';

export function presentTenant(
  tenant: Pick<TenantSummary, 'id' | 'slug' | 'name' | 'kind' | 'status'>,
): RouteOutput<'tenantCreate'> {
  const { id, slug, name, kind, status } = tenant;
  // The platform's own tenant is never listed.
  return { id, slug, name, kind: kind === 'rehearsal' ? 'rehearsal' : 'live', status };
}
