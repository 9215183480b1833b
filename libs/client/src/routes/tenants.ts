/** Rows of `routes.ts`: what the operator does with tenants. */
export const tenantsRoutes = {
  tenantCreate: ['POST', '/api/admin/tenants'],
  tenantList: ['GET', '/api/admin/tenants'],
  clockSet: ['PUT', '/api/admin/clock'],
} as const;
