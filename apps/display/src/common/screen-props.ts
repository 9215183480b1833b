import type { Link } from '@sunbeon/client';
import type { Board, CallMessage, ClockReading, DeviceConfig } from '@sunbeon/contract';
import type { MediaFiles, Received } from '@sunbeon/ui';

/** What every kind of screen is drawn from. */
export interface ScreenProps {
  config: DeviceConfig;
  board: Received<Board>;
  link: Link;
  clock: Received<ClockReading>;
  /** Pictures and films that are here. */
  files: MediaFiles;
  /** Calls of the last three seconds. */
  fresh: ReadonlySet<number>;
  /** The call whose turn it is: said now, largest on the hall's TV. */
  turn: CallMessage | null;
}
