import { Controller } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { InvitationAcceptance } from './invitation-acceptance.ts';
import { PasswordService } from './password.service.ts';
import { PinService } from './pin.service.ts';
import { SecondFactorService } from './second-factor.service.ts';
import { Address, Cookie, SessionCookie, UserAgent } from './session-cookie.ts';
import { SessionListService } from './session-list.service.ts';

/** One's own account: password, second factor, sessions, PIN; and the links of letters. */
@Controller()
export class AccountController {
  constructor(
    private readonly passwords: PasswordService,
    private readonly secondFactor: SecondFactorService,
    private readonly sessions: SessionListService,
    private readonly pins: PinService,
    private readonly invitations: InvitationAcceptance,
  ) {}

  @Route('passwordForgot')
  forgot(@Input() { body }: RouteInput<'passwordForgot'>, @Address() address: string): Promise<void> {
    return this.passwords.forgot(body.email, address);
  }

  @Route('passwordReset')
  reset(@Input() { body }: RouteInput<'passwordReset'>, @Address() address: string): Promise<void> {
    return this.passwords.reset(body.token, body.password, address);
  }

  @Route('passwordChange')
  changePassword(@Staff() who: StaffIdentity, @Input() { body }: RouteInput<'passwordChange'>): Promise<void> {
    return this.passwords.change(who, body);
  }

  @Route('secondFactorBegin')
  beginSecondFactor(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'secondFactorBegin'>,
  ): Promise<RouteOutput<'secondFactorBegin'>> {
    return this.secondFactor.begin(who, body.password);
  }

  @Route('secondFactorConfirm')
  confirmSecondFactor(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'secondFactorConfirm'>,
  ): Promise<RouteOutput<'secondFactorConfirm'>> {
    return this.secondFactor.confirm(who, body.code);
  }

  @Route('secondFactorDisable')
  disableSecondFactor(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'secondFactorDisable'>,
  ): Promise<void> {
    return this.secondFactor.disable(who, body);
  }

  @Route('recoveryCodesRenew')
  renewRecoveryCodes(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'recoveryCodesRenew'>,
  ): Promise<RouteOutput<'recoveryCodesRenew'>> {
    return this.secondFactor.renew(who, body);
  }

  @Route('sessionList')
  listSessions(@Staff() who: StaffIdentity): Promise<RouteOutput<'sessionList'>> {
    return this.sessions.list(who);
  }

  @Route('sessionRevoke')
  revokeSession(@Staff() who: StaffIdentity, @Input() { params }: RouteInput<'sessionRevoke'>): Promise<void> {
    return this.sessions.revoke(who, params.id);
  }

  @Route('sessionsRevokeOthers')
  revokeOthers(
    @Staff() who: StaffIdentity,
    @Input() _: RouteInput<'sessionsRevokeOthers'>,
  ): Promise<RouteOutput<'sessionsRevokeOthers'>> {
    return this.sessions.revokeOthers(who);
  }

  @Route('pinSet')
  setPin(@Staff() who: StaffIdentity, @Input() { body }: RouteInput<'pinSet'>): Promise<void> {
    return this.pins.set(who, body);
  }

  @Route('pinRemove')
  removePin(@Staff() who: StaffIdentity, @Input() _: RouteInput<'pinRemove'>): Promise<void> {
    return this.pins.remove(who);
  }

  @Route('pinPeople')
  pinPeople(
    @Staff() who: StaffIdentity,
    @Input() { query }: RouteInput<'pinPeople'>,
  ): Promise<RouteOutput<'pinPeople'>> {
    return this.pins.people(who, query.office);
  }

  @Route('pinTakeOver')
  async takeOver(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'pinTakeOver'>,
    @UserAgent() userAgent: string | undefined,
    @Cookie() cookie: SessionCookie,
  ): Promise<RouteOutput<'pinTakeOver'>> {
    return cookie.hand(await this.pins.takeOver(who, body, userAgent));
  }

  @Route('invitationOpen')
  openInvitation(
    @Input() { body }: RouteInput<'invitationOpen'>,
    @Address() address: string,
  ): Promise<RouteOutput<'invitationOpen'>> {
    return this.invitations.show(body.token, address);
  }

  @Route('invitationAccept')
  async acceptInvitation(
    @Input() { body }: RouteInput<'invitationAccept'>,
    @Address() address: string,
    @UserAgent() userAgent: string | undefined,
    @Cookie() cookie: SessionCookie,
  ): Promise<RouteOutput<'invitationAccept'>> {
    return cookie.hand(await this.invitations.accept(body, address, userAgent));
  }
}
