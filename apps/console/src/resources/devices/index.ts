import type { ResourceProps } from 'react-admin';
import { lazyPage } from '../lazy-page.ts';
import type { DeviceRow } from '../../data/sources/devices.ts';

/** Kiosks, displays, relays and printers of the halls. */
export const devices: ResourceProps = {
  name: 'devices',
  list: lazyPage(() => import('./device-list.tsx'), 'DeviceList'),
  show: lazyPage(() => import('./device-show.tsx'), 'DeviceShow'),
  edit: lazyPage(() => import('./device-edit.tsx'), 'DeviceEdit'),
  create: lazyPage(() => import('./device-create.tsx'), 'DeviceCreate'),
  recordRepresentation: (device: DeviceRow) => device.name,
};
