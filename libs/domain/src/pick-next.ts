import { issueTicket } from './move-ticket.ts';
import type { CallingPolicy } from './policy.ts';
import type { PickReason, Ticket } from './ticket.ts';

/**
 * The one function that chooses whom a counter calls next: for the live hall, the simulator and the wait estimate.
 * The rules, in this order:
 *
 * 1. longest wait: of the tickets waiting `longestWaitMinutes` or more the one in front, at least at every
 *    `longestWaitEvery`-th call of the counter;
 * 2. targeted: transferred to this counter or person (never to another);
 * 3. appointment: due, the earliest first;
 * 4. priority visitors, and regular ones aged `ageAfterMinutes`, by place; but after `priorityPerRegular` priority
 *    visitors in a row a regular one, if one waits (`regular_turn`);
 * 5. the others by place, or by the counter's preference of services and then by place.
 *
 * Nobody starves: a ticket that has waited `longestWaitMinutes` is called within `longestWaitEvery` x r calls of any
 * counter that serves it, r being its rank by place among the tickets that wait then and that counter serves;
 * newcomers never raise r. (Property test in pick-next.spec.ts.) Before that, a regular ticket of rank r among the
 * regular ones waits for at most (`priorityPerRegular` + 1) x r calls, unless there are targeted or due ones.
 *
 * Waiting is counted from the place, so that whoever postponed or came back does not overtake by an old time.
 */
export interface Hall {
  /** Tickets in state `waiting`; others are ignored. */
  waiting: readonly Ticket[];
  policy: CallingPolicy;
  turns: Turns;
}

/** Where each counter stands in its turns: plain JSON, kept by the server with the office. Counters unknown here start at 0. */
export type Turns = Record<string, CounterTurns>;

export interface CounterTurns {
  /** Priority visitors called in a row while a regular one waited. */
  priorityRun: number;
  /** Calls in a row for other reasons while somebody overdue waited. */
  overdueRun: number;
}

export interface PickingCounter {
  id: string;
  staffId: string | null;
  /** In order of preference. */
  serviceIds: readonly string[];
}

export interface Pick {
  ticketId: string;
  counterId: string;
  reason: PickReason;
  /** The chosen one is a priority visitor. */
  priority: boolean;
  /** A regular ticket that this counter serves waits on. */
  overRegular: boolean;
  /** Somebody overdue whom this counter serves waits on. */
  overOverdue: boolean;
}

export const noTurns: CounterTurns = { priorityRun: 0, overdueRun: 0 };
const minuteMs = 60_000;

/** Chooses the next ticket for a counter, or null when it can serve nobody who waits. Pure; O(waiting). */
export function pickNext(hall: Hall, counter: PickingCounter, now: number): Pick | null {
  const { policy } = hall;
  const turns = hall.turns[counter.id] ?? noTurns;
  const best = bestOfEach(hall, counter, now);
  if (!best.any) return null;
  const pick = (ticket: Ticket, reason: PickReason): Pick => ({
    ticketId: ticket.id,
    counterId: counter.id,
    reason,
    priority: ticket.priority !== null,
    overRegular: best.regulars > (ticket.priority === null ? 1 : 0),
    overOverdue: best.overdue !== null && best.overdue.id !== ticket.id,
  });
  if (best.overdue && turns.overdueRun >= policy.longestWaitEvery - 1) return pick(best.overdue, 'longest_wait');
  if (best.targeted) return pick(best.targeted, 'targeted');
  if (best.due) return pick(best.due, 'appointment');
  if (
    best.favoured &&
    best.favoured.priority !== null &&
    best.plain &&
    turns.priorityRun >= policy.priorityPerRegular
  ) {
    return pick(best.plain, 'regular_turn');
  }
  if (best.favoured) return pick(best.favoured, best.favoured.priority === null ? 'aged' : 'priority');
  return best.plain ? pick(best.plain, policy.order) : null;
}

/** The turns after a pick. To be stored in the same transaction as the call. */
export function afterPick(turns: Turns, pick: Pick): Turns {
  const own = turns[pick.counterId] ?? noTurns;
  const priorityRun = !pick.priority ? 0 : pick.overRegular ? own.priorityRun + 1 : own.priorityRun;
  const overdueRun = pick.overOverdue ? own.overdueRun + 1 : 0;
  return { ...turns, [pick.counterId]: { priorityRun, overdueRun } };
}

interface Best {
  any: boolean;
  regulars: number;
  overdue: Ticket | null;
  targeted: Ticket | null;
  due: Ticket | null;
  /** Best among priority and aged. */
  favoured: Ticket | null;
  /** Best among the regular ones (aged ones, too: they do not lose their turn by ageing). */
  plain: Ticket | null;
}

function bestOfEach({ waiting, policy }: Hall, counter: PickingCounter, now: number): Best {
  const best: Best = { any: false, regulars: 0, overdue: null, targeted: null, due: null, favoured: null, plain: null };
  const byPreference = policy.order === 'preference';
  for (const ticket of waiting) {
    if (!canCall(ticket, counter, policy, now)) continue;
    best.any = true;
    const waited = now - lineKey(ticket) / 1000;
    if (waited >= policy.longestWaitMinutes * minuteMs) best.overdue = front(best.overdue, ticket);
    if (isTargeted(ticket)) best.targeted = front(best.targeted, ticket);
    if (isDue(ticket, now)) best.due = earlier(best.due, ticket);
    const aged = waited >= policy.ageAfterMinutes * minuteMs;
    if (ticket.priority !== null || aged) best.favoured = front(best.favoured, ticket);
    if (ticket.priority !== null) continue;
    best.regulars += 1;
    best.plain = byPreference ? preferred(best.plain, ticket, counter.serviceIds) : front(best.plain, ticket);
  }
  return best;
}

/** Whether a counter may be given a ticket now by the rules: its service, its target, its appointment's time. */
export function canCall(ticket: Ticket, counter: PickingCounter, policy: CallingPolicy, now: number): boolean {
  if (ticket.state !== 'waiting') return false;
  if (isTargeted(ticket)) return isTargetedAt(ticket, counter);
  if (!counter.serviceIds.includes(ticket.serviceId)) return false;
  return ticket.appointmentAt === null || now >= ticket.appointmentAt - policy.appointmentEarlyMinutes * minuteMs;
}

const isTargeted = (ticket: Ticket): boolean => ticket.targetCounterId !== null || ticket.targetStaffId !== null;
const isDue = (ticket: Ticket, now: number): boolean => ticket.appointmentAt !== null && ticket.appointmentAt <= now;

/** Kept for this counter, or for the person sitting there. With both set, either will do. */
export function isTargetedAt(ticket: Ticket, counter: PickingCounter): boolean {
  const atStaff = ticket.targetStaffId !== null && ticket.targetStaffId === counter.staffId;
  return atStaff || (ticket.targetCounterId !== null && ticket.targetCounterId === counter.id);
}

/** Sort key in the line, microseconds: the place; of an appointment not before its time. */
export function lineKey(ticket: Ticket): number {
  return ticket.appointmentAt === null ? ticket.place : Math.max(ticket.place, ticket.appointmentAt * 1000);
}

/** Order of the line: negative when `a` stands before `b`. Total: ties end by number and id. */
export function compareInLine(a: Ticket, b: Ticket): number {
  return lineKey(a) - lineKey(b) || a.ordinal - b.ordinal || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

const front = (best: Ticket | null, ticket: Ticket): Ticket =>
  best === null || compareInLine(ticket, best) < 0 ? ticket : best;

const earlier = (best: Ticket | null, ticket: Ticket): Ticket =>
  best === null || compareAppointments(ticket, best) < 0 ? ticket : best;

/** Order of due appointments: by their time, then by the line. */
export const compareAppointments = (a: Ticket, b: Ticket): number =>
  (a.appointmentAt ?? 0) - (b.appointmentAt ?? 0) || compareInLine(a, b);

function preferred(best: Ticket | null, ticket: Ticket, serviceIds: readonly string[]): Ticket {
  if (best === null) return ticket;
  const difference = serviceIds.indexOf(ticket.serviceId) - serviceIds.indexOf(best.serviceId);
  return difference < 0 || (difference === 0 && compareInLine(ticket, best) < 0) ? ticket : best;
}

/**
 * How many people are called before a ticket ("앞에 n명"): the hall is played forward by the same rules, the open
 * counters calling one after another, and the calls of counters that serve the ticket are counted. Without a counter
 * that serves it: those before it in the line of its service. Null when the ticket does not wait.
 */
export function positionOf(
  hall: Hall,
  ticketId: string,
  counters: readonly PickingCounter[],
  now: number,
): number | null {
  const wanted = hall.waiting.find(({ id, state }) => id === ticketId && state === 'waiting');
  if (!wanted) return null;
  // Where no counter serves the ticket, it is not reached however long the hall is played.
  if (!counters.some((counter) => canCall(wanted, counter, hall.policy, now))) return aheadInService(hall, wanted);
  for (const { ticket, position } of playForward(hall, counters, now)) if (ticket.id === ticketId) return position;
  return aheadInService(hall, wanted);
}

/** `positionOf` for all waiting tickets at once, by id. */
export function positionsOf(hall: Hall, counters: readonly PickingCounter[], now: number): Map<string, number> {
  const positions = new Map<string, number>();
  for (const { ticket, position } of playForward(hall, counters, now)) positions.set(ticket.id, position);
  for (const ticket of hall.waiting) {
    if (ticket.state === 'waiting' && !positions.has(ticket.id)) positions.set(ticket.id, aheadInService(hall, ticket));
  }
  return positions;
}

/** The calls to come, one after another, each with how many are called before by counters that serve the ticket. */
function* playForward(
  hall: Hall,
  counters: readonly PickingCounter[],
  now: number,
): Generator<{ ticket: Ticket; position: number }> {
  const waiting = hall.waiting.filter(({ state }) => state === 'waiting');
  const calls = new Map<string, number>();
  let turns = hall.turns;
  for (let idle = 0, index = 0; waiting.length > 0 && idle < counters.length; index += 1) {
    const counter = counters[index % counters.length];
    const pick = counter && pickNext({ waiting, policy: hall.policy, turns }, counter, now);
    const at = pick ? waiting.findIndex(({ id }) => id === pick.ticketId) : -1;
    const ticket = waiting[at];
    idle = ticket ? 0 : idle + 1;
    if (!counter || !pick || !ticket) continue;
    const capable = counters.filter((other) => canCall(ticket, other, hall.policy, now));
    yield { ticket, position: sum(capable.map((other) => calls.get(other.id) ?? 0)) };
    calls.set(counter.id, (calls.get(counter.id) ?? 0) + 1);
    turns = afterPick(turns, pick);
    waiting.splice(at, 1);
  }
}

/** How many are called before somebody who would join now: for the kiosk before a number is drawn, and for `simpleWait`. */
export function newcomersAhead(
  hall: Hall,
  newcomer: { serviceId: string; priority?: string | null },
  counters: readonly PickingCounter[],
  now: number,
): number {
  const { serviceId, priority = null } = newcomer;
  const number = {
    id: 'newcomer',
    officeId: '',
    seriesId: '',
    businessOn: '',
    label: '',
    ordinal: Number.MAX_SAFE_INTEGER,
  };
  const { ticket } = issueTicket({ ...number, serviceIds: [serviceId], priority, channel: 'kiosk' }, now);
  return positionOf({ ...hall, waiting: [...hall.waiting, ticket] }, ticket.id, counters, now) ?? 0;
}

const aheadInService = ({ waiting }: Hall, ticket: Ticket): number =>
  waiting.filter(
    (other) => other.state === 'waiting' && other.serviceId === ticket.serviceId && compareInLine(other, ticket) < 0,
  ).length;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
