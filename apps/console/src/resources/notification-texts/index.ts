import type { ResourceProps } from 'react-admin';
import { lazyPage } from '../lazy-page.ts';

/** What letters to staff and notices to residents say. */
export const notificationTexts: ResourceProps = {
  name: 'notification-texts',
  list: lazyPage(() => import('./notification-text-list.tsx'), 'NotificationTextList'),
  edit: lazyPage(() => import('./notification-text-edit.tsx'), 'NotificationTextEdit'),
  // Which one it is stands on its page, in the language of the reader.
  recordRepresentation: () => ' ',
};
