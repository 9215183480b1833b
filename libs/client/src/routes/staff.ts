/** Rows of `routes.ts`: people of a tenant, invitations, rules for accounts. */
export const staffRoutes = {
  staffCreate: ['POST', '/api/admin/staff'],
  staffList: ['GET', '/api/admin/staff'],
  staffUpdate: ['PUT', '/api/admin/staff/{id}'],
  staffDeactivate: ['POST', '/api/admin/staff/{id}/deactivate'],
  staffReactivate: ['POST', '/api/admin/staff/{id}/reactivate'],
  staffUnlock: ['POST', '/api/admin/staff/{id}/unlock'],
  staffSecondFactorReset: ['POST', '/api/admin/staff/{id}/reset-second-factor'],
  staffSessions: ['GET', '/api/admin/staff/{id}/sessions'],
  staffSessionRevoke: ['POST', '/api/admin/staff/{id}/sessions/{session}/revoke'],
  staffSessionsRevoke: ['POST', '/api/admin/staff/{id}/sessions/revoke-all'],
  invitationCreate: ['POST', '/api/admin/invitations'],
  invitationList: ['GET', '/api/admin/invitations'],
  invitationResend: ['POST', '/api/admin/invitations/{id}/resend'],
  invitationWithdraw: ['POST', '/api/admin/invitations/{id}/withdraw'],
  policyRead: ['GET', '/api/admin/policy'],
  policySet: ['PUT', '/api/admin/policy'],
} as const;
