import type { DeviceLayout } from '@sunbeon/contract';
import { RehearsalMark, useLanguage } from '@sunbeon/ui';
import type { ScreenProps } from '../common/screen-props.ts';
import { TruthBand } from '../common/truth-band.tsx';
import { CounterPanels } from '../counter/counter-panels.tsx';
import { partOf } from './laid-hall.tsx';
import { gridStyle, Part } from './laid-out.tsx';
import { aspectOf } from './region-size.ts';

/** A counter monitor as the office has laid it out: its counters, and whatever else stands around them. */
export function LaidMonitor({ layout, ...props }: ScreenProps & { layout: DeviceLayout }) {
  const language = useLanguage();
  const { board, link, clock } = props;
  return (
    <main
      className="hall hall--laid hall--counters"
      style={gridStyle}
      lang={language}
      data-testid="counter-monitor"
      data-layout={layout.id}
    >
      {layout.regions.map((region) => {
        const { kind } = region;
        const { measure, content } =
          kind === 'calls'
            ? { measure: undefined, content: <CounterPanels {...props} /> }
            : partOf(kind, aspectOf(region, layout.orientation), props, layout.orientation);
        return (
          <Part key={kind} kind={kind} place={region} {...(measure && { measure })}>
            {content}
          </Part>
        );
      })}
      <TruthBand board={board} link={link} clock={clock} />
      <RehearsalMark rehearsal={board.value.rehearsal} />
    </main>
  );
}
