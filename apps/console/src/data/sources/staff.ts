import type { StaffRow as StaffFacts } from '@sunbeon/contract';
import { wholeList } from '../local-list.ts';
import type { MakeSource } from '../source.ts';

/** A person; `state` in one word, for the list and its filter. */
export type StaffRow = StaffFacts & { readonly state: 'active' | 'locked' | 'inactive' };

/** People of the tenant. */
export const staffSource: MakeSource = (client) => ({
  ...wholeList(async (options) => (await client.call('staffList', options)).map(withState)),
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
