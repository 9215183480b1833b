import { Controller } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { File, FileAnswer } from '../platform/http/file-answer.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { TicketCorrectionService } from './ticket-correction.service.ts';
import { TicketSearchService } from './ticket-search.service.ts';

/** Tickets of any day, looked up by staff, taken out, and put right by supervisors. */
@Controller()
export class TicketSearchController {
  constructor(
    private readonly tickets: TicketSearchService,
    private readonly corrections: TicketCorrectionService,
  ) {}

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

  @Route('ticketExport')
  async export(
    @Staff() who: StaffIdentity,
    @Input() { params, query }: RouteInput<'ticketExport'>,
    @File() file: FileAnswer,
  ): Promise<void> {
    await file.send('text/csv', 'tickets.csv', await this.tickets.export(who, params.office, query));
  }

  @Route('ticketCorrect')
  correct(
    @Staff() who: StaffIdentity,
    @Input() input: RouteInput<'ticketCorrect'>,
  ): Promise<RouteOutput<'ticketCorrect'>> {
    return this.corrections.correct(who, input);
  }
}
