import type { PublicStatus } from '@sunbeon/contract';
import type { BoardFacts } from './board-facts.ts';

/** Counters that only the hardware knows: they are shown under the label that it gives them. */
export function hardwareCounters({ config, live }: BoardFacts): PublicStatus['counters'] {
  return Object.entries(live.hardware?.counters ?? {})
    .filter(([label]) => !config.counterByNumber.has(label))
    .map(([label, counter]) => ({ number: label, name: '', state: counter.state, pausedUntil: null, calling: null }))
    .sort((a, b) => a.number.localeCompare(b.number, 'ko', { numeric: true }));
}
