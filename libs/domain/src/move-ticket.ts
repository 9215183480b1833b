import type { CounterState } from './counter.ts';
import { completeStep, hasOpenStep, nextStepIndex, replaceStep, stepsOf } from './journey.ts';
import { same } from './same.ts';
import { defaultCallingPolicy, type CallingPolicy, type TicketRules } from './policy.ts';
import {
  isActive,
  moveRow,
  ticketMoveNames,
  ticketMoves,
  type Actor,
  type PickReason,
  type Refusal,
  type Ticket,
  type TicketChannel,
  type TicketEvent,
  type TicketMove,
} from './ticket.ts';

/** The counter at which a command is given, as it stands before the move. */
export interface CounterAtMove {
  id: string;
  staffId: string | null;
  state: CounterState;
  /** In order of preference. */
  serviceIds: readonly string[];
  /** The called or serving ticket it has, if any. */
  activeTicketId: string | null;
}

/** Everything a move may need. Which moves read an optional field stands beside it. */
export interface MoveContext {
  now: number;
  rules: TicketRules;
  actor?: Actor | null;
  /** Moves with `needsCounter`. */
  counter?: CounterAtMove | null;
  /** reinstate, postpone: `place` of the waiting tickets of the same service (own one may be among them), any order. */
  line?: readonly number[];
  /** call: why this ticket; left out = staff called it by number. */
  pick?: PickReason;
  /** call: the policy in force, for the record. */
  policy?: CallingPolicy;
  /** complete, corrections: what was done. Corrections: undefined = as it is. */
  outcome?: string | null;
  /**
   * transfer: at least one of them. `serviceId` left out = same service; `furtherIds`: services behind it, the other
   * steps of a bundle.
   */
  to?: { serviceId?: string; furtherIds?: readonly string[]; counterId?: string | null; staffId?: string | null };
  /** postpone: how many waiting tickets to let pass, integer >= 1. */
  behind?: number;
  /** add_service: a further step, or something handled within the present one. Corrections: the service it was for. */
  serviceId?: string;
  addOn?: string;
  /** set_priority: code, or null to take it away. */
  priority?: string | null;
  /** Undo moves: the event to take back, the one that `lastUndoable` gives for the ticket's events. */
  undo?: TicketEvent;
  /** 'day_end' lifts the rules about counters and number of calls. */
  reason?: string | null;
}

export type Moved = { ok: true; ticket: Ticket; event: TicketEvent } | { ok: false; code: Refusal };

type Change = { changes: Partial<Ticket> } | { code: Refusal };
type Rule = (ticket: Ticket, context: MoveContext) => Change;

/** What is needed to issue a ticket; the number comes from numbering.ts. */
export interface NewTicket {
  id: string;
  officeId: string;
  seriesId: string;
  businessOn: string;
  ordinal: number;
  label: string;
  /** One service, or the steps of a journey in order; at least one. */
  serviceIds: readonly [string, ...string[]];
  addOns?: readonly string[];
  priority?: string | null;
  appointmentAt?: number | null;
  language?: string;
  channel: TicketChannel;
}

/** Issues a ticket at `now`. Never refuses: whether it may be issued says `mayIssue`. */
export function issueTicket(
  input: NewTicket,
  now: number,
  actor: Actor | null = null,
): { ticket: Ticket; event: TicketEvent } {
  const ticket: Ticket = {
    id: input.id,
    officeId: input.officeId,
    serviceId: input.serviceIds[0],
    seriesId: input.seriesId,
    businessOn: input.businessOn,
    ordinal: input.ordinal,
    label: input.label,
    state: 'waiting',
    firstJoinedAt: now,
    joinedAt: now,
    place: now * 1000,
    priority: input.priority ?? null,
    appointmentAt: input.appointmentAt ?? null,
    counterId: null,
    targetCounterId: null,
    targetStaffId: null,
    ...notCalled,
    startedAt: null,
    endedAt: null,
    reinstatedAt: null,
    postponeCount: 0,
    steps: stepsOf(input.serviceIds),
    stepIndex: 0,
    addOns: [...(input.addOns ?? [])],
    outcome: null,
    language: input.language ?? 'ko',
    channel: input.channel,
  };
  return { ticket, event: eventOf('issue', null, ticket, ticket, { now, actor, counter: null, reason: null }) };
}

/**
 * Makes a move, or says why not. Pure: the given ticket is not changed. `complete` of a journey's ticket with steps
 * left becomes the move `next_step` (event `ticket.step_completed`, state waiting for the next service).
 */
export function moveTicket(ticket: Ticket, move: TicketMove, context: MoveContext): Moved {
  const stepsLeft = nextStepIndex(ticket.steps, ticket.stepIndex) !== null;
  if (move === 'next_step' && !stepsLeft) return { ok: false, code: 'move_not_allowed' };
  const actual = move === 'complete' && stepsLeft ? 'next_step' : move;
  const row = moveRow(actual);
  if (!row.from.includes(ticket.state)) return { ok: false, code: 'move_not_allowed' };
  const barred = counterRefusal(ticket, actual, context);
  if (barred) return { ok: false, code: barred };
  const rule = row.undoes ? undoMove(row.undoes as TicketMove) : rules[actual];
  const result = rule(ticket, context);
  if ('code' in result) return { ok: false, code: result.code };
  const state = row.to === 'same' ? ticket.state : row.to === 'undone' ? result.changes.state : row.to;
  const changes = changed(ticket, { ...result.changes, state: state ?? ticket.state });
  const next = { ...ticket, ...changes };
  return { ok: true, ticket: next, event: eventOf(actual, ticket, next, changes, context) };
}

/** The move that takes back a given one, or null (an undo itself and e.g. a recall cannot be undone). */
export function undoOf(move: TicketMove): TicketMove | null {
  return ticketMoveNames.find((name) => moveRow(name).undoes === move) ?? null;
}

/**
 * The event that the counter's `undo` would take back, given the events of one ticket in order: the last one that
 * changed its state. Recalls, priority and added services behind it do not stand in the way.
 */
export function lastUndoable<E extends TicketEvent>(events: readonly E[]): E | null {
  const last = events.findLast((event) => moveRow(event.move).to !== 'same');
  return last && undoOf(last.move) ? last : null;
}

/**
 * Place right behind the n-th of the given places (n >= 1), and behind whoever was squeezed in there before; behind
 * the last when fewer wait. Joined tickets lie on multiples of 1,000 microseconds, so there is room between them.
 */
export function placeBehind(line: readonly number[], n: number): number | null {
  const sorted = [...line].sort((a, b) => a - b);
  const index = Math.min(n, sorted.length) - 1;
  const front = sorted[index];
  if (front === undefined) return null;
  let place = front + 1;
  for (const other of sorted.slice(index + 1)) if (other <= place) place = other + 1;
  return place;
}

const notCalled = { calledAt: null, lastCalledAt: null, callCount: 0 } as const;
const noTarget = { targetCounterId: null, targetStaffId: null } as const;
const backInLine = { ...notCalled, startedAt: null, endedAt: null, counterId: null } as const;
const minutes = 60_000;

function counterRefusal(ticket: Ticket, move: TicketMove, context: MoveContext): Refusal | null {
  const row = moveRow(move);
  if (!row.needsCounter || context.reason === 'day_end') return null;
  const counter = context.counter;
  if (!counter) return 'counter_required';
  if (row.counter !== 'takes') return counter.id === ticket.counterId ? null : 'not_this_counter';
  if (counter.state === 'closed') return 'counter_closed';
  if (counter.state === 'paused' && !row.undoes) return 'counter_paused';
  return counter.activeTicketId !== null && counter.activeTicketId !== ticket.id ? 'counter_busy' : null;
}

const rules: Record<TicketMove, Rule> = {
  issue: () => ({ code: 'move_not_allowed' }),
  call: callTicket,
  recall: (ticket, { now }) => ({ changes: { lastCalledAt: now, callCount: ticket.callCount + 1 } }),
  start: (_, { now }) => ({ changes: { startedAt: now } }),
  complete: completeTicket,
  next_step: takeNextStep,
  no_show: markNoShow,
  put_back: () => ({ changes: backInLine }),
  hold: () => ({ changes: {} }),
  take_up: (_, { counter }) => ({ changes: { counterId: counter?.id ?? null } }),
  transfer: transferTicket,
  cancel: (_, { now }) => ({ changes: { endedAt: now } }),
  reinstate: reinstateTicket,
  postpone: postponeTicket,
  add_service: addService,
  set_priority: setPriority,
  correct: correctRecord,
  correct_to_waiting: (ticket, context) => correctTo(ticket, context, { ...backInLine, ...noTarget }, false),
  correct_to_completed: (ticket, context) => correctTo(ticket, context, { endedAt: endOf(ticket, context) }, true),
  correct_to_no_show: (ticket, context) => correctTo(ticket, context, { endedAt: endOf(ticket, context) }, false),
  expire: (_, { now }) => ({ changes: { endedAt: now } }),
  undo_call: undoMove('call'),
  undo_start: undoMove('start'),
  undo_complete: undoMove('complete'),
  undo_next_step: undoMove('next_step'),
  undo_no_show: undoMove('no_show'),
  undo_put_back: undoMove('put_back'),
  undo_hold: undoMove('hold'),
  undo_take_up: undoMove('take_up'),
  undo_transfer: undoMove('transfer'),
  undo_cancel: undoMove('cancel'),
};

/** A person may call by hand a ticket kept for somebody else (who may have gone home), but only of an own service. */
function callTicket(ticket: Ticket, { now, counter }: MoveContext): Change {
  if (!counter) return { code: 'counter_required' };
  const forMe =
    ticket.targetCounterId === counter.id ||
    (ticket.targetStaffId !== null && ticket.targetStaffId === counter.staffId);
  if (!forMe && !counter.serviceIds.includes(ticket.serviceId)) return { code: 'service_not_at_counter' };
  return { changes: { counterId: counter.id, calledAt: now, lastCalledAt: now, callCount: 1 } };
}

function completeTicket(ticket: Ticket, { now, outcome }: MoveContext): Change {
  const steps = completeStep(ticket.steps, ticket.stepIndex);
  return { changes: { steps, endedAt: now, outcome: outcome ?? ticket.outcome } };
}

function takeNextStep(ticket: Ticket, { now, outcome, rules: { nextStepPlace } }: MoveContext): Change {
  const steps = completeStep(ticket.steps, ticket.stepIndex);
  const stepIndex = nextStepIndex(steps, ticket.stepIndex) ?? ticket.stepIndex;
  const serviceId = steps[stepIndex]?.serviceId ?? ticket.serviceId;
  const place = nextStepPlace === 'kept' ? ticket.place : now * 1000;
  const kept = { steps, stepIndex, serviceId, joinedAt: now, place, outcome: outcome ?? ticket.outcome };
  return { changes: { ...backInLine, ...noTarget, ...kept } };
}

function markNoShow(ticket: Ticket, { now, rules: { minCallsBeforeNoShow }, reason }: MoveContext): Change {
  if (reason !== 'day_end' && ticket.callCount < minCallsBeforeNoShow) return { code: 'too_few_calls' };
  return { changes: { endedAt: now } };
}

function transferTicket(ticket: Ticket, { to }: MoveContext): Change {
  const serviceId = to?.serviceId ?? ticket.serviceId;
  const targetCounterId = to?.counterId ?? null;
  const targetStaffId = to?.staffId ?? null;
  if (serviceId === ticket.serviceId && !targetCounterId && !targetStaffId) return { code: 'transfer_nowhere' };
  const replaced = replaceStep(ticket.steps, ticket.stepIndex, serviceId);
  const further = to?.furtherIds ?? [];
  if (further.some((id) => hasOpenStep(replaced, id))) return { code: 'service_already_there' };
  const steps = [...replaced, ...stepsOf(further)];
  return { changes: { ...backInLine, serviceId, steps, targetCounterId, targetStaffId } };
}

function reinstateTicket(ticket: Ticket, { now, line, rules }: MoveContext): Change {
  if (ticket.reinstatedAt !== null) return { code: 'already_reinstated' };
  if (now - (ticket.endedAt ?? now) > rules.reinstateWithinMinutes * minutes) return { code: 'too_late' };
  const place =
    rules.reinstateAfter === 0 ? ticket.place : (placeBehind(line ?? [], rules.reinstateAfter) ?? now * 1000);
  return { changes: { ...backInLine, place, reinstatedAt: now } };
}

function postponeTicket(ticket: Ticket, { line, behind, rules: { maxPostpones } }: MoveContext): Change {
  if (ticket.postponeCount >= maxPostpones) return { code: 'postpone_limit' };
  const others = (line ?? []).filter((place) => place > ticket.place);
  const place = placeBehind(others, Math.max(1, behind ?? 1)) ?? ticket.place;
  return { changes: { place, postponeCount: ticket.postponeCount + 1 } };
}

function addService(ticket: Ticket, { serviceId, addOn }: MoveContext): Change {
  if (serviceId !== undefined) {
    if (hasOpenStep(ticket.steps, serviceId)) return { code: 'service_already_there' };
    return { changes: { steps: [...ticket.steps, ...stepsOf([serviceId])] } };
  }
  if (addOn === undefined || ticket.addOns.includes(addOn)) return { code: 'service_already_there' };
  return { changes: { addOns: [...ticket.addOns, addOn] } };
}

function setPriority(_: Ticket, { priority, rules: { priorityCodes } }: MoveContext): Change {
  const code = priority ?? null;
  if (code !== null && !priorityCodes.includes(code)) return { code: 'unknown_priority' };
  return { changes: { priority: code } };
}

/** Another service or outcome was recorded than there was. The state stays. */
function correctRecord(ticket: Ticket, context: MoveContext): Change {
  const { serviceId = ticket.serviceId, outcome = ticket.outcome } = context;
  if (serviceId === ticket.serviceId && outcome === ticket.outcome) return { code: 'transfer_nowhere' };
  return correctTo(ticket, context, {}, ticket.steps[ticket.stepIndex]?.done ?? false);
}

/** Only the present step is corrected; `done`: whether it was handled. A visit with steps left cannot have been completed. */
function correctTo(ticket: Ticket, context: MoveContext, changes: Partial<Ticket>, done: boolean): Change {
  const { serviceId = ticket.serviceId, outcome = done ? ticket.outcome : null } = context;
  const otherSteps = ticket.steps.filter((_, index) => index !== ticket.stepIndex);
  if (serviceId !== ticket.serviceId && hasOpenStep(otherSteps, serviceId)) return { code: 'service_already_there' };
  if (changes.endedAt !== undefined && done && hasOpenStepBehind(ticket)) return { code: 'move_not_allowed' };
  const replaced = replaceStep(ticket.steps, ticket.stepIndex, serviceId);
  return {
    changes: { ...changes, serviceId, outcome, steps: done ? completeStep(replaced, ticket.stepIndex) : replaced },
  };
}

const hasOpenStepBehind = (ticket: Ticket): boolean => nextStepIndex(ticket.steps, ticket.stepIndex) !== null;
/** When it was over stays when it was. */
const endOf = (ticket: Ticket, { now }: MoveContext): number => ticket.endedAt ?? now;

/** Fields that a recall may have changed since, without overtaking the undone move. */
const mayHaveChanged: readonly string[] = ['callCount', 'lastCalledAt'];

function undoMove(undone: TicketMove): Rule {
  return (ticket, { now, undo, counter, rules }) => {
    if (!undo || undo.move !== undone || undo.ticketId !== ticket.id) return { code: 'nothing_to_undo' };
    if (isOvertaken(ticket, undo)) return { code: 'undo_overtaken' };
    if (now - undo.at > rules.undoWithinSeconds * 1000) return { code: 'too_late' };
    const changes = { ...undo.before };
    if (undo.from && isActive(undo.from) && !isActive(ticket.state)) {
      const had = changes.counterId ?? ticket.counterId;
      if (!counter) return { code: 'counter_required' };
      if (counter.id !== had) return { code: 'not_this_counter' };
      if (counter.state === 'closed') return { code: 'counter_closed' };
      if (counter.activeTicketId !== null && counter.activeTicketId !== ticket.id) return { code: 'counter_busy' };
    }
    return { changes };
  };
}

function isOvertaken(ticket: Ticket, undo: TicketEvent): boolean {
  const fields = Object.keys(undo.after) as (keyof Ticket)[];
  return fields.some((field) => !mayHaveChanged.includes(field) && !same(ticket[field], undo.after[field]));
}

function changed(ticket: Ticket, changes: Partial<Ticket>): Partial<Ticket> {
  const fields = Object.entries(changes).filter(([field, value]) => !same(ticket[field as keyof Ticket], value));
  return Object.fromEntries(fields) as Partial<Ticket>;
}

type EventContext = Pick<MoveContext, 'now' | 'actor' | 'counter' | 'reason' | 'pick' | 'policy'>;

function eventOf(
  move: TicketMove,
  old: Ticket | null,
  next: Ticket,
  after: Partial<Ticket>,
  context: EventContext,
): TicketEvent {
  const fields = Object.keys(after) as (keyof Ticket)[];
  return {
    type: ticketMoves[move].event,
    move,
    ticketId: next.id,
    officeId: next.officeId,
    businessOn: next.businessOn,
    at: context.now,
    actor: context.actor ?? null,
    counterId: context.counter?.id ?? next.counterId ?? old?.counterId ?? null,
    from: old?.state ?? null,
    to: next.state,
    before: old ? (Object.fromEntries(fields.map((field) => [field, old[field]])) as Partial<Ticket>) : {},
    after: { ...after },
    call: move === 'call' && context.counter ? callFacts(context.counter, context) : null,
    reason: context.reason ?? null,
  };
}

function callFacts(counter: CounterAtMove, { pick, policy }: EventContext) {
  const { staffId, serviceIds } = counter;
  return { reason: pick ?? 'by_number', staffId, serviceIds: [...serviceIds], policy: policy ?? defaultCallingPolicy };
}
