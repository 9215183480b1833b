import type { CallInput, Client } from '@sunbeon/client';
import type { TenantView } from '@sunbeon/contract';
import { ending, type MakeSource } from '../source.ts';
import { tenantQuery } from './tenants.ts';

export type RegionRow = TenantView;

/** Provinces and cities that read figures: tenants of a kind of their own. */
export const regionsSource: MakeSource = (client) => ({
  list: async (params) => {
    const query = { ...tenantQuery(params), kind: 'region' as const };
    const { rows, total } = await client.call('tenantPage', { query, ...ending(params.signal) });
    return { data: rows, total };
  },
  one: (id, signal) => client.call('tenantShow', { params: { id }, ...ending(signal) }),
  create: ({ data }) => client.call('regionCreate', { body: data as CallInput<'regionCreate'>['body'] }),
});

const perPage = 100;

/** All districts of the installation, whatever their area, by name. */
export async function districts(call: Client['call'], signal: AbortSignal): Promise<TenantView[]> {
  const found: TenantView[] = [];
  for (let page = 1; ; page += 1) {
    const query = { sort: 'name', order: 'asc', page, limit: perPage } as const;
    const { rows, total } = await call('tenantPage', { query, signal });
    found.push(...rows.filter(({ kind }) => kind !== 'region'));
    if (rows.length < perPage || page * perPage >= total) return found;
  }
}
