import { Controller, UseGuards } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { PasswordGuard } from './local.strategy.ts';
import type { Account } from './login.service.ts';
import { SameOriginGuard } from './same-origin.guard.ts';
import { Cookie, LoggedIn, SessionCookie, UserAgent } from './session-cookie.ts';
import { SessionsService, type Session } from './sessions.service.ts';
import { StaffService } from './staff.service.ts';

@Controller()
export class IdentityController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly staff: StaffService,
  ) {}

  @Route('login')
  @UseGuards(PasswordGuard)
  async login(
    @LoggedIn() account: Account,
    @UserAgent() userAgent: string | undefined,
    @Cookie() cookie: SessionCookie,
  ): Promise<RouteOutput<'login'>> {
    return hand(await this.sessions.begin(account, userAgent), cookie);
  }

  @Route('refresh')
  @UseGuards(SameOriginGuard)
  async refresh(@Input() _: RouteInput<'refresh'>, @Cookie() cookie: SessionCookie): Promise<RouteOutput<'refresh'>> {
    return hand(await this.sessions.refresh(cookie.value), cookie);
  }

  @Route('logout')
  @UseGuards(SameOriginGuard)
  async logout(@Input() _: RouteInput<'logout'>, @Cookie() cookie: SessionCookie): Promise<void> {
    await this.sessions.end(cookie.value);
    cookie.clear();
  }

  @Route('me')
  me(@Staff() who: StaffIdentity): Promise<RouteOutput<'me'>> {
    return this.sessions.me(who, who.staffId);
  }

  @Route('staffCreate')
  createStaff(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'staffCreate'>,
  ): Promise<RouteOutput<'staffCreate'>> {
    return this.staff.create(who, body);
  }

  @Route('staffList')
  listStaff(@Staff() who: StaffIdentity): Promise<RouteOutput<'staffList'>> {
    return this.staff.list(who);
  }
}

function hand(session: Session, cookie: SessionCookie): RouteOutput<'login'> {
  cookie.set(session.refresh, session.endsAt);
  return session.answer;
}
