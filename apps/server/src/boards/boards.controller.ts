import { Controller, Header } from '@nestjs/common';
import { OfficesReader } from '../offices/offices.reader.ts';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { refuse } from '../platform/http/problem.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { TenantsReader, isServed } from '../tenants/tenants.reader.ts';
import { BoardsReader } from './boards.reader.ts';

/** Boards for residents and staff. The status itself is a bare route (boards.routes). */
@Controller()
export class BoardsController {
  constructor(
    private readonly boards: BoardsReader,
    private readonly tenants: TenantsReader,
    private readonly offices: OfficesReader,
  ) {}

  @Route('publicTenant')
  @Header('Cache-Control', 'public, max-age=2, stale-while-revalidate=10')
  publicTenant(@Input() input: RouteInput<'publicTenant'>): Promise<RouteOutput<'publicTenant'>> {
    return this.boards.tenant(input.params.tenant);
  }

  @Route('hall')
  async hall(@Staff() staff: StaffIdentity, @Input() input: RouteInput<'hall'>): Promise<RouteOutput<'hall'>> {
    const tenant = (await this.tenants.byId(staff)) ?? refuse('not_found');
    if (!isServed(tenant)) refuse('not_found');
    const office = await this.offices.theirs(staff, input.params.office);
    const entry = (await this.boards.of(tenant, office.id)) ?? refuse('not_found');
    return entry.hall();
  }
}
