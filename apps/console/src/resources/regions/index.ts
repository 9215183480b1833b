import type { ResourceProps } from 'react-admin';
import type { RegionRow } from '../../data/sources/regions.ts';
import { lazyPage } from '../lazy-page.ts';

/** Provinces and cities that read the figures of their districts. */
export const regions: ResourceProps = {
  name: 'regions',
  list: lazyPage(() => import('./region-list.tsx'), 'RegionList'),
  show: lazyPage(() => import('./region-show.tsx'), 'RegionShow'),
  create: lazyPage(() => import('./region-create.tsx'), 'RegionCreate'),
  recordRepresentation: (region: RegionRow) => region.name,
};
