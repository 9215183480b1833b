import type { ResourceProps } from 'react-admin';
import type { ServiceRow } from '../../data/sources/services.ts';
import { lazyPage } from '../lazy-page.ts';

/** What people come for. */
export const services: ResourceProps = {
  name: 'services',
  list: lazyPage(() => import('./service-list.tsx'), 'ServiceList'),
  edit: lazyPage(() => import('./service-edit.tsx'), 'ServiceEdit'),
  create: lazyPage(() => import('./service-create.tsx'), 'ServiceCreate'),
  recordRepresentation: (service: ServiceRow) => service.name.ko,
};
