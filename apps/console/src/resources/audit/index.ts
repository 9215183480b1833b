import type { ResourceProps } from 'react-admin';
import { lazyPage } from '../lazy-page.ts';

/** Who changed what, and who read whose data. */
export const audit: ResourceProps = {
  name: 'audit',
  list: lazyPage(() => import('./audit-list.tsx'), 'AuditList'),
};
