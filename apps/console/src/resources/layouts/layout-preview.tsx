import type { DeviceConfig } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Box, Typography } from '@mui/material';
import { useRecordContext } from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { LayoutRow } from '../../data/sources/layouts.ts';
import { ScreenFrame } from '../../parts/screen-frame.tsx';
import { usePreviewConfig } from '../../parts/use-preview-config.ts';
import { isSound } from './presets.ts';
import { layoutPageTexts } from './screen-layout-texts.ts';

/** Pixels of a usual screen, either way. */
const screens = { landscape: { width: 1920, height: 1080 }, portrait: { width: 1080, height: 1920 } } as const;

/** The display itself in a frame: the layout of the form, and what is on the office's board now. */
export function LayoutPreview() {
  const t = useTexts(layoutPageTexts);
  const record = useRecordContext<LayoutRow>();
  const form = useWatch<LayoutRow>();
  const office = form.office ?? record?.office;
  const config = usePreviewConfig(office, 'display');
  const orientation = form.orientation ?? 'landscape';
  const regions = (form.regions ?? []) as LayoutRow['regions'];
  const shown =
    config && isSound(regions) ? laidOut(config, { orientation, regions, screen: form.screen ?? 'hall' }) : null;
  return (
    <Box sx={{ width: '100%', my: 2 }}>
      <Typography variant="h2">{t('preview')}</Typography>
      <Typography color="text.secondary" variant="body2" sx={{ mb: 1 }}>
        {t(isSound(regions) ? 'preview_help' : 'preview_broken')}
      </Typography>
      <ScreenFrame
        app="display"
        shown={shown && { config: shown }}
        size={screens[orientation]}
        title={t('preview')}
        testId="layout-preview"
      />
    </Box>
  );
}

function laidOut(config: DeviceConfig, wish: Pick<LayoutRow, 'orientation' | 'regions' | 'screen'>): DeviceConfig {
  const { orientation, regions, screen } = wish;
  const layout = { id: '00000000-0000-0000-0000-000000000000', orientation, regions };
  return { ...config, settings: { ...config.settings, screen }, layouts: [layout] };
}
