/** Rows of `routes.ts`: all of a tenant's data, taken out. */
export const exportsRoutes = {
  exportAsk: ['POST', '/api/admin/export'],
  exportList: ['GET', '/api/admin/exports'],
  exportDownload: ['POST', '/api/admin/exports/{id}/download'],
} as const;
