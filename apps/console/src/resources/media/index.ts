import type { ResourceProps } from 'react-admin';
import type { MediaRow } from '../../data/sources/media.ts';
import { lazyPage } from '../lazy-page.ts';

/** Pictures and films for screens. */
export const media: ResourceProps = {
  name: 'media',
  list: lazyPage(() => import('./media-list.tsx'), 'MediaList'),
  edit: lazyPage(() => import('./media-edit.tsx'), 'MediaEdit'),
  recordRepresentation: ({ name }: MediaRow) => name,
};
