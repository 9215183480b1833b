import { foldHardwareTicket, hardwareTicketEvents, type HardwareEvent, type HardwareTicket } from '@sunbeon/domain';
import { v5 as uuidv5 } from 'uuid';
import type { OfficeConfig } from '../offices/offices.reader.ts';
import type { LastCalled } from '../hall/hall-live.ts';
import type { StoredTicket } from '../hall/stored-ticket.ts';

/** All stored events of one ticket of one business day. */
export interface TicketHistory {
  readonly businessOn: string;
  readonly ticketKey: string;
  readonly events: readonly HardwareEvent[];
}

/**
 * The ticket as its events tell it, or null while no event named its service (it comes with the event that does).
 * Its id is made from office, day and key: whoever folds the same events writes the same row, without reading it first.
 */
export function foldedTicket(config: OfficeConfig, history: TicketHistory): StoredTicket | null {
  const told = foldHardwareTicket(history.events);
  const service = config.serviceByCode.get(told?.serviceCode ?? '');
  if (!told || !service) return null;
  return {
    ...untold,
    id: uuidv5(`${history.businessOn}/${history.ticketKey}`, config.id),
    officeId: config.id,
    serviceId: service.id,
    businessOn: history.businessOn,
    label: told.number ?? told.ticketRef ?? '-',
    sourceRef: history.ticketKey,
    ...timesOf(told, history.events),
    state: told.state,
    counterId: config.counterByNumber.get(told.counterNumber ?? '')?.id ?? null,
    counterLabel: told.counterNumber,
    callCount: told.callCount,
  };
}

/** What hardware does not tell of a ticket. */
const untold = {
  seriesId: null,
  ordinal: null,
  source: 'hardware',
  priority: null,
  appointmentAt: null,
  targetCounterId: null,
  targetStaffId: null,
  reinstatedAt: null,
  postponeCount: 0,
  steps: [],
  stepIndex: 0,
  addOns: [],
  outcome: null,
  note: null,
  holdReason: null,
  language: 'ko',
  channel: 'hardware',
  tokenHash: null,
} satisfies Partial<StoredTicket>;

function timesOf(told: HardwareTicket, events: readonly HardwareEvent[]) {
  const firstAt = Math.min(...events.map(({ occurredAt }) => occurredAt));
  const { calledAt, lastCalledAt, startedAt, endedAt } = told;
  // Called without being issued: nobody knows since when it waited, and averages leave out a joining that is null.
  const joinedAt = told.joinedAt as number;
  const place = (told.joinedAt ?? firstAt) * 1000;
  return { firstJoinedAt: joinedAt, joinedAt, place, calledAt, lastCalledAt, startedAt, endedAt };
}

/** A call as last of its service. */
export interface ServiceCall extends LastCalled {
  readonly serviceId: string;
  readonly eventId: string;
}

/**
 * The newest call of each service among the events of one ticket. A call belongs to the service that it names, else
 * to the one named last before it, else to the ticket's own.
 */
export function lastCallsOf(config: OfficeConfig, history: TicketHistory): ServiceCall[] {
  const told = foldHardwareTicket(history.events);
  const calls: ServiceCall[] = [];
  let code: string | null = null;
  for (const event of inOrder(history.events)) {
    code = event.serviceCode ?? code;
    const service = config.serviceByCode.get(code ?? told?.serviceCode ?? '');
    const number = event.number ?? told?.number ?? told?.ticketRef;
    if (event.type !== 'ticket.called' || !service || !number) continue;
    const { id: eventId, occurredAt: at, counterNumber } = event;
    calls.push({ serviceId: service.id, number, counter: counterNumber ?? '', at, eventId });
  }
  return calls;
}

/** The later of two calls; at the same instant the greater event id, so that order of arrival does not matter. */
export function isLater(call: LastCalled, known: LastCalled | undefined): boolean {
  if (!known || call.at !== known.at) return !known || call.at > known.at;
  return (call.eventId ?? '') > (known.eventId ?? '');
}

/** The order of the fold: by time, rank of the type, id. */
function inOrder(events: readonly HardwareEvent[]): HardwareEvent[] {
  const rank = ({ type }: HardwareEvent) => hardwareTicketEvents.indexOf(type);
  return [...events].sort((a, b) => a.occurredAt - b.occurredAt || rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}
