import type { CallInput } from '@sunbeon/client';
import type { MediaRow as MediaFacts } from '@sunbeon/contract';
import { ending, type MakeSource } from '../source.ts';

export type MediaRow = MediaFacts;
type Query = CallInput<'mediaList'>['query'];

/** Pictures and films: filtered, sorted and paged by the server. */
export const mediaSource: MakeSource = (client) => ({
  list: async ({ filter = {}, sort, pagination, signal }) => {
    const { search, kind, archived } = filter as Pick<Query, 'search' | 'kind'> & { archived?: boolean };
    const { page, perPage } = pagination ?? { page: 1, perPage: 50 };
    const query: Query = {
      ...(search && { search }),
      ...(kind && { kind }),
      ...(archived && { archived: 'true' }),
      ...(sort && { sort: sort.field as 'name', order: sort.order === 'ASC' ? 'asc' : 'desc' }),
      offset: (page - 1) * perPage,
      limit: perPage,
    };
    const { rows, total, storage } = await client.call('mediaList', { query, ...ending(signal) });
    return { data: rows, total, meta: storage };
  },
  one: (id, signal) => client.call('mediaRead', { params: { id }, ...ending(signal) }),
  update: ({ id, data }) => {
    const { name, version } = data as MediaRow;
    return client.call('mediaUpdate', { params: { id: String(id) }, body: { name, version } });
  },
});
