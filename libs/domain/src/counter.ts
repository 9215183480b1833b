import type { Refusal, TicketState } from './ticket.ts';

/** A counter (창구) as staff run it: a shift (창구 운영) is the time from `open` to `close`, pauses included. */
export const counterStates = ['closed', 'open', 'paused'] as const;
export type CounterState = (typeof counterStates)[number];

/** The table of a counter's moves: data. With `free`, only without a called or serving ticket. */
export const counterMoves = {
  open: { from: ['closed'], to: 'open', event: 'counter.opened', free: false },
  pause: { from: ['open'], to: 'paused', event: 'counter.paused', free: false },
  resume: { from: ['paused'], to: 'open', event: 'counter.resumed', free: false },
  close: { from: ['open', 'paused'], to: 'closed', event: 'counter.closed', free: true },
} as const satisfies Record<
  string,
  { from: readonly CounterState[]; to: CounterState; event: `counter.${string}`; free: boolean }
>;
export type CounterMove = keyof typeof counterMoves;
export type CounterEventType = (typeof counterMoves)[CounterMove]['event'];

export type CounterMoved =
  | { ok: true; state: CounterState; event: CounterEventType }
  | { ok: false; code: Extract<Refusal, 'move_not_allowed' | 'counter_has_ticket'> };

/**
 * Moves a counter, or says why not: `counter_has_ticket` when it would close before its ticket is put back, held or
 * completed. A pause is allowed with a ticket: that one is finished, no other is called.
 */
export function moveCounter(state: CounterState, move: CounterMove, activeTicketId: string | null): CounterMoved {
  const { from, to, event, free } = counterMoves[move];
  if (!(from as readonly CounterState[]).includes(state)) return { ok: false, code: 'move_not_allowed' };
  if (free && activeTicketId !== null) return { ok: false, code: 'counter_has_ticket' };
  return { ok: true, state: to, event };
}

/** What the public status shows of a counter. A ticket it has is shown also while it pauses. */
export const shownCounterStates = ['closed', 'open', 'called', 'serving', 'paused'] as const;
export type ShownCounterState = (typeof shownCounterStates)[number];

export function shownCounterState(state: CounterState, ticket: TicketState | null): ShownCounterState {
  return ticket === 'called' || ticket === 'serving' ? ticket : state;
}
