/** Rows of `routes.ts`: configuration of offices. */
export const officesRoutes = {
  officeCreate: ['POST', '/api/admin/offices'],
  issuingSwitch: ['POST', '/api/admin/services/{id}/issuing'],
} as const;
