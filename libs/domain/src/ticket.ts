import type { Step } from './journey.ts';
import type { CallingPolicy } from './policy.ts';

/** A ticket's states (product.md, "A ticket's life"). `called` and `serving` occupy a counter, `held` does not. */
export const ticketStates = [
  'waiting',
  'called',
  'serving',
  'held',
  'completed',
  'no_show',
  'cancelled',
  'expired',
] as const;
export type TicketState = (typeof ticketStates)[number];

/** Whether a ticket in this state occupies its counter (the schema's "one active ticket per counter"). */
export const isActive = (state: TicketState): boolean => state === 'called' || state === 'serving';

/** Whether a ticket in this state is over; only an undo, a correction (or `reinstate` of a no-show) leads out again. */
export const isOver = (state: TicketState): boolean =>
  state === 'completed' || state === 'no_show' || state === 'cancelled' || state === 'expired';

/**
 * A ticket (번호표): plain JSON. Instants are epoch milliseconds.
 *
 * Three times of joining, on purpose: `firstJoinedAt` is when the number was drawn (length of the whole visit);
 * `joinedAt` starts the present wait (a transfer keeps it, the next step of a journey sets it, so that the service
 * time of step 1 is never counted as a wait for step 2: use this one for waits); `place` orders the line only.
 */
export interface Ticket {
  id: string;
  officeId: string;
  serviceId: string;
  seriesId: string;
  /** Local business day 'YYYY-MM-DD', stored, never recomputed. */
  businessOn: string;
  /** 1.. within (series, business day). */
  ordinal: number;
  label: string;
  state: TicketState;
  firstJoinedAt: number;
  joinedAt: number;
  /** Integer microseconds, the sort key in the line; joinedAt * 1000 at first. */
  place: number;
  /** Code of the priority or null. */
  priority: string | null;
  appointmentAt: number | null;
  /** Who has it while called or serving; who put it aside while held; who had it last once it is over. */
  counterId: string | null;
  /** Transferred to this counter, or to this person: nobody else is given it. */
  targetCounterId: string | null;
  targetStaffId: string | null;
  /** First call of the present calling; null again on the way back into the line. */
  calledAt: number | null;
  lastCalledAt: number | null;
  startedAt: number | null;
  endedAt: number | null;
  /** Calls of the present calling; 0 in the line. */
  callCount: number;
  reinstatedAt: number | null;
  postponeCount: number;
  steps: Step[];
  stepIndex: number;
  addOns: string[];
  outcome: string | null;
  language: string;
  channel: TicketChannel;
}

export const ticketChannels = ['kiosk', 'greeter', 'staff', 'phone', 'appointment', 'hardware'] as const;
export type TicketChannel = (typeof ticketChannels)[number];

/** What a move does to the counter: takes a free one, keeps the one it has, frees it, or has nothing to do with it. */
export const counterUses = ['takes', 'keeps', 'frees', 'none'] as const;
export type CounterUse = (typeof counterUses)[number];

interface MoveRow {
  /** States in which the move is allowed; empty = makes a new ticket. */
  from: readonly TicketState[];
  /** `same`: the state stays; `undone`: the state before the move that is undone. */
  to: TicketState | 'same' | 'undone';
  event: `ticket.${string}`;
  counter: CounterUse;
  /** The command must name a counter (with `keeps` and `frees`: the one that has the ticket). */
  needsCounter: boolean;
  /** The move that this one takes back. */
  undoes?: string;
}

/** The table of moves: data. Which further rules hold for a move stands in move-ticket.ts. */
export const ticketMoves = {
  issue: { from: [], to: 'waiting', event: 'ticket.issued', counter: 'none', needsCounter: false },
  call: { from: ['waiting'], to: 'called', event: 'ticket.called', counter: 'takes', needsCounter: true },
  recall: { from: ['called'], to: 'same', event: 'ticket.recalled', counter: 'keeps', needsCounter: true },
  start: { from: ['called'], to: 'serving', event: 'ticket.started', counter: 'keeps', needsCounter: true },
  complete: {
    from: ['called', 'serving'],
    to: 'completed',
    event: 'ticket.completed',
    counter: 'frees',
    needsCounter: true,
  },
  next_step: {
    from: ['called', 'serving'],
    to: 'waiting',
    event: 'ticket.step_completed',
    counter: 'frees',
    needsCounter: true,
  },
  no_show: { from: ['called'], to: 'no_show', event: 'ticket.no_show_marked', counter: 'frees', needsCounter: true },
  put_back: { from: ['called'], to: 'waiting', event: 'ticket.put_back', counter: 'frees', needsCounter: true },
  hold: { from: ['serving'], to: 'held', event: 'ticket.held', counter: 'frees', needsCounter: true },
  take_up: { from: ['held'], to: 'serving', event: 'ticket.taken_up', counter: 'takes', needsCounter: true },
  transfer: {
    from: ['called', 'serving'],
    to: 'waiting',
    event: 'ticket.transferred',
    counter: 'frees',
    needsCounter: true,
  },
  cancel: {
    from: ['waiting', 'called'],
    to: 'cancelled',
    event: 'ticket.cancelled',
    counter: 'frees',
    needsCounter: false,
  },
  reinstate: { from: ['no_show'], to: 'waiting', event: 'ticket.reinstated', counter: 'none', needsCounter: false },
  postpone: { from: ['waiting'], to: 'same', event: 'ticket.postponed', counter: 'none', needsCounter: false },
  add_service: {
    from: ['waiting', 'called', 'serving', 'held'],
    to: 'same',
    event: 'ticket.service_added',
    counter: 'none',
    needsCounter: false,
  },
  set_priority: {
    from: ['waiting', 'called', 'serving', 'held'],
    to: 'same',
    event: 'ticket.priority_set',
    counter: 'none',
    needsCounter: false,
  },
  // What supervisors put right afterwards: the record, and never a counter.
  correct: {
    from: ['waiting', 'held', 'completed', 'no_show', 'cancelled', 'expired'],
    to: 'same',
    event: 'ticket.corrected',
    counter: 'none',
    needsCounter: false,
  },
  correct_to_waiting: {
    from: ['completed', 'no_show', 'cancelled'],
    to: 'waiting',
    event: 'ticket.corrected_to_waiting',
    counter: 'none',
    needsCounter: false,
  },
  correct_to_completed: {
    from: ['no_show', 'cancelled', 'expired'],
    to: 'completed',
    event: 'ticket.corrected_to_completed',
    counter: 'none',
    needsCounter: false,
  },
  correct_to_no_show: {
    from: ['completed', 'cancelled', 'expired'],
    to: 'no_show',
    event: 'ticket.corrected_to_no_show',
    counter: 'none',
    needsCounter: false,
  },
  expire: { from: ['waiting', 'held'], to: 'expired', event: 'ticket.expired', counter: 'none', needsCounter: false },
  undo_call: {
    from: ['called'],
    to: 'undone',
    event: 'ticket.call_undone',
    counter: 'frees',
    needsCounter: true,
    undoes: 'call',
  },
  undo_start: {
    from: ['serving'],
    to: 'undone',
    event: 'ticket.start_undone',
    counter: 'keeps',
    needsCounter: true,
    undoes: 'start',
  },
  undo_complete: {
    from: ['completed'],
    to: 'undone',
    event: 'ticket.complete_undone',
    counter: 'takes',
    needsCounter: true,
    undoes: 'complete',
  },
  undo_next_step: {
    from: ['waiting'],
    to: 'undone',
    event: 'ticket.step_complete_undone',
    counter: 'takes',
    needsCounter: true,
    undoes: 'next_step',
  },
  undo_no_show: {
    from: ['no_show'],
    to: 'undone',
    event: 'ticket.no_show_undone',
    counter: 'takes',
    needsCounter: true,
    undoes: 'no_show',
  },
  undo_put_back: {
    from: ['waiting'],
    to: 'undone',
    event: 'ticket.put_back_undone',
    counter: 'takes',
    needsCounter: true,
    undoes: 'put_back',
  },
  undo_hold: {
    from: ['held'],
    to: 'undone',
    event: 'ticket.hold_undone',
    counter: 'takes',
    needsCounter: true,
    undoes: 'hold',
  },
  undo_take_up: {
    from: ['serving'],
    to: 'undone',
    event: 'ticket.take_up_undone',
    counter: 'frees',
    needsCounter: true,
    undoes: 'take_up',
  },
  undo_transfer: {
    from: ['waiting'],
    to: 'undone',
    event: 'ticket.transfer_undone',
    counter: 'takes',
    needsCounter: true,
    undoes: 'transfer',
  },
  undo_cancel: {
    from: ['cancelled'],
    to: 'undone',
    event: 'ticket.cancel_undone',
    counter: 'takes',
    needsCounter: false,
    undoes: 'cancel',
  },
} as const satisfies Record<string, MoveRow>;

export type TicketMove = keyof typeof ticketMoves;
export type TicketEventType = (typeof ticketMoves)[TicketMove]['event'];
export const ticketMoveNames = Object.keys(ticketMoves) as readonly TicketMove[];
export const ticketEventTypes = ticketMoveNames.map((move) => ticketMoves[move].event);

/** The row of a move with its wide type, for code that works over the whole table. */
export const moveRow = (move: TicketMove): MoveRow => ticketMoves[move];

/**
 * Why a command was refused. The same codes stand in the published table of errors (`code` of problem+json).
 * `move_not_allowed`: not in this state. `too_late`: outside the time for reinstating or undoing.
 */
export const refusals = [
  'move_not_allowed',
  'counter_required',
  'counter_busy',
  'counter_closed',
  'counter_paused',
  'counter_has_ticket',
  'not_this_counter',
  'service_not_at_counter',
  'too_few_calls',
  'too_late',
  'already_reinstated',
  'postpone_limit',
  'transfer_nowhere',
  'service_already_there',
  'unknown_priority',
  'nothing_to_undo',
  'undo_overtaken',
] as const;
export type Refusal = (typeof refusals)[number];

export const pickReasons = [
  'longest_wait',
  'targeted',
  'appointment',
  'priority',
  'aged',
  'regular_turn',
  'preference',
  'first_come',
  'by_number',
] as const;
/** Why a ticket was chosen; `by_number`: staff called it by hand, out of order. */
export type PickReason = (typeof pickReasons)[number];

/** The circumstances of a call, kept in its event, so that any order can be explained from the log alone. */
export interface CallFacts {
  reason: PickReason;
  staffId: string | null;
  /** The counter's services at that moment, in order of preference. */
  serviceIds: readonly string[];
  policy: CallingPolicy;
}

export const actorKinds = ['staff', 'greeter', 'resident', 'device', 'system'] as const;
export interface Actor {
  kind: (typeof actorKinds)[number];
  id: string | null;
}

/**
 * What happened to a ticket: who, when, where. `before` and `after` hold the changed fields only (an issue: the
 * whole ticket in `after`), so the tickets of a day are the fold of its events and an undo needs nothing else.
 */
export interface TicketEvent {
  type: TicketEventType;
  move: TicketMove;
  ticketId: string;
  officeId: string;
  businessOn: string;
  /** Epoch milliseconds. */
  at: number;
  actor: Actor | null;
  /** The counter concerned: the one that has the ticket after the move, or had it before; null when none. */
  counterId: string | null;
  from: TicketState | null;
  to: TicketState;
  before: Partial<Ticket>;
  after: Partial<Ticket>;
  /** Only on `call`. */
  call: CallFacts | null;
  /** Free code of the command, e.g. 'day_end', 'by_resident'. */
  reason: string | null;
}

/** An event as logged: `seq` is dense and rising per office in the order of commits. */
export interface LoggedEvent extends TicketEvent {
  seq: number;
}
