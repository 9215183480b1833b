import type { DeviceLayout, RegionKind } from '@sunbeon/contract';
import { RehearsalMark, useLanguage } from '@sunbeon/ui';
import type { ReactNode } from 'react';
import type { ScreenProps } from '../common/screen-props.ts';
import { OfficeClock, TruthBand } from '../common/truth-band.tsx';
import { CallStage } from '../hall/call-stage.tsx';
import { HallCalls } from '../hall/hall-calls.tsx';
import { HallMedia } from '../hall/hall-media.tsx';
import { ServiceStrip } from '../hall/service-strip.tsx';
import { Notices } from '../hall/ticker.tsx';
import { gridStyle, Part } from './laid-out.tsx';
import {
  around,
  aspectOf,
  callsMeasure,
  clockMeasure,
  noticeRoom,
  serviceColumns,
  stageMeasure,
  type Measure,
} from './region-size.ts';

/** The hall's TV as the office has laid it out. */
export function LaidHall({ layout, ...props }: ScreenProps & { layout: DeviceLayout }) {
  const language = useLanguage();
  const { board, link, clock, config, turn } = props;
  const { orientation, regions } = layout;
  const stage = around(regions.filter(({ kind }) => kind === 'calls' || kind === 'media'));
  return (
    <main
      className="hall hall--laid"
      style={gridStyle}
      lang={language}
      data-testid="hall-screen"
      data-layout={layout.id}
    >
      {regions.map((region) => {
        const { measure, content } = partOf(region.kind, aspectOf(region, orientation), props, orientation);
        return (
          <Part key={region.kind} kind={region.kind} place={region} {...(measure && { measure })}>
            {content}
          </Part>
        );
      })}
      <Part kind="stage" place={stage} measure={stageMeasure(orientation)}>
        <CallStage call={turn} config={config} />
      </Part>
      <TruthBand board={board} link={link} clock={clock} />
      <RehearsalMark rehearsal={board.value.rehearsal} />
    </main>
  );
}

/** What a part shows, and the size of its letters. */
export function partOf(
  kind: RegionKind,
  aspect: number,
  props: ScreenProps,
  orientation: DeviceLayout['orientation'],
): { measure?: Measure; content: ReactNode } {
  const { config, board, clock } = props;
  switch (kind) {
    case 'calls':
      return { measure: callsMeasure(orientation), content: <HallCalls {...props} /> };
    case 'media':
      return { content: <HallMedia {...props} /> };
    case 'waiting': {
      const shown = Math.min(8, board.value.services.length);
      const { columns, measure } = serviceColumns(shown, aspect);
      return { measure, content: <ServiceStrip config={config} board={board} columns={columns} /> };
    }
    case 'notice': {
      const { measure, letters } = noticeRoom(aspect);
      return { measure, content: <Notices board={board} letters={letters} /> };
    }
    case 'clock':
      return { measure: clockMeasure, content: <OfficeClock board={board} clock={clock} /> };
  }
}
