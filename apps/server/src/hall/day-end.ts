import { Injectable } from '@nestjs/common';
import { endDay } from '@sunbeon/domain';
import { asTicket, HallDraft, type HallSnapshot } from './hall-draft.ts';

/** The end of a business day: who still waits expires, who was called is absent, open counters without a ticket close. */
@Injectable()
export class DayEnd {
  /**
   * A draft on which the end of `businessOn` was worked off; unchanged when that day ended before and nothing came
   * after. On hardware offices the hardware decides; nothing moves.
   */
  draftOf(snapshot: HallSnapshot, businessOn: string): HallDraft {
    const hall = new HallDraft(snapshot, { kind: 'system', id: null }, businessOn);
    this.apply(hall);
    return hall;
  }

  apply(hall: HallDraft): void {
    const flagged = hall.config.authority === 'hardware' ? [] : this.endTickets(hall);
    this.closeCounters(hall);
    if (hall.live.closedOn === hall.businessOn && !hall.isChanged) return;
    hall.live.closedOn = hall.businessOn;
    hall.log('office.day_ended', { data: { flagged } });
    hall.touch();
  }

  private endTickets(hall: HallDraft): string[] {
    const byId = new Map(hall.tickets.map((ticket) => [ticket.id, ticket]));
    const end = endDay(hall.tickets.map(asTicket), hall.now, hall.config.rules);
    for (const { ticket, event } of end.moved) {
      const stored = byId.get(ticket.id);
      if (!stored) continue;
      hall.putTicket({ ...stored, ...ticket }, event);
      const counter = hall.counters.find((one) => one.ticketId === ticket.id);
      if (counter) hall.setCounter(counter.counterId, { ticketId: null });
    }
    return end.flagged;
  }

  private closeCounters(hall: HallDraft): void {
    for (const counter of hall.counters) {
      if (counter.state === 'closed' || counter.ticketId !== null) continue;
      hall.closeCounter(counter.counterId);
    }
  }
}
