import type { CallInput } from '@sunbeon/client';
import type { Announcement } from '@sunbeon/contract';
import { wholeList } from '../local-list.ts';
import type { MakeSource } from '../source.ts';

export type AnnouncementRow = Announcement;

/** `office` of an announcement that stands in all offices: a select needs a value that is not empty. */
export const everywhere = '*';

type Wish = CallInput<'announcementCreate'>['body'];

/** Announcements: the server gives the newest 500. */
export const announcementsSource: MakeSource = (client) => ({
  ...wholeList((options) => client.call('announcementList', options)),
  create: ({ data }) => {
    const { office, ...wish } = data as Wish;
    const body = { office: office === everywhere ? null : office, ...wishOf(wish) };
    return client.call('announcementCreate', { body });
  },
  update: ({ id, data }) =>
    client.call('announcementUpdate', { params: { id: String(id) }, body: wishOf(data as Wish) }),
});

/** What was not filled in is left out; a time of the form is an instant already. */
function wishOf({ text, level, places, startsAt, endsAt }: Omit<Wish, 'office'>) {
  const said = Object.fromEntries(Object.entries(text).filter(([, words]) => Boolean(words))) as Wish['text'];
  return { text: said, level, places, ...(startsAt && { startsAt }), endsAt: endsAt || null };
}
