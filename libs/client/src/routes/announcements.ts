/** Rows of `routes.ts`: announcements on screens and pages. */
export const announcementsRoutes = {
  announcementList: ['GET', '/api/admin/announcements'],
  announcementCreate: ['POST', '/api/admin/announcements'],
  announcementUpdate: ['PUT', '/api/admin/announcements/{id}'],
  announcementStart: ['POST', '/api/admin/announcements/{id}/start'],
  announcementEnd: ['POST', '/api/admin/announcements/{id}/end'],
} as const;
