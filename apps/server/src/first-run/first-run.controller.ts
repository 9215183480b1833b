import { Controller } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { FirstRunService } from './first-run.service.ts';

@Controller()
export class FirstRunController {
  constructor(private readonly firstRun: FirstRunService) {}

  @Route('firstRun')
  read(@Staff() who: StaffIdentity): Promise<RouteOutput<'firstRun'>> {
    return this.firstRun.read(who);
  }

  @Route('firstRunAside')
  setAside(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'firstRunAside'>,
  ): Promise<RouteOutput<'firstRunAside'>> {
    return this.firstRun.setAside(who, body.aside);
  }
}
