import type { DeviceAlertKind } from '@sunbeon/contract';

/** Heartbeats come every 30 seconds; after three that did not come a device is called silent. */
export const silentMs = 90_000;
/** A clock that is off by more lets a screen tell wrong ages. */
export const clockOffMs = 60_000;

/** What is looked at to tell whether a device is well. Instants as epoch milliseconds. */
export interface DeviceSigns {
  readonly pairedAt: number | null;
  readonly revokedAt: number | null;
  readonly lastHeardAt: number | null;
  readonly printer: string | null;
  readonly clockOffsetMs: number | null;
}

/** Everything that is wrong with a device now, with a detail; what a silent one said last is not believed any more. */
export function faultsOfDevice(signs: DeviceSigns, now: number): Map<DeviceAlertKind, string | null> {
  const faults = new Map<DeviceAlertKind, string | null>();
  if (signs.pairedAt === null || signs.revokedAt !== null) return faults;
  if (now - (signs.lastHeardAt ?? signs.pairedAt) > silentMs) return faults.set('offline', null);
  if (signs.printer !== null && ['paper_end', 'cover_open', 'gone'].includes(signs.printer))
    faults.set('printer', signs.printer);
  if (signs.printer === 'near_end') faults.set('paper', null);
  if (Math.abs(signs.clockOffsetMs ?? 0) > clockOffMs) faults.set('clock', String(signs.clockOffsetMs));
  return faults;
}
