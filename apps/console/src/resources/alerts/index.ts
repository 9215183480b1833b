import type { ResourceProps } from 'react-admin';
import { lazyPage } from '../lazy-page.ts';

/** What is wrong with devices. */
export const alerts: ResourceProps = {
  name: 'alerts',
  list: lazyPage(() => import('./alert-list.tsx'), 'AlertList'),
};
