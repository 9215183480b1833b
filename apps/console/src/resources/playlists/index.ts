import type { ResourceProps } from 'react-admin';
import type { PlaylistRow } from '../../data/sources/playlists.ts';
import { lazyPage } from '../lazy-page.ts';

/** What plays when. */
export const playlists: ResourceProps = {
  name: 'playlists',
  list: lazyPage(() => import('./playlist-list.tsx'), 'PlaylistList'),
  create: lazyPage(() => import('./playlist-form.tsx'), 'PlaylistCreate'),
  edit: lazyPage(() => import('./playlist-form.tsx'), 'PlaylistEdit'),
  recordRepresentation: ({ name }: PlaylistRow) => name,
};
