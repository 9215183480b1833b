import type { ResourceProps } from 'react-admin';
import { lazyPage } from '../lazy-page.ts';

/** What kiosks show first. */
export const kioskScreens: ResourceProps = {
  name: 'kiosk-screens',
  list: lazyPage(() => import('./kiosk-screen-list.tsx'), 'KioskScreenList'),
  edit: lazyPage(() => import('./kiosk-screen-edit.tsx'), 'KioskScreenEdit'),
};
