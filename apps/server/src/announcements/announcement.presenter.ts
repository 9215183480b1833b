import type { Announcement } from '@sunbeon/contract';
import { iso } from '../platform/clock/clock.ts';
import type { AnnouncementRow } from './announcements.reader.ts';

/** @param now epoch milliseconds of the tenant's clock */
export function presentAnnouncement(row: AnnouncementRow, now: number): Announcement {
  const { id, office, text, level, places, startsAt, endsAt } = row;
  const shown = { id, office, text, level, places: [...places], startsAt: iso(startsAt), endsAt: iso(endsAt) };
  return { ...shown, state: stateOf(row, now) };
}

function stateOf({ startsAt, endsAt }: AnnouncementRow, now: number): Announcement['state'] {
  if (endsAt !== null && endsAt <= now) return 'ended';
  return startsAt <= now ? 'shown' : 'planned';
}
