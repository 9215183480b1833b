/**
 * Tickets of foreign hardware. Such a ticket is the fold of its events by (occurredAt, type rank, id), worked out
 * again from the whole list on each arrival and never refused by the table of moves: the hardware is right about what
 * happened. Any order of arrival and any repetition gives the same ticket.
 */
export const hardwareTicketEvents = [
  'ticket.issued',
  'ticket.transferred',
  'ticket.called',
  'ticket.recalled',
  'ticket.put_back',
  'ticket.started',
  'ticket.held',
  'ticket.completed',
  'ticket.no_show',
  'ticket.cancelled',
] as const;
export type HardwareEventType = (typeof hardwareTicketEvents)[number];

/** One event of a relay about one ticket; `occurredAt` epoch milliseconds, corrected by the relay's offset. */
export interface HardwareEvent {
  id: string;
  type: HardwareEventType;
  occurredAt: number;
  ticketRef?: string | null;
  number?: string | null;
  serviceCode?: string | null;
  counterNumber?: string | null;
}

export const hardwareStates = ['waiting', 'called', 'serving', 'held', 'completed', 'no_show', 'cancelled'] as const;
export type HardwareState = (typeof hardwareStates)[number];

/** What is known of the ticket; null = never told. */
export interface HardwareTicket {
  ticketRef: string | null;
  number: string | null;
  serviceCode: string | null;
  counterNumber: string | null;
  state: HardwareState;
  /** Null when it was called without being issued: such a ticket has no wait and stays out of averages. */
  joinedAt: number | null;
  /** First call of the present calling. */
  calledAt: number | null;
  lastCalledAt: number | null;
  startedAt: number | null;
  endedAt: number | null;
  callCount: number;
  transferCount: number;
  lastEventAt: number;
}

/** Which ticket an event belongs to: the hardware's own reference, else service and number; null when it tells neither. */
export function hardwareTicketKey({ ticketRef, serviceCode, number }: HardwareEvent): string | null {
  if (ticketRef) return `ref:${ticketRef}`;
  return number ? `number:${serviceCode ?? ''}:${number}` : null;
}

/** Folds all events of one ticket. Null for an empty list. */
export function foldHardwareTicket(events: readonly HardwareEvent[]): HardwareTicket | null {
  return inOrder(events).reduce<HardwareTicket | null>(apply, null);
}

/** Folds the events of many tickets at once, by `hardwareTicketKey`; events that name no ticket are left out. */
export function foldHardwareTickets(events: readonly HardwareEvent[]): Map<string, HardwareTicket> {
  const tickets = new Map<string, HardwareTicket>();
  for (const event of inOrder(events)) {
    const key = hardwareTicketKey(event);
    if (key !== null) tickets.set(key, apply(tickets.get(key) ?? null, event));
  }
  return tickets;
}

/** By (occurredAt, type rank, id), each id once (of two contents under one id the smaller text, so that order of arrival cannot matter). */
function inOrder(events: readonly HardwareEvent[]): HardwareEvent[] {
  const byId = new Map<string, HardwareEvent>();
  for (const event of events) {
    const known = byId.get(event.id);
    if (!known || canonical(event) < canonical(known)) byId.set(event.id, event);
  }
  return [...byId.values()].sort(compareEvents);
}

const rank = (event: HardwareEvent): number => hardwareTicketEvents.indexOf(event.type);
const compareEvents = (a: HardwareEvent, b: HardwareEvent): number =>
  a.occurredAt - b.occurredAt || rank(a) - rank(b) || (a.id < b.id ? -1 : 1);
const canonical = (event: HardwareEvent): string =>
  JSON.stringify(Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1)));

const unknownTicket: HardwareTicket = {
  ticketRef: null,
  number: null,
  serviceCode: null,
  counterNumber: null,
  state: 'waiting',
  joinedAt: null,
  calledAt: null,
  lastCalledAt: null,
  startedAt: null,
  endedAt: null,
  callCount: 0,
  transferCount: 0,
  lastEventAt: 0,
};

function apply(ticket: HardwareTicket | null, event: HardwareEvent): HardwareTicket {
  const known = ticket ?? unknownTicket;
  const next = {
    ...known,
    ticketRef: event.ticketRef ?? known.ticketRef,
    number: event.number ?? known.number,
    serviceCode: event.serviceCode ?? known.serviceCode,
    counterNumber: event.counterNumber ?? known.counterNumber,
    lastEventAt: event.occurredAt,
  };
  return { ...next, ...effects[event.type](known, event.occurredAt, ticket === null) };
}

type Effect = (ticket: HardwareTicket, at: number, first: boolean) => Partial<HardwareTicket>;
const backInLine = {
  state: 'waiting',
  calledAt: null,
  lastCalledAt: null,
  startedAt: null,
  endedAt: null,
  callCount: 0,
  counterNumber: null,
} as const;

const effects: Record<HardwareEventType, Effect> = {
  // An issue told after a call (a clock that jumped) changes nothing: a joining behind the call is none.
  'ticket.issued': (_, at, first) => (first ? { joinedAt: at } : {}),
  'ticket.transferred': (ticket) => ({ ...backInLine, transferCount: ticket.transferCount + 1 }),
  'ticket.called': (ticket, at) => {
    const again = ticket.state === 'called';
    const calledAt = again ? (ticket.calledAt ?? at) : at;
    const callCount = again ? ticket.callCount + 1 : 1;
    return { state: 'called', calledAt, lastCalledAt: at, callCount, startedAt: null, endedAt: null };
  },
  'ticket.recalled': (ticket, at) => ({
    state: 'called',
    calledAt: ticket.state === 'called' ? (ticket.calledAt ?? at) : at,
    lastCalledAt: at,
    callCount: ticket.state === 'called' ? ticket.callCount + 1 : 1,
    endedAt: null,
  }),
  'ticket.put_back': () => backInLine,
  'ticket.started': (ticket, at) => ({ state: 'serving', startedAt: ticket.startedAt ?? at, endedAt: null }),
  'ticket.held': () => ({ state: 'held' }),
  'ticket.completed': (_, at) => ({ state: 'completed', endedAt: at }),
  'ticket.no_show': (_, at) => ({ state: 'no_show', endedAt: at }),
  'ticket.cancelled': (_, at) => ({ state: 'cancelled', endedAt: at }),
};

/** The call shown as last of a service. */
export interface LastCalled {
  number: string;
  counterNumber: string | null;
  at: number;
  eventId: string;
}

/** Takes a call into account; late and repeated ones change nothing: the last call never goes back. Only `ticket.called` counts. */
export function foldLastCalled(last: LastCalled | null, event: HardwareEvent): LastCalled | null {
  if (event.type !== 'ticket.called' || !event.number) return last;
  const newer = !last || event.occurredAt > last.at || (event.occurredAt === last.at && event.id > last.eventId);
  if (!newer) return last;
  return { number: event.number, counterNumber: event.counterNumber ?? null, at: event.occurredAt, eventId: event.id };
}

/** A call older than this is never announced. */
export const announceWithinMs = 60_000;
export const isAnnounced = (event: HardwareEvent, now: number): boolean =>
  (event.type === 'ticket.called' || event.type === 'ticket.recalled') && now - event.occurredAt <= announceWithinMs;
