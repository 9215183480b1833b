import type { DeviceConfig } from '@sunbeon/contract';
import { LanguageContext, useBoard, type MediaFiles } from '@sunbeon/ui';
import { useEffect, useMemo, useState } from 'react';
import { WaitingForServer } from './common/waiting-for-server.tsx';
import { CounterMonitor } from './counter/counter-monitor.tsx';
import { HallScreen } from './hall/hall-screen.tsx';

/** What the console sends into the frame: a configuration that is not saved yet, and addresses of files that it has. */
interface Previewed {
  readonly config: DeviceConfig;
  readonly files: MediaFiles;
  readonly receivedAtMs: number;
}

/** True in a frame of the console: `/display/?preview`. */
export const isPreview = new URLSearchParams(location.search).has('preview') && parent !== window;

const nobody: ReadonlySet<number> = new Set();

/** The screen as it would be, with what is on the board now; it says nothing aloud and is no device. */
export function PreviewScreen() {
  const previewed = usePreviewed();
  const tenant = previewed?.config.tenant.slug;
  const office = previewed?.config.office.slug;
  const auth = useMemo(() => (tenant && office ? { tenant, office } : null), [tenant, office]);
  const { board, link } = useBoard({ auth });
  const language = previewed?.config.settings.languages?.[0] ?? 'ko';
  if (!previewed || board === null) return <WaitingForServer away={false} language={language} />;
  const { config, files, receivedAtMs } = previewed;
  const clock = { value: board.value.clock, receivedAtMs: board.receivedAtMs };
  const Screen = config.settings.screen === 'counter' ? CounterMonitor : HallScreen;
  return (
    <LanguageContext value={language}>
      <div className="screen" data-testid="preview" data-at={receivedAtMs}>
        <Screen {...{ config, board, link, clock, files }} fresh={nobody} turn={null} />
      </div>
    </LanguageContext>
  );
}

/** Listens to the page around it and to nobody else. */
function usePreviewed(): Previewed | null {
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  useEffect(() => {
    const hear = ({
      origin,
      source,
      data,
    }: MessageEvent<{ preview?: { config: DeviceConfig; files: [string, string][] } }>) => {
      if (origin !== location.origin || source !== parent || !data.preview) return;
      const { config, files } = data.preview;
      setPreviewed({ config, files: new Map(files), receivedAtMs: Date.now() });
    };
    addEventListener('message', hear);
    parent.postMessage({ previewReady: true }, location.origin);
    return () => removeEventListener('message', hear);
  }, []);
  return previewed;
}
