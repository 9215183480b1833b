import { MediaPlayer, playingAt, useOfficeClock } from '@sunbeon/ui';
import type { ScreenProps } from '../common/screen-props.ts';
import { OfficeCard } from './office-card.tsx';

/** The playlist of the moment; what was shipped where there is none; the office's name where there is nothing at all. */
export function HallMedia({ config, board, clock, files }: Pick<ScreenProps, 'config' | 'board' | 'clock' | 'files'>) {
  const nowMs = useOfficeClock(clock);
  const items = playingAt(config.playlists ?? [], files, config.media, nowMs, config.office.zone);
  // Another playlist begins with its first piece.
  const key = items.length === 0 ? '' : items[0]?.src;
  return <MediaPlayer key={key} items={items} instead={<OfficeCard board={board} />} />;
}
