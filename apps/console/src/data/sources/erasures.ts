import { localList } from '../local-list.ts';
import { ending, type MakeSource } from '../source.ts';

/** Erasures of tenants, planned and done. */
export const erasuresSource: MakeSource = (client) => ({
  list: async (params) => localList(await client.call('erasureList', ending(params.signal)), params),
});
