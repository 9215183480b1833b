import { Controller } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { PrivacyService } from './privacy.service.ts';

@Controller()
export class PrivacyController {
  constructor(private readonly privacy: PrivacyService) {}

  @Route('privacySettings')
  read(@Staff() who: StaffIdentity): Promise<RouteOutput<'privacySettings'>> {
    return this.privacy.read(who);
  }

  @Route('privacyChange')
  change(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'privacyChange'>,
  ): Promise<RouteOutput<'privacyChange'>> {
    return this.privacy.change(who, body);
  }

  @Route('keyRotate')
  rotateKey(
    @Staff() who: StaffIdentity,
    @Input() _nothing: RouteInput<'keyRotate'>,
  ): Promise<RouteOutput<'keyRotate'>> {
    return this.privacy.rotateKey(who);
  }

  @Route('deletionProofs')
  proofs(@Staff() who: StaffIdentity): Promise<RouteOutput<'deletionProofs'>> {
    return this.privacy.proofs(who);
  }
}
