/** Rows of `routes.ts`: devices: pairing, configuration, heartbeat; and their administration. */
export const devicesRoutes = {
  pair: ['POST', '/api/devices/pair'],
  deviceConfig: ['GET', '/api/device/config'],
  heartbeat: ['POST', '/api/device/heartbeat'],
  deviceCreate: ['POST', '/api/admin/devices'],
  deviceList: ['GET', '/api/admin/devices'],
  pairingCode: ['POST', '/api/admin/devices/{id}/pairing-code'],
  deviceRevoke: ['POST', '/api/admin/devices/{id}/revoke'],
} as const;
