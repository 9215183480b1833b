import { Controller } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { SetupReader } from './setup.reader.ts';
import { SetupService } from './setup.service.ts';
import { setupTemplates } from './setup-templates.ts';

/** The guided first set-up. */
@Controller()
export class SetupController {
  constructor(
    private readonly progress: SetupReader,
    private readonly setups: SetupService,
  ) {}

  @Route('setup')
  read(@Staff() who: StaffIdentity): Promise<RouteOutput<'setup'>> {
    return this.progress.progress(who);
  }

  @Route('setupTemplates')
  templates(): RouteOutput<'setupTemplates'> {
    return setupTemplates();
  }

  @Route('setupOffice')
  make(@Staff() who: StaffIdentity, @Input() { body }: RouteInput<'setupOffice'>): Promise<RouteOutput<'setupOffice'>> {
    return this.setups.make(who, body);
  }
}
