/** Rows of `routes.ts`: log-in and the session. */
export const identityRoutes = {
  login: ['POST', '/api/auth/login'],
  refresh: ['POST', '/api/auth/refresh'],
  logout: ['POST', '/api/auth/logout'],
  me: ['GET', '/api/auth/me'],
} as const;
