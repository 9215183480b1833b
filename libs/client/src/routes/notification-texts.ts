/** Rows of `routes.ts`: texts of letters and notices. */
export const notificationTextsRoutes = {
  notificationTextList: ['GET', '/api/admin/notification-texts'],
  notificationTextUpdate: ['PUT', '/api/admin/notification-texts/{id}'],
  notificationTextReset: ['POST', '/api/admin/notification-texts/{id}/reset'],
} as const;
