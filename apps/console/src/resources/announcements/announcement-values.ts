import type { Announcement } from '@sunbeon/contract';

// Written out, and held to the contract by their types: a page that reads them from there carries zod along.
export const announcementLevels = ['notice', 'important'] as const satisfies readonly Announcement['level'][];
export const announcementPlaces = [
  ...(['kiosk', 'display', 'resident', 'counter'] as const),
] as const satisfies Announcement['places'];
