import { describe, expect, it } from '@jest/globals';
import {
  counterMoves,
  counterStates,
  moveCounter,
  shownCounterState,
  type CounterMove,
  type CounterState,
} from './counter.ts';

const allowed: Record<CounterMove, Partial<Record<CounterState, CounterState>>> = {
  open: { closed: 'open' },
  pause: { open: 'paused' },
  resume: { paused: 'open' },
  close: { open: 'closed', paused: 'closed' },
};

describe('the table of a counter', () => {
  for (const move of Object.keys(counterMoves) as CounterMove[]) {
    for (const state of counterStates) {
      const to = allowed[move][state];
      it(`${move} of a ${state} counter ${to ? `makes it ${to}` : 'is refused'}`, () => {
        const moved = moveCounter(state, move, null);
        expect(moved).toEqual(
          to ? { ok: true, state: to, event: counterMoves[move].event } : { ok: false, code: 'move_not_allowed' },
        );
      });
    }
  }

  it('does not close with a ticket, but pauses', () => {
    expect(moveCounter('open', 'close', 't1')).toEqual({ ok: false, code: 'counter_has_ticket' });
    expect(moveCounter('paused', 'close', 't1')).toEqual({ ok: false, code: 'counter_has_ticket' });
    expect(moveCounter('open', 'pause', 't1').ok).toBe(true);
  });

  it('shows the ticket it has before its own state', () => {
    expect(shownCounterState('open', null)).toBe('open');
    expect(shownCounterState('paused', 'serving')).toBe('serving');
    expect(shownCounterState('open', 'held')).toBe('open');
  });
});
