/** Rows of `routes.ts`: pictures and films for screens. */
export const mediaRoutes = {
  mediaList: ['GET', '/api/admin/media'],
  mediaUpload: ['POST', '/api/admin/media'],
  mediaRead: ['GET', '/api/admin/media/{id}'],
  mediaUpdate: ['PUT', '/api/admin/media/{id}'],
  mediaArchive: ['POST', '/api/admin/media/{id}/archive'],
  mediaRestore: ['POST', '/api/admin/media/{id}/restore'],
  mediaDelete: ['POST', '/api/admin/media/{id}/delete'],
  mediaFile: ['GET', '/api/media/{id}'],
} as const;
