import type { ResourceProps } from 'react-admin';
import { lazyPage } from '../lazy-page.ts';

/** Invitations to people who are not there yet. */
export const invitations: ResourceProps = {
  name: 'invitations',
  list: lazyPage(() => import('./invitation-list.tsx'), 'InvitationList'),
  create: lazyPage(() => import('./invitation-create.tsx'), 'InvitationCreate'),
};
