import { Controller } from '@nestjs/common';
import type { StaffIdentity } from '../../platform/auth/identity.ts';
import { Staff } from '../../platform/auth/who.ts';
import { Here } from '../../platform/http/here.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../../platform/http/route.ts';
import { SsoService } from './sso.service.ts';

@Controller()
export class SsoController {
  constructor(private readonly sso: SsoService) {}

  @Route('ssoOffer')
  offer(@Input() { params }: RouteInput<'ssoOffer'>): Promise<RouteOutput<'ssoOffer'>> {
    return this.sso.offer(params.tenant);
  }

  @Route('ssoSettings')
  settings(@Staff() who: StaffIdentity, @Here() here: string): Promise<RouteOutput<'ssoSettings'>> {
    return this.sso.settings(who, here);
  }

  @Route('ssoSave')
  save(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'ssoSave'>,
    @Here() here: string,
  ): Promise<RouteOutput<'ssoSave'>> {
    return this.sso.save(who, body, here);
  }

  @Route('ssoRemove')
  remove(@Staff() who: StaffIdentity, @Input() _: RouteInput<'ssoRemove'>): Promise<void> {
    return this.sso.remove(who);
  }

  @Route('ssoTest')
  test(@Staff() who: StaffIdentity, @Input() _: RouteInput<'ssoTest'>): Promise<RouteOutput<'ssoTest'>> {
    return this.sso.test(who);
  }
}
