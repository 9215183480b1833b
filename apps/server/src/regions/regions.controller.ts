import { Controller } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { RegionsService } from './regions.service.ts';

@Controller()
export class RegionsController {
  constructor(private readonly regions: RegionsService) {}

  @Route('regionFigures')
  figures(
    @Staff() who: StaffIdentity,
    @Input() { query }: RouteInput<'regionFigures'>,
  ): Promise<RouteOutput<'regionFigures'>> {
    return this.regions.figures(who, query);
  }
}
