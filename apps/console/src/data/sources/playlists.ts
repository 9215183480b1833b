import type { CallInput } from '@sunbeon/client';
import type { PlaylistRow as PlaylistFacts } from '@sunbeon/contract';
import { wholeList } from '../local-list.ts';
import type { MakeSource } from '../source.ts';

/** Weekdays are words here: ticks of a form are. */
export type PlaylistRow = Omit<PlaylistFacts, 'days'> & { readonly days: readonly string[] };
type Wish = Omit<CallInput<'playlistUpdate'>['body'], 'version'>;

/** Playlists: the server gives all, 50 an office at most. */
export const playlistsSource: MakeSource = (client) => ({
  ...wholeList(async (options) => (await client.call('playlistList', options)).map(withWords)),
  create: async ({ data }) => {
    const { office } = data as PlaylistRow;
    return withWords(await client.call('playlistCreate', { body: { office, ...wishOf(data as PlaylistRow) } }));
  },
  update: async ({ id, data }) => {
    const body = { version: (data as PlaylistRow).version, ...wishOf(data as PlaylistRow) };
    return withWords(await client.call('playlistUpdate', { params: { id: String(id) }, body }));
  },
});

const withWords = (row: PlaylistFacts): PlaylistRow => ({ ...row, days: row.days.map(String) });

/** Dates that were emptied are none. */
function wishOf({ name, places, days, from, to, fromOn, untilOn, position, items }: PlaylistRow): Wish {
  return {
    ...{ name, places, from, to, position: Number(position ?? 0) },
    days: days.map(Number),
    items: (items ?? []).map(({ mediaId, seconds }) => ({ mediaId, seconds: Number(seconds) })),
    fromOn: fromOn || null,
    untilOn: untilOn || null,
  };
}
