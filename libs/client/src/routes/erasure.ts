/** Rows of `routes.ts`: the end of a tenant. */
export const erasureRoutes = {
  erasurePlan: ['POST', '/api/admin/tenants/{id}/erasure'],
  erasureList: ['GET', '/api/admin/erasures'],
  erasureConfirm: ['POST', '/api/admin/erasures/{id}/confirm'],
  erasureCancel: ['POST', '/api/admin/erasures/{id}/cancel'],
  erasureCertificate: ['GET', '/api/admin/erasures/{id}/certificate'],
} as const;
