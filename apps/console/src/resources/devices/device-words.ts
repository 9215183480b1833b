import type { Translate } from '@sunbeon/ui';
import type { DeviceRow } from '../../data/sources/devices.ts';
import type { Tone } from '../../parts/state-chip.tsx';
import type { deviceTexts } from './device-texts.ts';

type Words = Translate<typeof deviceTexts>;

export const stateTones: Readonly<Record<DeviceRow['state'], Tone>> = {
  online: 'good',
  silent: 'bad',
  unpaired: 'note',
  revoked: 'off',
};

export const printerTones: Readonly<Record<NonNullable<DeviceRow['printer']>, Tone>> = {
  ok: 'good',
  near_end: 'warning',
  paper_end: 'bad',
  cover_open: 'bad',
  gone: 'bad',
  none: 'off',
};

/** Whether the device has the configuration that it should have. */
export function configWords({ wanted, acknowledged }: DeviceRow['config'], t: Words): string {
  if (acknowledged === null) return t('config_none', { wanted });
  return acknowledged >= wanted ? t('config_same', { wanted }) : t('config_waits', { wanted, acknowledged });
}

/** "+0.3초": by how much the device's clock is ahead of ours; "0.0초" has no sign. */
export function clockWords(offsetMs: number, t: Words): string {
  const seconds = (Math.abs(offsetMs) / 1_000).toFixed(1);
  const sign = Number(seconds) === 0 ? '' : offsetMs < 0 ? '−' : '+';
  return t('clock_ms', { seconds: `${sign}${seconds}` });
}
