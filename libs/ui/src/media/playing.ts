import type { DevicePlaylist, MediaItem } from '@sunbeon/contract';
import { playlistAt } from '@sunbeon/domain';
import type { MediaFiles } from './use-media-files.ts';

/** A picture or film with an address from which it plays. */
export type Playable = Pick<MediaItem, 'kind' | 'seconds' | 'title'> & { readonly src: string };

/**
 * What plays at an instant: the playlist of the moment, as far as its files are here; where there is none, or nothing of it
 * has come yet, what was shipped.
 * @param now epoch milliseconds of the office's clock
 */
export function playingAt(
  playlists: readonly DevicePlaylist[],
  files: MediaFiles,
  shipped: readonly Playable[],
  now: number,
  zone: string,
): readonly Playable[] {
  const items = playlistAt(playlists, now, zone)?.items ?? [];
  const here = items.flatMap(({ mediaId, kind, seconds, title }) => {
    const src = files.get(mediaId);
    return src === undefined ? [] : [{ kind, seconds, title, src }];
  });
  return here.length > 0 ? here : shipped;
}

/** Ids of all files of some playlists: also those of tonight's, which are fetched while there is a network. */
export const filesOf = (playlists: readonly DevicePlaylist[]): string[] =>
  playlists.flatMap(({ items }) => items.map(({ mediaId }) => mediaId));
