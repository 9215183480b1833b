/** Rows of `routes.ts`: devices: pairing, configuration, heartbeat; and their administration. */
export const devicesRoutes = {
  pair: ['POST', '/api/devices/pair'],
  deviceConfig: ['GET', '/api/device/config'],
  heartbeat: ['POST', '/api/device/heartbeat'],
  deviceCreate: ['POST', '/api/admin/devices'],
  deviceList: ['GET', '/api/admin/devices'],
  pairingCode: ['POST', '/api/admin/devices/{id}/pairing-code'],
  deviceRevoke: ['POST', '/api/admin/devices/{id}/revoke'],
  deviceUpdate: ['PUT', '/api/admin/devices/{id}'],
  deviceReplace: ['POST', '/api/admin/devices/{id}/replace'],
  deviceReload: ['POST', '/api/admin/devices/{id}/reload'],
  deviceIdentify: ['POST', '/api/admin/devices/{id}/identify'],
  devicePictureAsk: ['POST', '/api/admin/devices/{id}/picture'],
  devicePicture: ['GET', '/api/admin/devices/{id}/picture'],
  devicePictureSend: ['POST', '/api/device/picture'],
  deviceAlerts: ['GET', '/api/admin/device-alerts'],
  deviceAlertSeen: ['POST', '/api/admin/device-alerts/{id}/seen'],
} as const;
