import type { CallInput } from '@sunbeon/client';
import type { ServiceRow as ServiceFacts } from '@sunbeon/contract';
import { wholeList } from '../local-list.ts';
import type { MakeSource } from '../source.ts';
import { filled, filledText, type LooseText } from '../wishes.ts';

/** A service; `state` in one word, for the list and its filter. */
export type ServiceRow = ServiceFacts & { readonly state: 'used' | 'archived' };
type Wish = CallInput<'serviceUpdate'>['body'];

/** Services of the offices that the person works for: the server gives all, 300 an office at most. */
export const servicesSource: MakeSource = (client) => ({
  ...wholeList(async (options) => (await client.call('serviceList', options)).map(withState)),
  create: async ({ data }) => {
    const { office, code } = data as { office: string; code: string };
    const { version: _version, position: _position, ...wish } = serviceWish(data as ServiceRow);
    return withState(await client.call('serviceCreate', { body: { ...wish, office, code } }));
  },
  update: async ({ id, data }) =>
    withState(
      await client.call('serviceUpdate', { params: { id: String(id) }, body: serviceWish(data as ServiceRow) }),
    ),
});

const withState = (service: ServiceFacts): ServiceRow => ({
  ...service,
  state: service.archivedAt === null ? 'used' : 'archived',
});

/** What stands in the form as the server takes it: fields that were emptied are left out, and nothing else is. */
export function serviceWish(form: ServiceRow): Wish {
  const {
    id: _id,
    office: _office,
    code: _code,
    counters: _counters,
    archivedAt: _at,
    state: _state,
    ...fields
  } = form;
  const quota = fields.quota && { ...filled(fields.quota), windows: fields.quota.windows ?? [] };
  return {
    ...(filled(fields) as typeof fields),
    name: filledText(fields.name) ?? { ko: '' },
    shortName: filledText(fields.shortName as LooseText),
    guide: filledText(fields.guide as LooseText),
    documents: (fields.documents ?? []).flatMap((one) => filledText(one) ?? []),
    quota,
    numbers: { ...fields.numbers, prefix: fields.numbers.prefix ?? '' },
  };
}
