import type { ResourceProps } from 'react-admin';
import type { AnnouncementRow } from '../../data/sources/announcements.ts';
import { lazyPage } from '../lazy-page.ts';

/** Announcements on screens and pages. */
export const announcements: ResourceProps = {
  name: 'announcements',
  list: lazyPage(() => import('./announcement-list.tsx'), 'AnnouncementList'),
  create: lazyPage(() => import('./announcement-form.tsx'), 'AnnouncementCreate'),
  edit: lazyPage(() => import('./announcement-form.tsx'), 'AnnouncementEdit'),
  recordRepresentation: ({ text }: AnnouncementRow) => text.ko,
};
