import { Controller } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { TenantLifeService } from './tenant-life.service.ts';
import { TenantsService } from './tenants.service.ts';
import { UsageService } from './usage.service.ts';

@Controller()
export class TenantsController {
  constructor(
    private readonly tenants: TenantsService,
    private readonly life: TenantLifeService,
    private readonly usage: UsageService,
  ) {}

  @Route('tenantCreate')
  create(@Input() { body }: RouteInput<'tenantCreate'>): Promise<RouteOutput<'tenantCreate'>> {
    return this.tenants.create(body);
  }

  @Route('tenantList')
  list(): Promise<RouteOutput<'tenantList'>> {
    return this.tenants.list();
  }

  @Route('tenantPage')
  page(@Input() { query }: RouteInput<'tenantPage'>): Promise<RouteOutput<'tenantPage'>> {
    return this.usage.page(query);
  }

  @Route('tenantShow')
  show(@Input() { params }: RouteInput<'tenantShow'>): Promise<RouteOutput<'tenantShow'>> {
    return this.life.show(params.id);
  }

  @Route('tenantApprove')
  approve(@Input() { params, body }: RouteInput<'tenantApprove'>): Promise<RouteOutput<'tenantApprove'>> {
    return this.life.move(params.id, 'approve', body);
  }

  @Route('tenantRefuse')
  refuse(@Input() { params, body }: RouteInput<'tenantRefuse'>): Promise<RouteOutput<'tenantRefuse'>> {
    return this.life.move(params.id, 'refuse', body);
  }

  @Route('tenantActivate')
  activate(@Input() { params, body }: RouteInput<'tenantActivate'>): Promise<RouteOutput<'tenantActivate'>> {
    return this.life.move(params.id, 'activate', body);
  }

  @Route('tenantSuspend')
  suspend(@Input() { params, body }: RouteInput<'tenantSuspend'>): Promise<RouteOutput<'tenantSuspend'>> {
    return this.life.move(params.id, 'suspend', body);
  }

  @Route('tenantResume')
  resume(@Input() { params }: RouteInput<'tenantResume'>): Promise<RouteOutput<'tenantResume'>> {
    return this.life.move(params.id, 'resume');
  }

  @Route('tenantClose')
  close(@Input() { params, body }: RouteInput<'tenantClose'>): Promise<RouteOutput<'tenantClose'>> {
    return this.life.move(params.id, 'close', body);
  }

  @Route('tenantExtend')
  extend(@Input() { params, body }: RouteInput<'tenantExtend'>): Promise<RouteOutput<'tenantExtend'>> {
    return this.life.move(params.id, 'extend', body);
  }

  @Route('tenantPlanSet')
  setPlan(@Input() { params, body }: RouteInput<'tenantPlanSet'>): Promise<RouteOutput<'tenantPlanSet'>> {
    return this.life.setPlan(params.id, body.plan);
  }

  @Route('tenantAreaSet')
  setArea(@Input() { params, body }: RouteInput<'tenantAreaSet'>): Promise<RouteOutput<'tenantAreaSet'>> {
    return this.life.setArea(params.id, body.areaCode);
  }

  @Route('tenantUsage')
  countUsage(@Input() { params }: RouteInput<'tenantUsage'>): Promise<RouteOutput<'tenantUsage'>> {
    return this.usage.countNow(params.id);
  }

  @Route('ownPlan')
  ownPlan(@Staff() who: StaffIdentity): Promise<RouteOutput<'ownPlan'>> {
    return this.life.ownPlan(who);
  }

  @Route('regionCreate')
  createRegion(@Input() { body }: RouteInput<'regionCreate'>): Promise<RouteOutput<'regionCreate'>> {
    return this.tenants.createRegion(body);
  }

  @Route('regionPersonCreate')
  addToRegion(@Input() { params, body }: RouteInput<'regionPersonCreate'>): Promise<RouteOutput<'regionPersonCreate'>> {
    return this.tenants.addToRegion(params.id, body);
  }

  @Route('clockSet')
  setClock(@Input() { body }: RouteInput<'clockSet'>): Promise<RouteOutput<'clockSet'>> {
    return this.tenants.setClock(body);
  }
}
