import type { Ticket, TicketEvent } from './ticket.ts';

/** Applies one event to the tickets of a day (by id) and returns the ticket as it stands then. The map is changed. */
export function applyEvent(tickets: Map<string, Ticket>, event: TicketEvent): Ticket {
  const known = tickets.get(event.ticketId);
  const ticket = { ...known, ...event.after } as Ticket;
  tickets.set(event.ticketId, ticket);
  return ticket;
}

/** The tickets of a day from their events in order of `seq`, by id. */
export function foldEvents(events: readonly TicketEvent[]): Map<string, Ticket> {
  const tickets = new Map<string, Ticket>();
  for (const event of events) applyEvent(tickets, event);
  return tickets;
}
