import type { CallInput, CallOutput } from '@sunbeon/client';
import type { DeviceSettings } from '@sunbeon/contract';
import { wholeList } from '../local-list.ts';
import type { MakeSource } from '../source.ts';

export type DeviceRow = CallOutput<'deviceList'>[number];
type DeviceWish = CallInput<'deviceCreate'>['body'];

/** Devices: the server gives all of the tenant. */
export const devicesSource: MakeSource = (client) => ({
  ...wholeList((options) => client.call('deviceList', options)),
  create: ({ data }) => client.call('deviceCreate', { body: data as DeviceWish }),
  update: ({ id, data }) => {
    const { name, settings } = data as { name: string; settings: DeviceSettings };
    return client.call('deviceUpdate', { params: { id: String(id) }, body: { name, settings } });
  },
});
