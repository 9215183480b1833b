import { describe, expect, it } from '@jest/globals';
import { moveTicket, type MoveContext } from './move-ticket.ts';
import { defaultTicketRules } from './policy.ts';
import { counterOf, minute, nineOClock, ticketOf } from './spec-support.ts';
import {
  isActive,
  isOver,
  moveRow,
  ticketEventTypes,
  ticketMoveNames,
  ticketStates,
  type Ticket,
  type TicketEvent,
  type TicketMove,
  type TicketState,
} from './ticket.ts';

/** What must be allowed, written down once more and by hand: move -> state before -> state after. Nothing else is. */
const allowed: Record<TicketMove, Partial<Record<TicketState, TicketState>>> = {
  issue: {},
  call: { waiting: 'called' },
  recall: { called: 'called' },
  start: { called: 'serving' },
  complete: { called: 'completed', serving: 'completed' },
  next_step: { called: 'waiting', serving: 'waiting' },
  no_show: { called: 'no_show' },
  put_back: { called: 'waiting' },
  hold: { serving: 'held' },
  take_up: { held: 'serving' },
  transfer: { called: 'waiting', serving: 'waiting' },
  cancel: { waiting: 'cancelled', called: 'cancelled' },
  reinstate: { no_show: 'waiting' },
  postpone: { waiting: 'waiting' },
  add_service: { waiting: 'waiting', called: 'called', serving: 'serving', held: 'held' },
  set_priority: { waiting: 'waiting', called: 'called', serving: 'serving', held: 'held' },
  correct: {
    waiting: 'waiting',
    held: 'held',
    completed: 'completed',
    no_show: 'no_show',
    cancelled: 'cancelled',
    expired: 'expired',
  },
  correct_to_waiting: { completed: 'waiting', no_show: 'waiting', cancelled: 'waiting' },
  correct_to_completed: { no_show: 'completed', cancelled: 'completed', expired: 'completed' },
  correct_to_no_show: { completed: 'no_show', cancelled: 'no_show', expired: 'no_show' },
  expire: { waiting: 'expired', held: 'expired' },
  undo_call: { called: 'waiting' },
  undo_start: { serving: 'called' },
  undo_complete: { completed: 'serving' },
  undo_next_step: { waiting: 'serving' },
  undo_no_show: { no_show: 'called' },
  undo_put_back: { waiting: 'called' },
  undo_hold: { held: 'serving' },
  undo_take_up: { serving: 'held' },
  undo_transfer: { waiting: 'serving' },
  undo_cancel: { cancelled: 'called' },
};

const line = [nineOClock * 1000, (nineOClock + minute) * 1000];
const base: MoveContext = {
  now: nineOClock + 5 * minute,
  rules: defaultTicketRules,
  counter: counterOf(),
  line,
  to: { serviceId: 'family' },
  serviceId: 'permit',
  behind: 1,
  priority: 'age_75',
};

function ticketIn(state: TicketState): Ticket {
  const atCounter = state !== 'waiting' && state !== 'expired';
  const called = { calledAt: nineOClock + minute, lastCalledAt: nineOClock + minute, callCount: 1 };
  return ticketOf({
    state,
    counterId: atCounter ? 'c1' : null,
    ...(atCounter ? called : {}),
    startedAt: state === 'serving' || state === 'held' || state === 'completed' ? nineOClock + 2 * minute : null,
    endedAt: isOver(state) ? nineOClock + 3 * minute : null,
  });
}

const withFamily = (ticket: Ticket): Ticket => ({
  ...ticket,
  steps: [...ticket.steps, { serviceId: 'family', done: false }],
});

/** An undo needs the event it takes back: made by the real move from the state the undo must lead to. */
function contextFor(move: TicketMove, state: TicketState): { ticket: Ticket; context: MoveContext } {
  const undoes = moveRow(move).undoes as TicketMove | undefined;
  const target = allowed[move][state];
  if (move === 'next_step') return { ticket: withFamily(ticketIn(state)), context: base };
  if (!undoes || !target) return { ticket: ticketIn(state), context: base };
  const before = ticketIn(target);
  const moved = moveTicket(undoes === 'next_step' ? withFamily(before) : before, undoes, base);
  if (!moved.ok) throw new Error(`${undoes} from ${target}: ${moved.code}`);
  return { ticket: moved.ticket, context: { ...base, undo: moved.event } };
}

describe('the table of moves', () => {
  for (const move of ticketMoveNames) {
    for (const state of ticketStates) {
      const target = allowed[move][state];
      it(`${move} of a ${state} ticket ${target ? `makes it ${target}` : 'is refused'}`, () => {
        const { ticket, context } = contextFor(move, state);
        const copy = structuredClone(ticket);
        const moved = moveTicket(ticket, move, context);
        expect(ticket).toEqual(copy);
        if (!target) return expect(moved).toEqual({ ok: false, code: 'move_not_allowed' });
        if (!moved.ok) throw new Error(moved.code);
        expect(moved.ticket.state).toBe(target);
        expect(moved.event).toMatchObject({ move, from: state, to: target, at: base.now, ticketId: ticket.id });
        expect({ ...ticket, ...moved.event.after }).toEqual(moved.ticket);
        expect({ ...moved.ticket, ...moved.event.before }).toEqual(ticket);
      });
    }
  }

  it('says of the counter what the states say', () => {
    for (const move of ticketMoveNames) {
      for (const [from, to] of Object.entries(allowed[move]) as [TicketState, TicketState][]) {
        const uses =
          !isActive(from) && isActive(to) ? 'takes' : isActive(from) ? (isActive(to) ? 'keeps' : 'frees') : 'none';
        const { counter } = moveRow(move);
        // Moves that never touch the counter may happen at one; cancel frees one only when called.
        if (counter !== 'none' && !(move === 'cancel' && from === 'waiting'))
          expect([move, from, uses]).toEqual([move, from, counter]);
        if (counter === 'none') expect(isActive(from)).toBe(isActive(to));
      }
    }
  });

  it('has one event type per move', () => {
    expect(new Set(ticketEventTypes).size).toBe(ticketMoveNames.length);
  });

  it('keeps a ticket and an event as plain JSON', () => {
    const moved = moveTicket(ticketIn('waiting'), 'call', base);
    if (!moved.ok) throw new Error(moved.code);
    expect(JSON.parse(JSON.stringify(moved.ticket))).toEqual(moved.ticket);
    expect(JSON.parse(JSON.stringify(moved.event)) as TicketEvent).toEqual(moved.event);
  });
});
