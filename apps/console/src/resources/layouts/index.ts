import type { ResourceProps } from 'react-admin';
import type { LayoutRow } from '../../data/sources/layouts.ts';
import { lazyPage } from '../lazy-page.ts';

/** How screens are divided. */
export const layouts: ResourceProps = {
  name: 'layouts',
  list: lazyPage(() => import('./layout-list.tsx'), 'LayoutList'),
  create: lazyPage(() => import('./layout-form.tsx'), 'LayoutCreate'),
  edit: lazyPage(() => import('./layout-form.tsx'), 'LayoutEdit'),
  recordRepresentation: ({ name }: LayoutRow) => name,
};
