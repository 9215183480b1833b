import type { DeviceConfig } from '@sunbeon/contract';
import { filesOf, useMediaFiles } from '@sunbeon/ui';
import { Box } from '@mui/material';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useSession } from '../session/session-context.ts';

interface ScreenFrameProps {
  /** Which front end draws itself. */
  app: 'display' | 'kiosk';
  /** What it shows: a configuration that need not be saved, and what else the front end's preview knows; null = nothing yet. */
  shown: { readonly config: DeviceConfig } | null;
  /** Pixels of the real screen. */
  size: { readonly width: number; readonly height: number };
  title: string;
  testId: string;
}

/** A whole screen made as small as there is room; what it shows is sent to it, nothing comes back, and nothing can be touched. */
export function ScreenFrame({ app, shown, size, title, testId }: ScreenFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const ready = useReady(frame);
  const width = useWidth(room);
  const { client } = useSession();
  const files = useMediaFiles(client, 'console', filesOf(shown?.config.playlists ?? []));
  useEffect(() => {
    if (ready === 0 || shown === null) return;
    frame.current?.contentWindow?.postMessage({ preview: { ...shown, files: [...files] } }, location.origin);
  }, [ready, shown, files]);
  const most = size.width > size.height ? 960 : 420;
  const scale = Math.min(width, most) / size.width;
  return (
    <Box ref={room} sx={{ width: '100%', height: size.height * scale, overflow: 'hidden', position: 'relative' }}>
      <Box
        component="iframe"
        ref={frame}
        src={`/${app}/?preview`}
        title={title}
        tabIndex={-1}
        data-testid={testId}
        style={{ width: size.width, height: size.height, transform: `scale(${scale})` }}
        sx={{ border: 0, transformOrigin: '0 0', position: 'absolute', inset: '0 auto auto 0', pointerEvents: 'none' }}
      />
    </Box>
  );
}

/** How often the page in the frame has said that it listens: each load of it begins with nothing to show. */
function useReady(frame: RefObject<HTMLIFrameElement | null>): number {
  const [ready, setReady] = useState(0);
  useEffect(() => {
    const hear = ({ source, origin, data }: MessageEvent<{ previewReady?: true }>) => {
      if (origin === location.origin && source === frame.current?.contentWindow && data.previewReady)
        setReady((n) => n + 1);
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, [frame]);
  return ready;
}

function useWidth(room: RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!room.current) return;
    const watch = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    watch.observe(room.current);
    return () => watch.disconnect();
  }, [room]);
  return width;
}
