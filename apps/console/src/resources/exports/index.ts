import type { ResourceProps } from 'react-admin';
import { lazyPage } from '../lazy-page.ts';

/** Archives of all data of the tenant. */
export const exports: ResourceProps = {
  name: 'exports',
  list: lazyPage(() => import('./export-list.tsx'), 'ExportList'),
};
