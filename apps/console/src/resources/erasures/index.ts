import type { ResourceProps } from 'react-admin';
import { lazyPage } from '../lazy-page.ts';

/** Erasures of tenants, planned and done. */
export const erasures: ResourceProps = {
  name: 'erasures',
  list: lazyPage(() => import('./erasure-list.tsx'), 'ErasureList'),
};
