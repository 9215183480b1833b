import type { RegionReader } from '@sunbeon/contract';
import type { Tone } from '../../parts/state-chip.tsx';

export const readerTones: Readonly<Record<RegionReader['state'], Tone>> = {
  active: 'good',
  invited: 'note',
  expired: 'warning',
  removed: 'off',
};
