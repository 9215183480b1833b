import { Injectable } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { ProblemException, refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { TenantsReader } from '../tenants/tenants.reader.ts';
import { OfficesService } from './offices.service.ts';
import { officeOfSetup, unknownServices } from './setup-office.ts';
import { setupTemplate } from './setup-templates.ts';

/** The first office of a tenant, from the template of a typical one. */
@Injectable()
export class SetupService {
  constructor(
    private readonly offices: OfficesService,
    private readonly tenants: TenantsReader,
  ) {}

  /** @throws validation, slug_taken, plan_limit, forbidden: as officeCreate */
  async make(staff: StaffIdentity, wish: RouteInput<'setupOffice'>['body']): Promise<RouteOutput<'setupOffice'>> {
    const tenant = (await this.tenants.byId(staff)) ?? refuse('not_found');
    const template = setupTemplate(wish.template);
    const unknown = unknownServices(wish, template);
    if (unknown.length > 0) throw new ProblemException('validation', undefined, unknown);
    const office = officeOfSetup(wish, template, tenant.zone);
    const { id, slug } = await this.offices.create(staff, office);
    return { id, slug, services: office.services.length, counters: office.counters.length };
  }
}
