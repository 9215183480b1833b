/** Rows of `routes.ts`: services, counters and hours of offices. */
export const officeSettingsRoutes = {
  serviceList: ['GET', '/api/admin/services'],
  serviceCreate: ['POST', '/api/admin/services'],
  serviceUpdate: ['PUT', '/api/admin/services/{id}'],
  serviceArchive: ['POST', '/api/admin/services/{id}/archive'],
  serviceRestore: ['POST', '/api/admin/services/{id}/restore'],
  counterList: ['GET', '/api/admin/counters'],
  counterCreate: ['POST', '/api/admin/counters'],
  counterUpdate: ['PUT', '/api/admin/counters/{id}'],
  counterArchive: ['POST', '/api/admin/counters/{id}/archive'],
  counterRestore: ['POST', '/api/admin/counters/{id}/restore'],
  officeSettings: ['GET', '/api/admin/office-settings'],
  officeUpdate: ['PUT', '/api/admin/office-settings/{id}'],
  officeHours: ['PUT', '/api/admin/office-settings/{id}/hours'],
  officeYear: ['GET', '/api/admin/office-settings/{id}/year'],
} as const;
