import { moveTicket } from './move-ticket.ts';
import type { TicketRules } from './policy.ts';
import type { Ticket, TicketEvent, TicketMove, TicketState } from './ticket.ts';

/** What the end of the business day does, by state; states not named stay as they are. */
export const dayEndMoves: Partial<Record<TicketState, TicketMove>> = {
  waiting: 'expire',
  held: 'expire',
  called: 'no_show',
};

export interface DayEnd {
  /** In the order of the given tickets. */
  moved: { ticket: Ticket; event: TicketEvent }[];
  /** Ids of tickets still being served: left to staff, to be flagged on their screens. */
  flagged: string[];
}

/**
 * Ends the day for the tickets of one office and business day: waiting and held expire, called become no-shows (however
 * often they were called), serving stay and are flagged. Events carry the reason 'day_end'. Running it again does nothing.
 */
export function endDay(tickets: readonly Ticket[], now: number, rules: TicketRules): DayEnd {
  const end: DayEnd = { moved: [], flagged: [] };
  const actor = { kind: 'system', id: null } as const;
  for (const ticket of tickets) {
    if (ticket.state === 'serving') end.flagged.push(ticket.id);
    const move = dayEndMoves[ticket.state];
    if (!move) continue;
    const result = moveTicket(ticket, move, { now, rules, actor, reason: 'day_end' });
    if (result.ok) end.moved.push({ ticket: result.ticket, event: result.event });
  }
  return end;
}
