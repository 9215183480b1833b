/** Rows of `routes.ts`: services of an office from a table. */
export const serviceImportRoutes = {
  serviceImportTemplate: ['GET', '/api/admin/service-import/template'],
  serviceImportCheck: ['POST', '/api/admin/service-import/check'],
  serviceImportApply: ['POST', '/api/admin/service-import/apply'],
} as const;
