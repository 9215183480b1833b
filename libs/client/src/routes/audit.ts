/** Rows of `routes.ts`: the audit. */
export const auditRoutes = {
  auditList: ['GET', '/api/admin/audit'],
  auditVerify: ['GET', '/api/admin/audit/verification'],
  auditExport: ['POST', '/api/admin/audit/export'],
} as const;
