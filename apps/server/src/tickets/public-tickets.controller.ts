import { Controller } from '@nestjs/common';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { PublicTicketsService } from './public-tickets.service.ts';

/** A resident's own ticket, by its unguessable token. */
@Controller()
export class PublicTicketsController {
  constructor(private readonly tickets: PublicTicketsService) {}

  @Route('publicTicket')
  read(@Input() input: RouteInput<'publicTicket'>): Promise<RouteOutput<'publicTicket'>> {
    return this.tickets.read(input.params.token);
  }

  @Route('publicTicketCancel')
  cancel(@Input() input: RouteInput<'publicTicketCancel'>): Promise<RouteOutput<'publicTicketCancel'>> {
    return this.tickets.cancel(input.params.token);
  }

  @Route('publicTicketPostpone')
  postpone(@Input() input: RouteInput<'publicTicketPostpone'>): Promise<RouteOutput<'publicTicketPostpone'>> {
    return this.tickets.postpone(input.params.token, input.body.behind);
  }
}
