import { Controller } from '@nestjs/common';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { TenantsService } from './tenants.service.ts';

@Controller()
export class TenantsController {
  constructor(private readonly tenants: TenantsService) {}

  @Route('tenantCreate')
  create(@Input() { body }: RouteInput<'tenantCreate'>): Promise<RouteOutput<'tenantCreate'>> {
    return this.tenants.create(body);
  }

  @Route('tenantList')
  list(): Promise<RouteOutput<'tenantList'>> {
    return this.tenants.list();
  }

  @Route('clockSet')
  setClock(@Input() { body }: RouteInput<'clockSet'>): Promise<RouteOutput<'clockSet'>> {
    return this.tenants.setClock(body);
  }
}
