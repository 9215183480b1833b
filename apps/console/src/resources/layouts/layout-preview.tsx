import type { DeviceConfig } from '@sunbeon/contract';
import { filesOf, useLanguage, useMediaFiles, useTexts } from '@sunbeon/ui';
import { Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useRecordContext } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useConsoleData } from '../../data/data-provider.ts';
import type { LayoutRow } from '../../data/sources/layouts.ts';
import { useSession } from '../../session/session-context.ts';
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
  const config = usePreviewConfig(office);
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
      <ScreenFrame config={shown} size={screens[orientation]} title={t('preview')} />
    </Box>
  );
}

function usePreviewConfig(office: string | undefined): DeviceConfig | undefined {
  const data = useConsoleData();
  const language = useLanguage();
  const { data: config } = useQuery({
    queryKey: ['screen-preview', office, language],
    enabled: office !== undefined,
    queryFn: ({ signal }) => data.call('screenPreview', { query: { office: office ?? '', kind: 'display' }, signal }),
  });
  return config;
}

function laidOut(config: DeviceConfig, wish: Pick<LayoutRow, 'orientation' | 'regions' | 'screen'>): DeviceConfig {
  const { orientation, regions, screen } = wish;
  const layout = { id: '00000000-0000-0000-0000-000000000000', orientation, regions };
  return { ...config, settings: { ...config.settings, screen }, layouts: [layout] };
}

interface ScreenFrameProps {
  config: DeviceConfig | null;
  size: { readonly width: number; readonly height: number };
  title: string;
}

/** A whole screen made as small as there is room; what it shows is sent to it, nothing comes back. */
function ScreenFrame({ config, size, title }: ScreenFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState(0);
  const [width, setWidth] = useState(0);
  const { client } = useSession();
  const files = useMediaFiles(client, 'console', filesOf(config?.playlists ?? []));
  useEffect(() => {
    const hear = ({ source, origin, data }: MessageEvent<{ previewReady?: true }>) => {
      if (origin === location.origin && source === frame.current?.contentWindow && data.previewReady)
        setReady((n) => n + 1);
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, []);
  useEffect(() => {
    if (!room.current) return;
    const watch = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    watch.observe(room.current);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (ready === 0 || config === null) return;
    frame.current?.contentWindow?.postMessage({ preview: { config, files: [...files] } }, location.origin);
  }, [ready, config, files]);
  const most = size.width > size.height ? 960 : 420;
  const scale = Math.min(width, most) / size.width;
  return (
    <Box ref={room} sx={{ width: '100%', height: size.height * scale, overflow: 'hidden', position: 'relative' }}>
      <Box
        component="iframe"
        ref={frame}
        src="/display/?preview"
        title={title}
        tabIndex={-1}
        data-testid="layout-preview"
        style={{ width: size.width, height: size.height, transform: `scale(${scale})` }}
        sx={{ border: 0, transformOrigin: '0 0', position: 'absolute', inset: '0 auto auto 0', pointerEvents: 'none' }}
      />
    </Box>
  );
}
