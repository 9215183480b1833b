import { useTexts } from '@sunbeon/ui';
import { Link as MuiLink } from '@mui/material';
import { Link } from 'react-router-dom';
import type { DeviceRow } from '../../data/sources/devices.ts';
import { deviceTexts } from './device-texts.ts';
import { useLayoutsOf } from './use-layouts-of.ts';

/** The layout that a screen shows by its own settings, with the way to its page. */
export function DeviceLayout({ device: { office, settings } }: { device: DeviceRow }) {
  const t = useTexts(deviceTexts);
  const { layouts } = useLayoutsOf(office, settings.screen);
  const layout = layouts.find(({ id }) => id === settings.layout);
  if (!layout) return t('layout_own');
  return (
    <MuiLink component={Link} to={`/layouts/${layout.id}`}>
      {layout.name}
    </MuiLink>
  );
}
