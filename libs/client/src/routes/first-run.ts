/** Rows of `routes.ts`: what a new institution does first. */
export const firstRunRoutes = {
  firstRun: ['GET', '/api/admin/first-run'],
  firstRunAside: ['PUT', '/api/admin/first-run'],
} as const;
