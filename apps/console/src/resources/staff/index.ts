import type { ResourceProps } from 'react-admin';
import type { StaffRow } from '../../data/sources/staff.ts';
import { lazyPage } from '../lazy-page.ts';

/** People of the tenant. */
export const staff: ResourceProps = {
  name: 'staff',
  list: lazyPage(() => import('./staff-list.tsx'), 'StaffList'),
  show: lazyPage(() => import('./staff-show.tsx'), 'StaffShow'),
  edit: lazyPage(() => import('./staff-edit.tsx'), 'StaffEdit'),
  recordRepresentation: (person: StaffRow) => person.name,
};
