import { z } from 'zod';
import * as devices from '../devices.ts';
import * as hall from '../hall.ts';
import { ById, type Endpoint } from './endpoint.ts';

/** Devices: pairing, configuration, heartbeat; and their administration. */
export const devicesEndpoints = {
  pair: {
    method: 'POST',
    path: '/api/devices/pair',
    access: ['public'],
    body: devices.PairRequest,
    response: devices.PairAnswer,
    status: 200,
    summary: 'Pair a device by its code',
  },
  deviceConfig: {
    method: 'GET',
    path: '/api/device/config',
    access: ['device'],
    response: devices.DeviceConfig,
    status: 200,
    summary: 'Configuration of this device (ETag)',
  },
  heartbeat: {
    method: 'POST',
    path: '/api/device/heartbeat',
    access: ['device'],
    body: devices.Heartbeat,
    response: devices.HeartbeatAnswer,
    status: 200,
    summary: 'State of this device',
  },
  deviceCreate: {
    method: 'POST',
    path: '/api/admin/devices',
    access: ['device.manage'],
    body: devices.DeviceCreate,
    response: devices.DeviceRow,
    status: 201,
    summary: 'Register a device',
  },
  deviceList: {
    method: 'GET',
    path: '/api/admin/devices',
    access: ['device.manage'],
    response: z.array(devices.DeviceRow),
    status: 200,
    summary: 'Devices of the tenant',
  },
  pairingCode: {
    method: 'POST',
    path: '/api/admin/devices/{id}/pairing-code',
    access: ['device.manage'],
    params: ById,
    body: hall.Nothing,
    response: devices.PairingCode,
    status: 201,
    summary: 'A new pairing code, ten minutes, one use',
  },
  deviceRevoke: {
    method: 'POST',
    path: '/api/admin/devices/{id}/revoke',
    access: ['device.manage'],
    params: ById,
    body: hall.Nothing,
    response: devices.DeviceRow,
    status: 200,
    summary: 'Revoke the device token at once',
  },
} as const satisfies Record<string, Endpoint>;
