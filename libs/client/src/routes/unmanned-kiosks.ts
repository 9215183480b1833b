/** Rows of `routes.ts`: the directory of unmanned kiosks. */
export const unmannedKiosksRoutes = {
  unmannedKioskList: ['GET', '/api/admin/unmanned-kiosks'],
  unmannedKioskCreate: ['POST', '/api/admin/unmanned-kiosks'],
  unmannedKioskUpdate: ['PUT', '/api/admin/unmanned-kiosks/{id}'],
  unmannedKioskReport: ['POST', '/api/admin/unmanned-kiosks/{id}/condition'],
  unmannedKioskArchive: ['POST', '/api/admin/unmanned-kiosks/{id}/archive'],
  unmannedKioskRestore: ['POST', '/api/admin/unmanned-kiosks/{id}/restore'],
  unmannedKioskImportTemplate: ['GET', '/api/admin/unmanned-kiosk-import/template'],
  unmannedKioskImportCheck: ['POST', '/api/admin/unmanned-kiosk-import/check'],
  unmannedKioskImportApply: ['POST', '/api/admin/unmanned-kiosk-import/apply'],
} as const;
