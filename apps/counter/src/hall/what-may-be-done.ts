import type { Hall, HallCounter, HallTicket } from '@sunbeon/contract';
import { counterMoves, moveRow, ticketMoveNames, undoOf, type TicketMove } from '@sunbeon/domain';

/** Everything that can be asked for at the desk. */
export const deskActions = [
  'open',
  'takeOver',
  'close',
  'pause',
  'resume',
  'callNext',
  'call',
  'recall',
  'start',
  'complete',
  'noShow',
  'putBack',
  'hold',
  'takeUp',
  'transfer',
  'addService',
  'priority',
  'cancel',
  'reinstate',
  'undo',
  'help',
  'endHelp',
  'answerHelp',
] as const;
export type DeskAction = (typeof deskActions)[number];

/** Actions on the ticket at the counter, and the move of the domain's table that each one is. */
export const ownMoves = {
  recall: 'recall',
  start: 'start',
  complete: 'complete',
  noShow: 'no_show',
  putBack: 'put_back',
  hold: 'hold',
  transfer: 'transfer',
  addService: 'add_service',
  priority: 'set_priority',
  cancel: 'cancel',
} as const satisfies Partial<Record<DeskAction, TicketMove>>;
type OwnAction = keyof typeof ownMoves;

/** Who asks, and when: the office's present instant, epoch milliseconds. */
export interface Asker {
  readonly staffId: string;
  readonly nowMs: number;
}

/**
 * What the person may do at a counter now; whatever is not in the answer would be refused by the server. Derived from
 * the domain's table of moves, so that screen and server cannot disagree on a state.
 */
export function whatMayBeDone(hall: Hall, counter: HallCounter, asker: Asker): ReadonlySet<DeskAction> {
  if (hall.authority === 'hardware') return new Set();
  if (counter.state === 'closed') return new Set(['open', ...helpActions(hall, counter)]);
  if (counter.staff?.id !== asker.staffId) return new Set(['takeOver']);
  return new Set([
    ...ticketActions(hall, counter),
    ...counterActions(counter),
    ...(counter.ticket === null && !counter.paused ? freeActions(hall, counter) : []),
    ...(hall.absent.length > 0 ? (['reinstate'] as const) : []),
    ...(mayUndo(counter, asker.nowMs) ? (['undo'] as const) : []),
    ...helpActions(hall, counter),
  ]);
}

/** Why marking as absent is not offered yet: calls still needed; 0 = it may be done. */
export function callsMissing(hall: Hall, ticket: HallTicket): number {
  return Math.max(0, hall.policy.callsBeforeNoShow - ticket.callCount);
}

/** Whether this counter may call a waiting ticket by hand: of an own service, or kept for this counter. */
export function mayCall(counter: HallCounter, ticket: HallTicket): boolean {
  return (
    moveRow('call').from.includes(ticket.state) &&
    (counter.serviceIds.includes(ticket.serviceId) || ticket.targetCounter === counter.number)
  );
}

/** Whether the rules may give a ticket to this counter by "next": as mayCall, and not kept for another counter. */
export function mayComeNext(counter: HallCounter, ticket: HallTicket): boolean {
  return mayCall(counter, ticket) && (ticket.targetCounter === null || ticket.targetCounter === counter.number);
}

/** Actions that a ticket outside of a counter allows, by its state alone. */
export function mayBeCorrected(ticket: HallTicket): ReadonlySet<'priority' | 'addService' | 'cancel' | 'reinstate'> {
  const moves = {
    priority: 'set_priority',
    addService: 'add_service',
    cancel: 'cancel',
    reinstate: 'reinstate',
  } as const;
  const allowed = Object.entries(moves).filter(([, move]) => moveRow(move).from.includes(ticket.state));
  const actions = allowed.map(([action]) => action as keyof typeof moves);
  return new Set(actions.filter((action) => action !== 'reinstate' || !ticket.reinstated));
}

function ticketActions(hall: Hall, { ticket }: HallCounter): OwnAction[] {
  if (ticket === null) return [];
  const actions = Object.keys(ownMoves) as OwnAction[];
  return actions.filter((action) => {
    if (!moveRow(ownMoves[action]).from.includes(ticket.state)) return false;
    if (action === 'noShow') return callsMissing(hall, ticket) === 0;
    if (action === 'addService') return servicesToAdd(hall, ticket).length > 0;
    return true;
  });
}

/** Services that are not yet to be handled for this ticket. */
export function servicesToAdd(hall: Hall, ticket: HallTicket): Hall['services'] {
  const open = new Set(ticket.steps.filter((step) => !step.done).map((step) => step.serviceId));
  return hall.services.filter((service) => !open.has(service.id));
}

function counterActions(counter: HallCounter): ('pause' | 'resume' | 'close')[] {
  const state = counter.paused ? 'paused' : 'open';
  return (['pause', 'resume', 'close'] as const).filter((move) => {
    const { from, free } = counterMoves[move];
    return (from as readonly string[]).includes(state) && (!free || counter.ticket === null);
  });
}

function freeActions(hall: Hall, counter: HallCounter): DeskAction[] {
  const actions: DeskAction[] = [];
  // Only the first thousand are told: more may wait whom this counter serves.
  const untold = hall.waitingTotal > hall.waiting.length;
  if (untold || hall.waiting.some((ticket) => mayComeNext(counter, ticket))) actions.push('callNext');
  if (hall.waiting.some((ticket) => mayCall(counter, ticket))) actions.push('call');
  if (hall.held.length > 0) actions.push('takeUp');
  return actions;
}

/** An undo that brings the ticket back to the counter needs the counter to be free. */
function mayUndo({ undo, ticket }: HallCounter, nowMs: number): boolean {
  if (undo === null || Date.parse(undo.until) <= nowMs) return false;
  const move = ticketMoveNames.find((name) => name === undo.move);
  const back = move && undoOf(move);
  // A move that this screen does not know: the server decides.
  if (back === undefined) return true;
  return back !== null && (moveRow(back).counter !== 'takes' || ticket === null);
}

function helpActions(hall: Hall, counter: HallCounter): DeskAction[] {
  const answer = hall.counters.some((other) => other.id !== counter.id && other.help !== null);
  const own: DeskAction = counter.help === null ? 'help' : 'endHelp';
  return counter.state === 'closed' ? (answer ? ['answerHelp'] : []) : answer ? [own, 'answerHelp'] : [own];
}
