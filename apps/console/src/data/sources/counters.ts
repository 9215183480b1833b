import type { CallInput } from '@sunbeon/client';
import type { CounterRow as CounterFacts } from '@sunbeon/contract';
import { wholeList } from '../local-list.ts';
import type { MakeSource } from '../source.ts';
import { filledText } from '../wishes.ts';

/** A counter; `state` in one word, for the list and its filter. */
export type CounterRow = CounterFacts & { readonly state: 'used' | 'archived' };

/** Counters of the offices that the person works for: the server gives all, 200 an office at most. */
export const countersSource: MakeSource = (client) => ({
  ...wholeList(async (options) => (await client.call('counterList', options)).map(withState)),
  create: async ({ data }) => {
    const { office, number } = data as { office: string; number: string };
    const { name, services } = counterWish(data as CounterRow);
    return withState(await client.call('counterCreate', { body: { office, number, name, services } }));
  },
  update: async ({ id, data }) =>
    withState(
      await client.call('counterUpdate', { params: { id: String(id) }, body: counterWish(data as CounterRow) }),
    ),
});

const withState = (counter: CounterFacts): CounterRow => ({
  ...counter,
  state: counter.archivedAt === null ? 'used' : 'archived',
});

function counterWish({ name, services, version, position }: CounterRow): CallInput<'counterUpdate'>['body'] {
  return { name: filledText(name) ?? { ko: '' }, services: services ?? [], version, position };
}
