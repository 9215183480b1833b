import type { CallInput } from '@sunbeon/client';
import type { TenantView } from '@sunbeon/contract';
import type { GetListParams } from 'react-admin';
import { ending, type MakeSource } from '../source.ts';

export type TenantRow = TenantView;
type Query = NonNullable<CallInput<'tenantPage'>['query']>;

/** Column of the list -> what the server sorts by. */
const sorts: Readonly<Record<string, Query['sort']>> = {
  name: 'name',
  slug: 'slug',
  status: 'status',
  plan: 'plan',
  createdAt: 'createdAt',
  trialEndsAt: 'trialEndsAt',
  'usage.tickets.days30': 'tickets',
  'usage.stored.bytes': 'bytes',
  'usage.lastActivityAt': 'lastActivityAt',
};

/** Tenants of the installation, for its operator: searched, sorted and paged by the server. */
export const tenantsSource: MakeSource = (client) => ({
  list: async (params) => {
    const { rows, total } = await client.call('tenantPage', { query: tenantQuery(params), ...ending(params.signal) });
    return { data: rows, total };
  },
  one: (id, signal) => client.call('tenantShow', { params: { id }, ...ending(signal) }),
});

/** react-admin's list as the server asks for it. */
export function tenantQuery({ filter, sort, pagination }: GetListParams): Query {
  const wished = Object.entries((filter ?? {}) as Readonly<Record<string, unknown>>).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const by = sorts[sort?.field ?? ''];
  return {
    ...(Object.fromEntries(wished.map(([key, value]) => [key, String(value)])) as Query),
    ...(by && { sort: by, order: sort?.order === 'DESC' ? 'desc' : 'asc' }),
    ...(pagination && { page: pagination.page, limit: pagination.perPage }),
  };
}
