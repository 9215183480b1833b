import type { DeviceConfig, Language } from '@sunbeon/contract';
import { LanguageContext, useBoard } from '@sunbeon/ui';
import { useEffect, useMemo, useState } from 'react';
import { Footer, Header, useModes } from './frame.tsx';
import { KioskContext, useKiosk, type Kiosk } from './kiosk-context.ts';
import { languagesOf } from './languages-of.ts';
import { ClosedScreen, StartScreen } from './screens/choice-screens.tsx';
import { useMillimetres } from './use-millimetres.ts';
import { newVisit } from './visit.ts';

/** What the console sends into the frame: a configuration that is not saved yet, and what of it is looked at. */
interface Previewed {
  readonly config: DeviceConfig;
  readonly language: Language;
  readonly view: 'open' | 'closed';
}

/** True in a frame of the console: `/kiosk/?preview`. */
export const isPreview = new URLSearchParams(location.search).has('preview') && parent !== window;

const nothing = () => undefined;

/** The kiosk as it would be, with what is on the board now. It is no device and cannot be touched: no ticket comes of it. */
export function PreviewKiosk() {
  const previewed = usePreviewed();
  const tenant = previewed?.config.tenant.slug;
  const office = previewed?.config.office.slug;
  const auth = useMemo(() => (tenant && office ? { tenant, office } : null), [tenant, office]);
  const { board } = useBoard({ auth });
  useMillimetres(previewed?.config.settings.diagonalInches);
  if (!previewed) return null;
  const { config, language, view } = previewed;
  const visit = newVisit(language);
  const kiosk: Kiosk = { config, board: board?.value ?? null, online: true, away: false, visit, dispatch: nothing };
  return (
    <KioskContext value={kiosk}>
      <LanguageContext value={language}>
        <Picture view={view} nowMs={board ? Date.parse(board.value.clock.now) : null} />
      </LanguageContext>
    </KioskContext>
  );
}

function Picture({ view, nowMs }: { view: Previewed['view']; nowMs: number | null }) {
  const { config } = useKiosk();
  useModes();
  return (
    <div className="kiosk" inert data-testid="preview">
      <Header nowMs={nowMs} languages={languagesOf(config)} staleness={null} />
      {view === 'closed' ? <ClosedScreen /> : <StartScreen />}
      <Footer left={null} onExtend={nothing} onBack={nothing} onHome={nothing} onWay={false} />
    </div>
  );
}

/** Listens to the page around it and to nobody else. */
function usePreviewed(): Previewed | null {
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  useEffect(() => {
    const hear = ({ origin, source, data }: MessageEvent<{ preview?: Previewed }>) => {
      if (origin === location.origin && source === parent && data.preview) setPreviewed(data.preview);
    };
    addEventListener('message', hear);
    parent.postMessage({ previewReady: true }, location.origin);
    return () => removeEventListener('message', hear);
  }, []);
  return previewed;
}
