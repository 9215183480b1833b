import { Controller } from '@nestjs/common';
import { OfficesReader } from '../offices/offices.reader.ts';
import { worksAt, type StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { refuse } from '../platform/http/problem.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { TenantsReader, isServed } from '../tenants/tenants.reader.ts';
import { BoardsService } from './boards.service.ts';
import { PublicTicketsService } from './public-tickets.service.ts';

/** Boards for residents and staff. The status itself is a bare route (boards.routes). */
@Controller()
export class BoardsController {
  constructor(
    private readonly boards: BoardsService,
    private readonly tickets: PublicTicketsService,
    private readonly tenants: TenantsReader,
    private readonly offices: OfficesReader,
  ) {}

  @Route('publicTenant')
  publicTenant(@Input() input: RouteInput<'publicTenant'>): Promise<RouteOutput<'publicTenant'>> {
    return this.tickets.tenant(input.params.tenant);
  }

  @Route('hall')
  async hall(@Staff() staff: StaffIdentity, @Input() input: RouteInput<'hall'>): Promise<RouteOutput<'hall'>> {
    const tenant = (await this.tenants.byId(staff)) ?? refuse('not_found');
    const office = (await this.offices.officeBySlug(staff, input.params.office)) ?? refuse('not_found');
    if (!isServed(tenant) || !worksAt(staff, office.id)) refuse('not_found');
    const entry = (await this.boards.of(tenant, office.id)) ?? refuse('not_found');
    return entry.hall();
  }

  @Route('publicTicket')
  ticket(@Input() input: RouteInput<'publicTicket'>): Promise<RouteOutput<'publicTicket'>> {
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
