import type { DeviceKind, DeviceSettings } from '@sunbeon/contract';
import { iso } from '../platform/clock/clock.ts';
import type { RouteOutput } from '../platform/http/route.ts';

/** A device is called silent after so long without a heartbeat (they come every 30 seconds). */
const SILENT_MS = 90_000;

export interface ListedDevice {
  readonly id: string;
  readonly kind: DeviceKind;
  readonly name: string;
  readonly settings: DeviceSettings;
  readonly pairedAt?: Date | null;
  readonly revokedAt?: Date | null;
  readonly lastHeardAt?: Date | null;
  readonly heartbeat?: { appVersion?: string } | null;
  readonly clockOffsetMs?: number | null;
}

/** @param now real time, epoch milliseconds: devices live on it, rehearsals or not */
export function presentDevice(device: ListedDevice, office: string, now: number): RouteOutput<'deviceCreate'> {
  return {
    id: device.id,
    office,
    kind: device.kind,
    name: device.name,
    settings: device.settings,
    state: stateOf(device, now),
    pairedAt: iso(device.pairedAt?.getTime()),
    lastHeardAt: iso(device.lastHeardAt?.getTime()),
    appVersion: device.heartbeat?.appVersion ?? null,
    clockOffsetMs: device.clockOffsetMs ?? null,
  };
}

function stateOf(device: ListedDevice, now: number): RouteOutput<'deviceCreate'>['state'] {
  if (device.revokedAt) return 'revoked';
  if (!device.pairedAt) return 'unpaired';
  const heardAt = device.lastHeardAt?.getTime() ?? 0;
  return now - heardAt <= SILENT_MS ? 'online' : 'silent';
}
