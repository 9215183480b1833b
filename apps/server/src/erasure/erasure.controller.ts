import { Controller } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { ErasureService } from './erasure.service.ts';

@Controller()
export class ErasureController {
  constructor(private readonly erasure: ErasureService) {}

  @Route('erasurePlan')
  plan(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'erasurePlan'>,
  ): Promise<RouteOutput<'erasurePlan'>> {
    return this.erasure.plan(who, params.id, body);
  }

  @Route('erasureList')
  list(@Staff() who: StaffIdentity): Promise<RouteOutput<'erasureList'>> {
    return this.erasure.list(who);
  }

  @Route('erasureConfirm')
  confirm(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'erasureConfirm'>,
  ): Promise<RouteOutput<'erasureConfirm'>> {
    return this.erasure.confirm(who, params.id, body);
  }

  @Route('erasureCancel')
  cancel(
    @Staff() who: StaffIdentity,
    @Input() { params }: RouteInput<'erasureCancel'>,
  ): Promise<RouteOutput<'erasureCancel'>> {
    return this.erasure.cancel(who, params.id);
  }

  @Route('erasureCertificate')
  certificate(
    @Staff() who: StaffIdentity,
    @Input() { params }: RouteInput<'erasureCertificate'>,
  ): Promise<RouteOutput<'erasureCertificate'>> {
    return this.erasure.certificate(who, params.id);
  }
}
