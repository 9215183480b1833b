import type { DeviceAlertKind, DeviceKind, DeviceSettings } from '@sunbeon/contract';
import { iso } from '../platform/clock/clock.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { silentMs } from './device-health.ts';

type Heartbeat = Omit<RouteInput<'heartbeat'>['body'], 'clockAt'>;

/** A device as people manage it. Instants as epoch milliseconds. */
export interface ListedDevice {
  readonly id: string;
  readonly officeId: string;
  readonly office: string;
  readonly kind: DeviceKind;
  readonly name: string;
  readonly settings: DeviceSettings;
  readonly pairedAt: number | null;
  readonly revokedAt: number | null;
  readonly lastHeardAt: number | null;
  readonly heartbeat: Heartbeat | null;
  /** As the server found the printer to which it sends. */
  readonly printerState: Heartbeat['printer'] | null;
  readonly clockOffsetMs: number | null;
  readonly configWanted: number;
  readonly alerts: DeviceAlertKind[];
}

/** @param now real time, epoch milliseconds: devices live on it, rehearsals or not */
export function presentDevice(device: ListedDevice, now: number): RouteOutput<'deviceCreate'> {
  const { id, office, kind, name, settings, heartbeat, clockOffsetMs, alerts } = device;
  return {
    id,
    office,
    kind,
    name,
    settings,
    state: stateOf(device, now),
    pairedAt: iso(device.pairedAt),
    lastHeardAt: iso(device.lastHeardAt),
    appVersion: heartbeat?.appVersion ?? null,
    clockOffsetMs,
    config: { wanted: device.configWanted, acknowledged: heartbeat?.configVersion ?? null },
    screen: heartbeat?.screen ?? null,
    printer: device.printerState ?? heartbeat?.printer ?? null,
    problems: heartbeat?.problems ?? [],
    alerts,
  };
}

function stateOf(device: ListedDevice, now: number): RouteOutput<'deviceCreate'>['state'] {
  if (device.revokedAt !== null) return 'revoked';
  if (device.pairedAt === null) return 'unpaired';
  return now - (device.lastHeardAt ?? 0) <= silentMs ? 'online' : 'silent';
}
