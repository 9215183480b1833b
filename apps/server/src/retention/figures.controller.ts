import { Controller } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { FiguresService } from './figures.service.ts';

@Controller()
export class FiguresController {
  constructor(private readonly figures: FiguresService) {}

  @Route('dayFigures')
  read(@Staff() who: StaffIdentity, @Input() { query }: RouteInput<'dayFigures'>): Promise<RouteOutput<'dayFigures'>> {
    return this.figures.read(who, query);
  }
}
