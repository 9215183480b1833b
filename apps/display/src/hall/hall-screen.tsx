import { useLanguage, useOfficeClock } from '@sunbeon/ui';
import { TruthBand } from '../common/truth-band.tsx';
import type { ScreenProps } from '../common/screen-props.ts';
import { CallBoard } from './call-board.tsx';
import { CallStage } from './call-stage.tsx';
import { callsView } from './calls-view.ts';
import { ClosedBoard } from './closed-board.tsx';
import { MediaPlayer } from './media-player.tsx';
import { ServiceStrip } from './service-strip.tsx';
import { Ticker } from './ticker.tsx';

/** A call in the last half hour is still shown after closing: its visitor may be on the way. */
const lingerMs = 1_800_000;

/** The hall's TV: the office's own pictures beside the calls, people waiting below. */
export function HallScreen({ config, board, link, clock, turn }: ScreenProps) {
  const language = useLanguage();
  const { office, calls } = board.value;
  const nowMs = useOfficeClock(clock);
  const view = callsView(calls, turn, nowMs);
  const lastCallMs = view.first === null ? Number.NEGATIVE_INFINITY : Date.parse(view.first.at);
  const isClosed = !office.openNow && turn === null && nowMs - lastCallMs > lingerMs;
  return (
    <main className="hall" lang={language} data-testid="hall-screen">
      <section className="hall__media">
        <MediaPlayer items={config.media} board={board} />
      </section>
      {isClosed ? <ClosedBoard board={board} nowMs={nowMs} /> : <CallBoard view={view} office={office} />}
      <CallStage call={turn} config={config} />
      <ServiceStrip config={config} board={board} />
      <Ticker board={board} clock={clock} />
      <TruthBand board={board} link={link} clock={clock} />
    </main>
  );
}
