/** Rows of `routes.ts`: what screens and kiosks show. */
export const screensRoutes = {
  playlistList: ['GET', '/api/admin/playlists'],
  playlistCreate: ['POST', '/api/admin/playlists'],
  playlistUpdate: ['PUT', '/api/admin/playlists/{id}'],
  playlistDelete: ['POST', '/api/admin/playlists/{id}/delete'],
  layoutList: ['GET', '/api/admin/layouts'],
  layoutCreate: ['POST', '/api/admin/layouts'],
  layoutUpdate: ['PUT', '/api/admin/layouts/{id}'],
  layoutDelete: ['POST', '/api/admin/layouts/{id}/delete'],
  kioskScreenList: ['GET', '/api/admin/kiosk-screens'],
  kioskScreenUpdate: ['PUT', '/api/admin/kiosk-screens/{id}'],
  screenPreview: ['GET', '/api/admin/screen-preview'],
} as const;
