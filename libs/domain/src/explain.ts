import { applyEvent } from './fold-events.ts';
import { compareAppointments, compareInLine, isTargetedAt, lineKey, type PickingCounter } from './pick-next.ts';
import type { CallFacts, LoggedEvent, Ticket, TicketEvent } from './ticket.ts';

/**
 * Why one ticket was called before another, from the event log alone. a = called first, b = the other one. Each reason
 * is checked against the facts in the log, so an order that the rules do not give is left without one.
 */
export const orderReasonCodes = [
  'b_not_joined',
  'b_not_waiting',
  'b_kept_for_other',
  'b_not_served_by_counter',
  'b_appointment_later',
  'a_called_by_number',
  'a_longest_wait',
  'a_targeted',
  'a_appointment_due',
  'a_priority',
  'a_aged',
  'a_regular_turn',
  'a_preferred_service',
  'a_joined_earlier',
  'a_kept_place',
  'b_postponed',
  'b_reinstated',
] as const;
export type OrderReasonCode = (typeof orderReasonCodes)[number];

/** Values carry what the sentence needs: instants (…At, epoch ms), minutes, services, states, numbers of visitors. */
export interface OrderReason {
  code: OrderReasonCode;
  values: Record<string, string | number | null | readonly string[]>;
}

export interface OrderExplanation {
  /** Labels: who was called first, who later or not yet. */
  first: string;
  second: string;
  /** When and where the first one was called. */
  at: number;
  counterId: string | null;
  /** At least one; empty = the log does not explain it (see history-check.ts). */
  reasons: OrderReason[];
}

/**
 * Explains the order of two numbers of one office and day by the first call of either. Events in order of `seq`. Null
 * when a label is unknown or neither was called. Which of the two was first is part of the answer.
 */
export function explainOrder(events: readonly LoggedEvent[], labelA: string, labelB: string): OrderExplanation | null {
  return explainCalls(events, labelA, labelB)[0] ?? null;
}

/** The same for every call of either number, in order: also those after a put back, a transfer, a next step. */
export function explainCalls(events: readonly LoggedEvent[], labelA: string, labelB: string): OrderExplanation[] {
  const idA = idOfLabel(events, labelA);
  const idB = idOfLabel(events, labelB);
  if (!idA || !idB || idA === idB) return [];
  const tickets = new Map<string, Ticket>();
  return events.flatMap((event) => {
    const isA = event.ticketId === idA;
    const concerned = event.move === 'call' && (isA || event.ticketId === idB);
    const found = concerned
      ? explanationAt(event, tickets, isA ? [labelA, labelB] : [labelB, labelA], isA ? idB : idA)
      : null;
    applyEvent(tickets, event);
    return found ? [found] : [];
  });
}

function explanationAt(
  call: LoggedEvent,
  tickets: ReadonlyMap<string, Ticket>,
  [first, second]: readonly [string, string],
  otherId: string,
): OrderExplanation | null {
  const a = tickets.get(call.ticketId);
  if (!a) return null;
  const reasons = explainCall(call, a, tickets.get(otherId) ?? null);
  return { first, second, at: call.at, counterId: call.counterId, reasons };
}

const idOfLabel = (events: readonly LoggedEvent[], label: string): string | null =>
  events.find((event) => event.move === 'issue' && event.after.label === label)?.ticketId ?? null;

/**
 * Why the call took `a` and not `b`, both as they stood right before it (b null = not issued yet). Empty when the
 * rules do not give that order.
 */
export function explainCall(call: TicketEvent, a: Ticket, b: Ticket | null): OrderReason[] {
  const facts = call.call;
  if (!facts || call.counterId === null) return [];
  const counter = { id: call.counterId, staffId: facts.staffId, serviceIds: facts.serviceIds };
  const absent = whyNotCallable(call, facts, counter, b);
  if (absent || !b) return absent ? [absent] : [];
  if (facts.reason === 'by_number') return [reason('a_called_by_number', { counterId: counter.id })];
  const pair: Pair = { a, b, counter, facts, at: call.at };
  const [rankA, rankB] = [standing(pair, a), standing(pair, b)];
  return proofs[facts.reason](pair, rankA, rankB);
}

interface Pair {
  a: Ticket;
  b: Ticket;
  counter: PickingCounter;
  facts: CallFacts;
  at: number;
}

/** Where a ticket stands among the rules of pick-next.ts: 0 targeted, 1 due, 2 priority or aged, 3 the others. */
type Standing = 0 | 1 | 2 | 3;

function standing({ counter, facts, at }: Pair, ticket: Ticket): Standing {
  if (isTargetedAt(ticket, counter)) return 0;
  if (ticket.appointmentAt !== null && ticket.appointmentAt <= at) return 1;
  return ticket.priority !== null || waitedMinutes(ticket, at) >= facts.policy.ageAfterMinutes ? 2 : 3;
}

function whyNotCallable(
  call: TicketEvent,
  facts: CallFacts,
  counter: PickingCounter,
  b: Ticket | null,
): OrderReason | null {
  if (!b) return reason('b_not_joined', { aCalledAt: call.at });
  if (b.state !== 'waiting') return reason('b_not_waiting', { state: b.state, counterId: b.counterId });
  const kept = b.targetCounterId !== null || b.targetStaffId !== null;
  if (kept && !isTargetedAt(b, counter)) return reason('b_kept_for_other', { counterId: b.targetCounterId });
  const served = kept || facts.serviceIds.includes(b.serviceId);
  if (!served) return reason('b_not_served_by_counter', { counterId: counter.id, serviceIds: facts.serviceIds });
  const from = b.appointmentAt === null ? null : b.appointmentAt - facts.policy.appointmentEarlyMinutes * 60_000;
  const early = !kept && from !== null && call.at < from;
  return early ? reason('b_appointment_later', { appointmentAt: b.appointmentAt }) : null;
}

type Proof = (pair: Pair, rankA: Standing, rankB: Standing) => OrderReason[];

const proofs: Record<Exclude<CallFacts['reason'], 'by_number'>, Proof> = {
  longest_wait: ({ a, b, facts, at }) => {
    const waited = waitedMinutes(a, at);
    const overdue = waited >= facts.policy.longestWaitMinutes && compareInLine(a, b) < 0;
    return overdue ? [reason('a_longest_wait', { waitedMinutes: Math.floor(waited) }), ...lineReasons(a, b)] : [];
  },
  targeted: ({ a, b, counter }, rankA, rankB) => {
    if (rankA !== 0) return [];
    const targeted = reason('a_targeted', { counterId: counter.id });
    return rankB === 0 ? prefix(targeted, lineReasons(a, b)) : [targeted];
  },
  appointment: ({ a, b }, rankA, rankB) => {
    if (rankA > 1 || a.appointmentAt === null || rankB === 0) return [];
    const due = reason('a_appointment_due', { appointmentAt: a.appointmentAt });
    return rankB > 1 || compareAppointments(a, b) < 0 ? [due] : [];
  },
  priority: ({ a, b }, rankA, rankB) => favoured(reason('a_priority', {}), a.priority !== null, a, b, rankA, rankB),
  aged: ({ a, b, at }, rankA, rankB) =>
    favoured(
      reason('a_aged', { waitedMinutes: Math.floor(waitedMinutes(a, at)) }),
      a.priority === null,
      a,
      b,
      rankA,
      rankB,
    ),
  regular_turn: (pair, _, rankB) => {
    const { a, b, facts } = pair;
    if (a.priority !== null || rankB < 2) return [];
    const turn = reason('a_regular_turn', { priorityPerRegular: facts.policy.priorityPerRegular });
    return b.priority !== null ? [turn] : prefix(turn, plainReasons(pair));
  },
  first_come: (pair, rankA, rankB) => (rankA === 3 && rankB === 3 ? plainReasons(pair) : []),
  preference: (pair, rankA, rankB) => (rankA === 3 && rankB === 3 ? plainReasons(pair) : []),
};

function favoured(
  why: OrderReason,
  holds: boolean,
  a: Ticket,
  b: Ticket,
  rankA: Standing,
  rankB: Standing,
): OrderReason[] {
  if (!holds || rankA !== 2 || rankB < 2) return [];
  return rankB === 2 ? prefix(why, lineReasons(a, b)) : [why];
}

/** Among regular ones: the counter's preferred service where it has preferences, then the line. */
function plainReasons({ a, b, facts }: Pair): OrderReason[] {
  const { serviceIds, policy } = facts;
  const ahead = serviceIds.indexOf(b.serviceId) - serviceIds.indexOf(a.serviceId);
  if (policy.order === 'first_come' || ahead === 0) return lineReasons(a, b);
  return ahead > 0 ? [reason('a_preferred_service', { serviceIds })] : [];
}

/** Why a stands before b in the line; empty when it does not. */
function lineReasons(a: Ticket, b: Ticket): OrderReason[] {
  if (compareInLine(a, b) >= 0) return [];
  if (a.joinedAt <= b.joinedAt) return [reason('a_joined_earlier', { aJoinedAt: a.joinedAt, bJoinedAt: b.joinedAt })];
  if (b.postponeCount > 0) return [reason('b_postponed', { times: b.postponeCount })];
  if (b.reinstatedAt !== null) return [reason('b_reinstated', { reinstatedAt: b.reinstatedAt })];
  if (b.appointmentAt !== null) return [reason('b_appointment_later', { appointmentAt: b.appointmentAt })];
  return [reason('a_kept_place', { aFirstJoinedAt: a.firstJoinedAt, bJoinedAt: b.joinedAt })];
}

const prefix = (first: OrderReason, rest: OrderReason[]): OrderReason[] => (rest.length ? [first, ...rest] : []);
const reason = (code: OrderReasonCode, values: OrderReason['values']): OrderReason => ({ code, values });
const waitedMinutes = (ticket: Ticket, at: number): number => (at - lineKey(ticket) / 1000) / 60_000;
