import { localList } from '../local-list.ts';
import { ending, type MakeSource } from '../source.ts';

/** Archives of the tenant's data that were asked for. */
export const exportsSource: MakeSource = (client) => ({
  list: async (params) => localList(await client.call('exportList', ending(params.signal)), params),
});
