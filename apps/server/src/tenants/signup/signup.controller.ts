import { Controller, Ip } from '@nestjs/common';
import { Input, Route, type RouteInput, type RouteOutput } from '../../platform/http/route.ts';
import { ConfirmService } from './confirm.service.ts';
import { SignupService } from './signup.service.ts';

@Controller()
export class SignupController {
  constructor(
    private readonly signups: SignupService,
    private readonly confirms: ConfirmService,
  ) {}

  @Route('signupInfo')
  info(): RouteOutput<'signupInfo'> {
    return this.signups.info();
  }

  @Route('signup')
  begin(@Input() { body }: RouteInput<'signup'>, @Ip() address: string): Promise<RouteOutput<'signup'>> {
    return this.signups.begin(body, address);
  }

  @Route('signupSlug')
  slug(@Input() { params }: RouteInput<'signupSlug'>, @Ip() address: string): Promise<RouteOutput<'signupSlug'>> {
    return this.signups.slug(params.slug, address);
  }

  @Route('signupLink')
  link(@Input() { body }: RouteInput<'signupLink'>, @Ip() address: string): Promise<RouteOutput<'signupLink'>> {
    return this.signups.link(body.token, address);
  }

  @Route('signupConfirm')
  confirm(
    @Input() { body }: RouteInput<'signupConfirm'>,
    @Ip() address: string,
  ): Promise<RouteOutput<'signupConfirm'>> {
    return this.confirms.confirm(body, address);
  }
}
