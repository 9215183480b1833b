import { useLanguage } from '@sunbeon/ui';
import { TruthBand } from '../common/truth-band.tsx';
import type { ScreenProps } from '../common/screen-props.ts';
import { LaidHall } from '../layout/laid-hall.tsx';
import { useLayout } from '../layout/laid-out.tsx';
import { CallStage } from './call-stage.tsx';
import { HallCalls } from './hall-calls.tsx';
import { HallMedia } from './hall-media.tsx';
import { ServiceStrip } from './service-strip.tsx';
import { Ticker } from './ticker.tsx';

/** The hall's TV as the office has laid it out, or as it comes. */
export function HallScreen(props: ScreenProps) {
  const layout = useLayout(props.config.layouts);
  return layout ? <LaidHall layout={layout} {...props} /> : <PlainHall {...props} />;
}

/** The office's own pictures beside the calls, people waiting below. */
function PlainHall(props: ScreenProps) {
  const language = useLanguage();
  const { config, board, link, clock, turn } = props;
  return (
    <main className="hall" lang={language} data-testid="hall-screen">
      <section className="hall__media">
        <HallMedia {...props} />
      </section>
      <HallCalls {...props} />
      <CallStage call={turn} config={config} />
      <ServiceStrip config={config} board={board} />
      <Ticker board={board} clock={clock} />
      <TruthBand board={board} link={link} clock={clock} />
    </main>
  );
}
