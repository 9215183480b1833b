/** Rows of `routes.ts`: log-in by the tenant's identity provider. */
export const ssoRoutes = {
  ssoOffer: ['GET', '/api/auth/sso/{tenant}/offer'],
  ssoSettings: ['GET', '/api/admin/sso'],
  ssoSave: ['PUT', '/api/admin/sso'],
  ssoRemove: ['POST', '/api/admin/sso/remove'],
  ssoTest: ['POST', '/api/admin/sso/test'],
} as const;
