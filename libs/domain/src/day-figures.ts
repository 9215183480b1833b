import { localTime } from './business-day.ts';
import { applyEvent } from './fold-events.ts';
import type { Ticket, TicketEvent, TicketState } from './ticket.ts';

/**
 * One stay of a ticket in a service's line and at its counter. A journey has one per step, a transfer begins another. Waits
 * count for what was drawn or came next by itself: who was transferred has waited before.
 */
export interface Leg {
  readonly serviceId: string;
  readonly begunBy: 'issue' | 'step' | 'transfer';
  readonly priority: boolean;
  /** Epoch milliseconds; null where hardware did not tell. */
  readonly joinedAt: number | null;
  readonly calledAt: number | null;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  /** `moved`: went on to another service without an end here. */
  readonly outcome: TicketState | 'moved';
}

/** Figures of one service for those who joined it in one hour of a business day. Durations in whole seconds. */
export interface HourFigure {
  serviceId: string;
  /** 0-23 on the office's clock. */
  hour: number;
  /** Tickets drawn for it. */
  issued: number;
  /** Of these with a priority, as it was at the end of the day. */
  priority: number;
  /** Of these drawn at 18:00 or later, or before 06:00. */
  night: number;
  served: number;
  noShow: number;
  cancelled: number;
  expired: number;
  /** Waits that ended with a call, from joining to the first call of the last calling. */
  waits: number;
  waitSeconds: number;
  /** Nearest rank; null without waits. */
  waitMedianSeconds: number | null;
  waitP90Seconds: number | null;
  /** Waits no longer than the service's limit. */
  withinLimit: number;
  limitMinutes: number | null;
  /** Times at a counter that came to an end: from the start (or the call) to the completion. */
  services: number;
  serviceSeconds: number;
}

type OpenLeg = { -readonly [Key in keyof Leg]: Leg[Key] };

/** The legs of a day's tickets from their events in order of `seq`. What was undone left no trace in them. */
export function legsOf(events: readonly TicketEvent[]): Leg[] {
  const tickets = new Map<string, Ticket>();
  const legs = new Map<string, OpenLeg[]>();
  for (const event of events) {
    const ticket = applyEvent(tickets, event);
    const own = legs.get(ticket.id) ?? [];
    legs.set(ticket.id, own);
    follow(own, ticket, event);
  }
  return [...legs.values()].flat();
}

function follow(own: OpenLeg[], ticket: Ticket, event: TicketEvent): void {
  const last = own.at(-1);
  if (event.type === 'ticket.step_completed' && last) Object.assign(last, { endedAt: event.at, outcome: 'completed' });
  if (event.type === 'ticket.transferred' && last) last.outcome = 'moved';
  if (event.type === 'ticket.step_complete_undone' || event.type === 'ticket.transfer_undone') own.pop();
  const begunBy = beginnings[event.type];
  if (begunBy) own.push(legOf(ticket, begunBy));
  else if (own.length > 0) own.splice(-1, 1, legOf(ticket, own.at(-1)?.begunBy ?? 'issue'));
  // A priority is the visitor's, and not of one leg.
  for (const leg of own) leg.priority = ticket.priority !== null;
}

const beginnings: Readonly<Partial<Record<TicketEvent['type'], Leg['begunBy']>>> = {
  'ticket.issued': 'issue',
  'ticket.step_completed': 'step',
  'ticket.transferred': 'transfer',
};

/** The one leg of a ticket of hardware, of which only its present state is known, and the last leg of any other. */
export function legOf(
  ticket: Pick<Ticket, 'serviceId' | 'priority' | 'calledAt' | 'startedAt' | 'endedAt' | 'state'> & {
    readonly joinedAt: number | null;
  },
  begunBy: Leg['begunBy'],
): OpenLeg {
  const { serviceId, priority, joinedAt, calledAt, startedAt, endedAt, state } = ticket;
  return { serviceId, begunBy, priority: priority !== null, joinedAt, calledAt, startedAt, endedAt, outcome: state };
}

/**
 * Figures of a day by service and hour, in the order of these. The same legs give the same figures.
 * @param limits limit of each service in minutes; a service that is not in it has none
 */
export function figuresOf(legs: readonly Leg[], zone: string, limits: ReadonlyMap<string, number>): HourFigure[] {
  const groups = new Map<string, { leg: Leg; hour: number }[]>();
  for (const leg of legs) {
    const at = leg.joinedAt ?? leg.calledAt ?? leg.startedAt ?? leg.endedAt;
    if (at === null) continue;
    const hour = Math.floor(localTime(at, zone).minuteOfDay / 60);
    const key = `${leg.serviceId} ${String(hour).padStart(2, '0')}`;
    const group = groups.get(key) ?? [];
    group.push({ leg, hour });
    groups.set(key, group);
  }
  const keys = [...groups.keys()].sort();
  return keys.flatMap((key) => {
    const group = groups.get(key) ?? [];
    const [first] = group;
    const inGroup = group.map(({ leg }) => leg);
    return first ? [figureOf(inGroup, first.hour, limits.get(first.leg.serviceId) ?? null)] : [];
  });
}

function figureOf(legs: readonly Leg[], hour: number, limitMinutes: number | null): HourFigure {
  const drawn = legs.filter(({ begunBy }) => begunBy === 'issue');
  const ended = (outcome: Leg['outcome']) => legs.filter((leg) => leg.outcome === outcome).length;
  const waits = legs.flatMap((leg) => waitOf(leg) ?? []).sort((a, b) => a - b);
  const services = legs.flatMap((leg) => serviceTimeOf(leg) ?? []);
  const limit = limitMinutes === null ? -1 : limitMinutes * 60;
  return {
    serviceId: legs[0]?.serviceId ?? '',
    hour,
    issued: drawn.length,
    priority: drawn.filter(({ priority }) => priority).length,
    night: hour >= 18 || hour < 6 ? drawn.length : 0,
    served: ended('completed'),
    noShow: ended('no_show'),
    cancelled: ended('cancelled'),
    expired: ended('expired'),
    waits: waits.length,
    waitSeconds: sum(waits),
    waitMedianSeconds: ranked(waits, 0.5),
    waitP90Seconds: ranked(waits, 0.9),
    withinLimit: waits.filter((wait) => wait <= limit).length,
    limitMinutes,
    services: services.length,
    serviceSeconds: sum(services),
  };
}

function waitOf({ begunBy, joinedAt, calledAt }: Leg): number | null {
  return begunBy === 'transfer' || joinedAt === null || calledAt === null ? null : seconds(joinedAt, calledAt);
}

function serviceTimeOf({ outcome, calledAt, startedAt, endedAt }: Leg): number | null {
  const from = startedAt ?? calledAt;
  return outcome !== 'completed' || from === null || endedAt === null ? null : seconds(from, endedAt);
}

const seconds = (from: number, to: number): number => Math.max(0, Math.round((to - from) / 1000));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Nearest rank of sorted values. */
function ranked(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
