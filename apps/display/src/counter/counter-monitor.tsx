import { RehearsalMark } from '@sunbeon/ui';
import type { ScreenProps } from '../common/screen-props.ts';
import { OfficeClock, TruthBand } from '../common/truth-band.tsx';
import { LaidMonitor } from '../layout/laid-monitor.tsx';
import { useLayout } from '../layout/laid-out.tsx';
import { CounterPanels } from './counter-panels.tsx';

/** The monitor as the office has laid it out, or as it comes. */
export function CounterMonitor(props: ScreenProps) {
  const layout = useLayout(props.config.layouts);
  return layout ? <LaidMonitor layout={layout} {...props} /> : <PlainMonitor {...props} />;
}

/** One to four counters: the called number fills the height. */
function PlainMonitor(props: ScreenProps) {
  const { board, link, clock } = props;
  const { rehearsal } = board.value;
  return (
    <main className="monitor" data-testid="counter-monitor">
      <CounterPanels {...props} />
      <footer className="monitor__foot">
        <TruthBand board={board} link={link} clock={clock} />
        <RehearsalMark rehearsal={rehearsal} />
        <OfficeClock board={board} clock={clock} />
      </footer>
    </main>
  );
}
