import { Injectable } from '@nestjs/common';
import { smallestGroup, type RegionFigures } from '@sunbeon/contract';
import { Database, statement, type TenantScope } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import type { RouteInput } from '../platform/http/route.ts';
import { TenantsReader } from '../tenants/tenants.reader.ts';
import { figuresOf, partDay, type RegionCell } from './small-groups.policy.ts';

// The function looks at the tenant of the transaction: only a region gets rows, and only of its own area.
const cells = statement(
  'regions.cells',
  `select tenant_id as "tenantId", business_on as "businessOn", tickets, within_target as "withinTarget", waits
   from sys.region_cells($1, $2) order by business_on, tenant_id`,
);

/** What a region may know. */
@Injectable()
export class RegionsService {
  constructor(
    private readonly database: Database,
    private readonly tenants: TenantsReader,
  ) {}

  /** @throws not_found when whoever asks belongs to no region */
  async figures(scope: TenantScope, { from, to }: RouteInput<'regionFigures'>['query']): Promise<RegionFigures> {
    const region = await this.tenants.byId(scope);
    if (region?.kind !== 'region') return refuse('not_found');
    const found = await this.database.transaction(scope, (tx) => tx.rows<RegionCell>(cells, [from, to]));
    const days = byDay(found).map((day) => partDay(day, smallestGroup));
    const shown = days.flatMap((day) => day.shown);
    const told = days.flatMap((day) => [...day.shown, ...day.together]);
    const enough = new Set(told.map(({ tenantId }) => tenantId)).size >= smallestGroup.tenants;
    return {
      from,
      to,
      region: { name: region.name, prefix: (region.areaCode ?? '').slice(0, 2) },
      total: enough ? figuresOf(told) : null,
      tenants: await this.byTenant(found, shown),
      smallest: smallestGroup,
    };
  }

  private async byTenant(found: readonly RegionCell[], shown: readonly RegionCell[]) {
    const rows: RegionFigures['tenants'] = [];
    for (const tenantId of new Set(shown.map((cell) => cell.tenantId))) {
      const tenant = await this.tenants.byId({ tenantId });
      if (!tenant) continue;
      const own = shown.filter((cell) => cell.tenantId === tenantId);
      const hiddenDays = found.filter((cell) => cell.tenantId === tenantId && cell.tickets > 0).length - own.length;
      rows.push({ name: tenant.name, areaCode: tenant.areaCode ?? '', ...figuresOf(own), hiddenDays });
    }
    return rows.sort((a, b) => a.name.localeCompare(b.name, 'ko'));
  }
}

function byDay(found: readonly RegionCell[]): RegionCell[][] {
  const days = new Map<string, RegionCell[]>();
  for (const cell of found) days.set(cell.businessOn, [...(days.get(cell.businessOn) ?? []), cell]);
  return [...days.values()];
}
