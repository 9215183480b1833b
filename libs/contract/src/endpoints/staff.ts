import { z } from 'zod';
import { SessionRow, SessionsEnded } from '../account.ts';
import { Id } from '../basics.ts';
import * as hall from '../hall.ts';
import * as staff from '../staff.ts';
import { ById, NoContent, type Endpoint } from './endpoint.ts';

const deed = <N extends string>(name: N, summary: string) =>
  ({
    method: 'POST',
    path: `/api/admin/staff/{id}/${name}`,
    access: ['staff.manage'],
    params: ById,
    body: hall.Nothing,
    response: staff.StaffRow,
    status: 200,
    summary,
  }) as const satisfies Endpoint;

const invitation = <N extends string>(name: N, summary: string) =>
  ({
    method: 'POST',
    path: `/api/admin/invitations/{id}/${name}`,
    access: ['staff.invite'],
    params: ById,
    body: hall.Nothing,
    response: staff.InvitationRow,
    status: 200,
    summary,
  }) as const satisfies Endpoint;

/** People of a tenant, invitations, and the rules for their accounts. */
export const staffEndpoints = {
  staffCreate: {
    method: 'POST',
    path: '/api/admin/staff',
    access: ['staff.manage'],
    body: staff.StaffCreate,
    response: staff.StaffRow,
    status: 201,
    summary: 'Add a person',
  },
  staffList: {
    method: 'GET',
    path: '/api/admin/staff',
    access: ['staff.manage'],
    response: z.array(staff.StaffRow),
    status: 200,
    summary: 'People of the tenant',
  },
  staffUpdate: {
    method: 'PUT',
    path: '/api/admin/staff/{id}',
    access: ['staff.manage'],
    params: ById,
    body: staff.StaffUpdate,
    response: staff.StaffRow,
    status: 200,
    summary: 'Name, roles and offices of a person',
  },
  staffDeactivate: deed('deactivate', 'Let a person in no more; sessions end at once'),
  staffReactivate: deed('reactivate', 'Let a person in again'),
  staffUnlock: deed('unlock', 'Unlock an account that is locked after wrong passwords'),
  staffSecondFactorReset: deed('reset-second-factor', 'Take away a second factor that was lost; the person is told'),
  staffSessions: {
    method: 'GET',
    path: '/api/admin/staff/{id}/sessions',
    access: ['staff.manage'],
    params: ById,
    response: z.array(SessionRow),
    status: 200,
    summary: 'Sessions of a person',
  },
  staffSessionRevoke: {
    method: 'POST',
    path: '/api/admin/staff/{id}/sessions/{session}/revoke',
    access: ['staff.manage'],
    params: z.object({ id: Id, session: Id }),
    body: hall.Nothing,
    response: NoContent,
    status: 204,
    summary: 'End a session of a person',
  },
  staffSessionsRevoke: {
    method: 'POST',
    path: '/api/admin/staff/{id}/sessions/revoke-all',
    access: ['staff.manage'],
    params: ById,
    body: hall.Nothing,
    response: SessionsEnded,
    status: 200,
    summary: 'End all sessions of a person',
  },
  invitationCreate: {
    method: 'POST',
    path: '/api/admin/invitations',
    access: ['staff.invite'],
    body: staff.InvitationCreate,
    response: staff.InvitationRow,
    status: 201,
    summary: 'Invite a person by e-mail',
  },
  invitationList: {
    method: 'GET',
    path: '/api/admin/invitations',
    access: ['staff.invite'],
    response: z.array(staff.InvitationRow),
    status: 200,
    summary: 'Invitations, the newest first',
  },
  invitationResend: invitation('resend', 'A new letter; the old link is no longer good'),
  invitationWithdraw: invitation('withdraw', 'Withdraw an invitation'),
  policyRead: {
    method: 'GET',
    path: '/api/admin/policy',
    access: ['staff.manage'],
    response: staff.TenantPolicy,
    status: 200,
    summary: 'Rules for the accounts of the tenant',
  },
  policySet: {
    method: 'PUT',
    path: '/api/admin/policy',
    access: ['staff.manage'],
    body: staff.TenantPolicy,
    response: staff.TenantPolicy,
    status: 200,
    summary: 'Set the rules for the accounts of the tenant',
  },
} as const satisfies Record<string, Endpoint>;
