import type { StaffRow as StaffFacts } from '@sunbeon/contract';
import { localList } from '../local-list.ts';
import { ending, type MakeSource } from '../source.ts';

/** A person; `state` in one word, for the list and its filter. */
export type StaffRow = StaffFacts & { readonly state: 'active' | 'locked' | 'inactive' };

/** People of the tenant. */
export const staffSource: MakeSource = (client) => ({
  list: async (params) => localList((await client.call('staffList', ending(params.signal))).map(withState), params),
  one: async (id, signal) => {
    const row = (await client.call('staffList', ending(signal))).find((person) => person.id === id);
    if (!row) throw new Error('ra.notification.item_doesnt_exist');
    return withState(row);
  },
  update: async ({ id, data }) => {
    const { name, roles, offices } = data as Pick<StaffFacts, 'name' | 'roles' | 'offices'>;
    const known = roles.filter((role) => role !== 'operator' && role !== 'region');
    return withState(
      await client.call('staffUpdate', { params: { id: String(id) }, body: { name, roles: known, offices } }),
    );
  },
});

function withState(person: StaffFacts): StaffRow {
  const locked = person.lockedUntil !== null && Date.parse(person.lockedUntil) > Date.now();
  return { ...person, state: person.active ? (locked ? 'locked' : 'active') : 'inactive' };
}
