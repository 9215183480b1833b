import type { CallInput, CallOutput } from '@sunbeon/client';
import type { DeviceSettings } from '@sunbeon/contract';
import { localList } from '../local-list.ts';
import { ending, type MakeSource } from '../source.ts';

export type DeviceRow = CallOutput<'deviceList'>[number];
type DeviceWish = CallInput<'deviceCreate'>['body'];

/** Devices: the server gives all of the tenant. */
export const devicesSource: MakeSource = (client) => ({
  list: async (params) => localList(await client.call('deviceList', ending(params.signal)), params),
  one: async (id, signal) => {
    const row = (await client.call('deviceList', ending(signal))).find((device) => device.id === id);
    if (!row) throw new Error('ra.notification.item_doesnt_exist');
    return row;
  },
  create: ({ data }) => client.call('deviceCreate', { body: data as DeviceWish }),
  update: ({ id, data }) => {
    const { name, settings } = data as { name: string; settings: DeviceSettings };
    return client.call('deviceUpdate', { params: { id: String(id) }, body: { name, settings } });
  },
});
