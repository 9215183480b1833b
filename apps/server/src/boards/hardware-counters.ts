import type { PublicStatus } from '@sunbeon/contract';
import { ticketsAtCounters } from '../hall/hall-view.ts';
import type { BoardFacts } from './board-facts.ts';

/** Counters that only the hardware knows: they are shown under the label that it gives them. */
export function hardwareCounters({ config, live, tickets }: BoardFacts): PublicStatus['counters'] {
  const told = live.hardware?.counters ?? {};
  const busy = ticketsAtCounters(tickets);
  return Object.entries(told)
    .filter(([label]) => !config.counterByNumber.has(label))
    .map(([label, counter]) => {
      const ticket = busy.get(label);
      const state = ticket?.state === 'called' || ticket?.state === 'serving' ? ticket.state : counter.state;
      const calling = ticket ? { number: ticket.label, serviceId: ticket.serviceId } : null;
      return { number: label, name: '', state, pausedUntil: null, calling };
    })
    .sort((a, b) => a.number.localeCompare(b.number, 'ko', { numeric: true }));
}
