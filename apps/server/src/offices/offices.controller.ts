import { Controller } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { OfficesService } from './offices.service.ts';

@Controller()
export class OfficesController {
  constructor(private readonly offices: OfficesService) {}

  @Route('officeCreate')
  create(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'officeCreate'>,
  ): Promise<RouteOutput<'officeCreate'>> {
    return this.offices.create(who, body);
  }
}
