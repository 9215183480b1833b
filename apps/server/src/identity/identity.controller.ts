import { Controller, UseGuards } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { PasswordGuard } from './local.strategy.ts';
import { LoginService } from './login.service.ts';
import { Cookie, LoggedIn, SessionCookie, UserAgent } from './session-cookie.ts';
import { SessionsService, type Account } from './sessions.service.ts';

/** Log-in and the session. */
@Controller()
export class IdentityController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly logins: LoginService,
  ) {}

  @Route('login')
  @UseGuards(PasswordGuard)
  async login(
    @LoggedIn() account: Account,
    @UserAgent() userAgent: string | undefined,
    @Cookie() cookie: SessionCookie,
  ): Promise<RouteOutput<'login'>> {
    return cookie.hand(await this.logins.finish(account, userAgent));
  }

  @Route('loginSecondFactor')
  async secondStep(
    @Input() { body }: RouteInput<'loginSecondFactor'>,
    @UserAgent() userAgent: string | undefined,
    @Cookie() cookie: SessionCookie,
  ): Promise<RouteOutput<'loginSecondFactor'>> {
    return cookie.hand(await this.logins.secondStep(body.challenge, body.code, userAgent));
  }

  @Route('refresh')
  async refresh(@Input() _: RouteInput<'refresh'>, @Cookie() cookie: SessionCookie): Promise<RouteOutput<'refresh'>> {
    return cookie.hand(await this.sessions.refresh(cookie.value));
  }

  @Route('logout')
  async logout(@Input() _: RouteInput<'logout'>, @Cookie() cookie: SessionCookie): Promise<void> {
    await this.sessions.end(cookie.value);
    cookie.clear();
  }

  @Route('me')
  me(@Staff() who: StaffIdentity): Promise<RouteOutput<'me'>> {
    return this.sessions.me(who);
  }
}
