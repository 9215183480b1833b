import type { ResourceProps } from 'react-admin';
import type { UnmannedKioskRow } from '../../data/sources/unmanned-kiosks.ts';
import { lazyPage } from '../lazy-page.ts';

/** Machines that issue certificates without a counter (무인민원발급기). */
export const unmannedKiosks: ResourceProps = {
  name: 'unmanned-kiosks',
  list: lazyPage(() => import('./unmanned-kiosk-list.tsx'), 'UnmannedKioskList'),
  edit: lazyPage(() => import('./unmanned-kiosk-edit.tsx'), 'UnmannedKioskEdit'),
  create: lazyPage(() => import('./unmanned-kiosk-create.tsx'), 'UnmannedKioskCreate'),
  recordRepresentation: (machine: UnmannedKioskRow) => machine.place.ko,
};
