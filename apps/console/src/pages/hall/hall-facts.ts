import type { Hall, HallCounter } from '@sunbeon/contract';

/** What a person in charge asks of a hall first. */
export interface HallSummary {
  readonly waiting: number;
  readonly open: number;
  readonly counters: number;
  /** Whole minutes; null = nobody waits. */
  readonly longest: number | null;
  /** Counters that ask for help. */
  readonly helps: number;
  /** Services that were stopped by hand. */
  readonly stopped: number;
}

/** @param nowMs the office's present instant, epoch milliseconds */
export function summaryOf(hall: Hall, nowMs: number): HallSummary {
  return {
    waiting: hall.waitingTotal,
    open: hall.counters.filter(({ state }) => state !== 'closed').length,
    counters: hall.counters.length,
    longest: longestWait(hall, nowMs),
    helps: hall.counters.filter(({ help }) => help !== null).length,
    stopped: hall.board.services.filter(({ acceptingReason }) => acceptingReason === 'stopped').length,
  };
}

/** Whole minutes that somebody has waited longest, of one service or of all; null = nobody waits. */
export function longestWait({ waiting }: Pick<Hall, 'waiting'>, nowMs: number, serviceId?: string): number | null {
  const since = waiting
    .filter((ticket) => serviceId === undefined || ticket.serviceId === serviceId)
    .map(({ joinedAt }) => Date.parse(joinedAt));
  return since.length === 0 ? null : minutesSince(Math.min(...since), nowMs);
}

/** Whole minutes in the present state: of the ticket where there is one, else of the counter; null when it is closed. */
export function minutesAt({ state, ticket, since }: HallCounter, nowMs: number): number | null {
  const from = ticket === null ? since : (ticket.startedAt ?? ticket.calledAt ?? since);
  return state === 'closed' || from === null ? null : minutesSince(Date.parse(from), nowMs);
}

const minutesSince = (at: number, nowMs: number) => Math.max(0, Math.floor((nowMs - at) / 60_000));
