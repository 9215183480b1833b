import { Controller } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { TicketSearchService } from './ticket-search.service.ts';

/** Tickets of any day, looked up by staff. */
@Controller()
export class TicketSearchController {
  constructor(private readonly tickets: TicketSearchService) {}

  @Route('ticketList')
  list(
    @Staff() who: StaffIdentity,
    @Input() { params, query }: RouteInput<'ticketList'>,
  ): Promise<RouteOutput<'ticketList'>> {
    return this.tickets.list(who, params.office, query);
  }

  @Route('ticketLife')
  life(@Staff() who: StaffIdentity, @Input() { params }: RouteInput<'ticketLife'>): Promise<RouteOutput<'ticketLife'>> {
    return this.tickets.life(who, params);
  }
}
