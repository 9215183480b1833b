/** Rows of `routes.ts`: log-in, sessions and people. */
export const identityRoutes = {
  login: ['POST', '/api/auth/login'],
  refresh: ['POST', '/api/auth/refresh'],
  logout: ['POST', '/api/auth/logout'],
  me: ['GET', '/api/auth/me'],
  staffCreate: ['POST', '/api/admin/staff'],
  staffList: ['GET', '/api/admin/staff'],
} as const;
