/** Rows of `routes.ts`: the hall as staff see it. */
export const hallRoutes = {
  hall: ['GET', '/api/offices/{office}/hall'],
  explain: ['GET', '/api/offices/{office}/order'],
} as const;
