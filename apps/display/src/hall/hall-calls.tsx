import { useOfficeClock } from '@sunbeon/ui';
import type { ScreenProps } from '../common/screen-props.ts';
import { CallBoard } from './call-board.tsx';
import { callsView } from './calls-view.ts';
import { ClosedBoard } from './closed-board.tsx';

/** A call in the last half hour is still shown after closing: its visitor may be on the way. */
const lingerMs = 1_800_000;

/** The calls; outside the hours, when the office opens. */
export function HallCalls({ board, clock, turn }: Pick<ScreenProps, 'board' | 'clock' | 'turn'>) {
  const { office, calls } = board.value;
  const nowMs = useOfficeClock(clock);
  const view = callsView(calls, turn, nowMs);
  const lastCallMs = view.first === null ? Number.NEGATIVE_INFINITY : Date.parse(view.first.at);
  const isClosed = !office.openNow && turn === null && nowMs - lastCallMs > lingerMs;
  return isClosed ? <ClosedBoard board={board} nowMs={nowMs} /> : <CallBoard view={view} office={office} />;
}
