import { Controller } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { InvitationsService } from './invitations.service.ts';
import { StaffService } from './staff.service.ts';
import { TenantPolicyService } from './tenant-policy.service.ts';

/** People of a tenant, invitations, and the rules for accounts. */
@Controller()
export class StaffController {
  constructor(
    private readonly staff: StaffService,
    private readonly invitations: InvitationsService,
    private readonly policies: TenantPolicyService,
  ) {}

  @Route('staffCreate')
  create(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'staffCreate'>,
  ): Promise<RouteOutput<'staffCreate'>> {
    return this.staff.create(who, body);
  }

  @Route('staffList')
  list(@Staff() who: StaffIdentity): Promise<RouteOutput<'staffList'>> {
    return this.staff.list(who);
  }

  @Route('staffUpdate')
  update(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'staffUpdate'>,
  ): Promise<RouteOutput<'staffUpdate'>> {
    return this.staff.update(who, params.id, body);
  }

  @Route('staffDeactivate')
  deactivate(
    @Staff() who: StaffIdentity,
    @Input() { params }: RouteInput<'staffDeactivate'>,
  ): Promise<RouteOutput<'staffDeactivate'>> {
    return this.staff.deactivate(who, params.id);
  }

  @Route('staffReactivate')
  reactivate(
    @Staff() who: StaffIdentity,
    @Input() { params }: RouteInput<'staffReactivate'>,
  ): Promise<RouteOutput<'staffReactivate'>> {
    return this.staff.reactivate(who, params.id);
  }

  @Route('staffUnlock')
  unlock(
    @Staff() who: StaffIdentity,
    @Input() { params }: RouteInput<'staffUnlock'>,
  ): Promise<RouteOutput<'staffUnlock'>> {
    return this.staff.unlock(who, params.id);
  }

  @Route('staffSecondFactorReset')
  resetSecondFactor(
    @Staff() who: StaffIdentity,
    @Input() { params }: RouteInput<'staffSecondFactorReset'>,
  ): Promise<RouteOutput<'staffSecondFactorReset'>> {
    return this.staff.resetSecondFactor(who, params.id);
  }

  @Route('staffSessions')
  sessions(
    @Staff() who: StaffIdentity,
    @Input() { params }: RouteInput<'staffSessions'>,
  ): Promise<RouteOutput<'staffSessions'>> {
    return this.staff.sessionsOf(who, params.id);
  }

  @Route('staffSessionRevoke')
  endSession(@Staff() who: StaffIdentity, @Input() { params }: RouteInput<'staffSessionRevoke'>): Promise<void> {
    return this.staff.endSession(who, params.id, params.session);
  }

  @Route('staffSessionsRevoke')
  endSessions(
    @Staff() who: StaffIdentity,
    @Input() { params }: RouteInput<'staffSessionsRevoke'>,
  ): Promise<RouteOutput<'staffSessionsRevoke'>> {
    return this.staff.endSessions(who, params.id);
  }

  @Route('invitationCreate')
  invite(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'invitationCreate'>,
  ): Promise<RouteOutput<'invitationCreate'>> {
    return this.invitations.create(who, body);
  }

  @Route('invitationList')
  listInvitations(@Staff() who: StaffIdentity): Promise<RouteOutput<'invitationList'>> {
    return this.invitations.list(who);
  }

  @Route('invitationResend')
  resend(
    @Staff() who: StaffIdentity,
    @Input() { params }: RouteInput<'invitationResend'>,
  ): Promise<RouteOutput<'invitationResend'>> {
    return this.invitations.resend(who, params.id);
  }

  @Route('invitationWithdraw')
  withdraw(
    @Staff() who: StaffIdentity,
    @Input() { params }: RouteInput<'invitationWithdraw'>,
  ): Promise<RouteOutput<'invitationWithdraw'>> {
    return this.invitations.withdraw(who, params.id);
  }

  @Route('policyRead')
  policy(@Staff() who: StaffIdentity): Promise<RouteOutput<'policyRead'>> {
    return this.policies.read(who);
  }

  @Route('policySet')
  setPolicy(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'policySet'>,
  ): Promise<RouteOutput<'policySet'>> {
    return this.policies.set(who, body);
  }
}
