/** Rows of `routes.ts`: the catalogue of permits. */
export const permitsRoutes = {
  permitPage: ['GET', '/api/admin/permits'],
  permitShow: ['GET', '/api/admin/permits/{id}'],
  permitCreate: ['POST', '/api/admin/permits'],
  permitUpdate: ['PUT', '/api/admin/permits/{id}'],
  permitArchive: ['POST', '/api/admin/permits/{id}/archive'],
  permitRestore: ['POST', '/api/admin/permits/{id}/restore'],
  permitImportTemplate: ['GET', '/api/admin/permit-import/template'],
  permitImportCheck: ['POST', '/api/admin/permit-import/check'],
  permitImportApply: ['POST', '/api/admin/permit-import/apply'],
} as const;
