import type { CallInput } from '@sunbeon/client';
import type { UnmannedKiosk } from '@sunbeon/contract';
import { wholeList } from '../local-list.ts';
import type { MakeSource } from '../source.ts';
import { filledText } from '../wishes.ts';

/** A machine; `state` in one word, for the list and its filter. */
export type UnmannedKioskRow = UnmannedKiosk & { readonly state: 'used' | 'archived' };
type Wish = Omit<CallInput<'unmannedKioskUpdate'>['body'], 'version'>;

/** Unmanned kiosks: the server gives all, 500 an institution at most. */
export const unmannedKiosksSource: MakeSource = (client) => ({
  ...wholeList(async (options) => (await client.call('unmannedKioskList', options)).map(withState)),
  create: async ({ data }) => {
    const { code } = data as UnmannedKioskRow;
    return withState(await client.call('unmannedKioskCreate', { body: { code, ...wishOf(data as UnmannedKioskRow) } }));
  },
  update: async ({ id, data }) => {
    const body = { version: (data as UnmannedKioskRow).version, ...wishOf(data as UnmannedKioskRow) };
    return withState(await client.call('unmannedKioskUpdate', { params: { id: String(id) }, body }));
  },
});

const withState = (machine: UnmannedKiosk): UnmannedKioskRow => ({
  ...machine,
  state: machine.archivedAt === null ? 'used' : 'archived',
});

/** What stands in the form as the server takes it: what was emptied is none. */
function wishOf(form: UnmannedKioskRow): Wish {
  const { kind, hours, condition, certificates, accessibility } = form;
  return {
    ...{ kind, condition, certificates: certificates ?? [], accessibility: accessibility ?? [] },
    // Hours of a week are kept in the form while "all day" is chosen, so that nothing typed is lost by a touch.
    hours: hours.allDay ? { ...hours, week: {} } : hours,
    office: form.office || null,
    place: filledText(form.place) ?? { ko: '' },
    address: form.address ?? '',
    certificateKinds: form.certificateKinds ? Number(form.certificateKinds) : null,
    conditionNote: filledText(form.conditionNote) ?? null,
    fee: filledText(form.fee) ?? null,
    mapUrl: form.mapUrl?.trim() || null,
  };
}
