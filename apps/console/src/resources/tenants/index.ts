import type { ResourceProps } from 'react-admin';
import type { TenantRow } from '../../data/sources/tenants.ts';
import { lazyPage } from '../lazy-page.ts';

/** Tenants of the installation, for its operator. */
export const tenants: ResourceProps = {
  name: 'tenants',
  list: lazyPage(() => import('./tenant-list.tsx'), 'TenantList'),
  show: lazyPage(() => import('./tenant-show.tsx'), 'TenantShow'),
  recordRepresentation: (tenant: TenantRow) => tenant.name,
};
