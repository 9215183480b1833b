import type { CallInput } from '@sunbeon/client';
import type { LayoutRow as LayoutFacts } from '@sunbeon/contract';
import { wholeList } from '../local-list.ts';
import type { MakeSource } from '../source.ts';

export type LayoutRow = LayoutFacts;
type Wish = Omit<CallInput<'layoutUpdate'>['body'], 'version'>;

/** Screen layouts: the server gives all, 50 an office at most. */
export const layoutsSource: MakeSource = (client) => ({
  ...wholeList((options) => client.call('layoutList', options)),
  create: ({ data }) =>
    client.call('layoutCreate', { body: { office: (data as LayoutRow).office, ...wishOf(data as LayoutRow) } }),
  update: ({ id, data }) => {
    const body = { version: (data as LayoutRow).version, ...wishOf(data as LayoutRow) };
    return client.call('layoutUpdate', { params: { id: String(id) }, body });
  },
});

const wishOf = ({ name, screen, orientation, regions, isDefault }: LayoutRow): Wish => ({
  ...{ name, screen, orientation, regions },
  isDefault: isDefault ?? false,
});
