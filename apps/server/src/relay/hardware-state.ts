import type { RelayEvent } from '@sunbeon/contract';
import type { OfficeConfig } from '../offices/offices.reader.ts';
import type { HardwareState } from '../hall/hall-live.ts';
import type { ServiceCall } from './hardware-ticket.ts';
import type { CheckedEvent } from './relay-check.ts';

type CounterState = HardwareState['counters'][string]['state'];

/** What a counter is after an event; a counter that calls or serves is open, whether that was told or not. */
const stateAfter: Partial<Record<RelayEvent['type'], CounterState>> = {
  'counter.opened': 'open',
  'counter.resumed': 'open',
  'counter.paused': 'paused',
  'counter.closed': 'closed',
  'ticket.called': 'open',
  'ticket.recalled': 'open',
  'ticket.started': 'open',
};
const stateRank: readonly CounterState[] = ['open', 'paused', 'closed'];

export const noHardwareState = (businessOn: string): HardwareState => ({ businessOn, counts: {}, counters: {} });

/**
 * Takes events of the present day into what hardware told of counters and counts. Of each counter and each service
 * the newest by time stands, whatever came last; of the same instant the greater: any order gives the same state.
 */
export function foldState(state: HardwareState, events: readonly CheckedEvent[], config: OfficeConfig): HardwareState {
  const counts = { ...state.counts };
  const counters = { ...state.counters };
  for (const event of events) {
    if (event.type === 'snapshot') takeSnapshot(counts, event, config);
    else takeCounter(counters, event);
  }
  return { ...state, counts, counters };
}

function takeCounter(counters: HardwareState['counters'], { type, at, body }: CheckedEvent): void {
  const state = stateAfter[type];
  const label = body.counterNumber;
  if (!state || label === undefined) return;
  const known = counters[label];
  const newer = !known || at > known.at || (at === known.at && rank(state) > rank(known.state));
  if (newer) counters[label] = { state, at };
}

const rank = (state: CounterState): number => stateRank.indexOf(state);

/**
 * From its first snapshot of the day on, a service shows the newest snapshot's count, also when events of its tickets
 * come later. Hardware sends snapshots because it does not know every ticket: a count carried on with half of the
 * events would drift away unseen, while a snapshot is never more than one interval old and says of when it is.
 */
function takeSnapshot(counts: HardwareState['counts'], { at, body }: CheckedEvent, config: OfficeConfig): void {
  for (const { serviceCode, waiting, openCounters = null } of body.services ?? []) {
    const service = config.serviceByCode.get(serviceCode);
    if (!service) continue;
    const known = counts[service.id];
    const count = { waiting, openCounters, at };
    if (!known || at > known.at || (at === known.at && size(count) > size(known))) counts[service.id] = count;
  }
}

const size = (count: { waiting: number; openCounters: number | null }): number =>
  count.waiting * 1001 + (count.openCounters ?? -1);

/** Numbers called last as a snapshot tells them; `at` is the time of the snapshot, the call was before it. */
export function callsInSnapshot({ id, at, body }: CheckedEvent, config: OfficeConfig): ServiceCall[] {
  return (body.services ?? []).flatMap(({ serviceCode, lastCalledNumber, counterNumber }) => {
    const service = config.serviceByCode.get(serviceCode);
    if (!service || !lastCalledNumber) return [];
    return [{ serviceId: service.id, number: lastCalledNumber, counter: counterNumber ?? '', at, eventId: id }];
  });
}
