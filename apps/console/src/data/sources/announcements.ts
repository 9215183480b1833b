import type { CallInput } from '@sunbeon/client';
import type { Announcement } from '@sunbeon/contract';
import { localList } from '../local-list.ts';
import { ending, type MakeSource } from '../source.ts';

export type AnnouncementRow = Announcement;

/** `office` of an announcement that stands in all offices: a select needs a value that is not empty. */
export const everywhere = '*';

type Wish = CallInput<'announcementCreate'>['body'];

/** Announcements: the server gives the newest 500. */
export const announcementsSource: MakeSource = (client) => ({
  list: async (params) => localList(await client.call('announcementList', ending(params.signal)), params),
  one: async (id, signal) => {
    const row = (await client.call('announcementList', ending(signal))).find((one) => one.id === id);
    if (!row) throw new Error('ra.notification.item_doesnt_exist');
    return row;
  },
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
