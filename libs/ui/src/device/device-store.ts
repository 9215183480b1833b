import type { CallMemory, PlayedCalls } from '@sunbeon/client';
import type { DeviceKind } from '@sunbeon/contract';

export interface PairedDevice {
  readonly deviceId: string;
  readonly token: string;
}

/**
 * Where this browser keeps the tokens of its devices. One browser may be several devices (five counter monitors in five
 * windows of the demo): each token has a key of its own, and the address says which is meant (`?device=<id>`); without
 * that, the one paired last.
 */
export interface DeviceStore {
  current(): PairedDevice | null;
  save(device: PairedDevice): void;
  forget(): void;
  /** Highest call played by this device. */
  calls(deviceId: string): CallMemory;
}

type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** @param place browser storage; what cannot be stored (private window, full disk) lasts until the page is closed */
export function deviceStore(
  kind: DeviceKind,
  wanted: string | null,
  place: Place = guarded(localStorage),
): DeviceStore {
  const lastKey = `sunbeon.${kind}`;
  const key = (id: string) => `${lastKey}.${id}`;
  let chosen = wanted ?? place.getItem(lastKey);
  return {
    current: () => {
      const token = chosen === null ? null : place.getItem(key(chosen));
      return chosen === null || token === null ? null : { deviceId: chosen, token };
    },
    save: (device) => {
      chosen = device.deviceId;
      place.setItem(key(device.deviceId), device.token);
      place.setItem(lastKey, device.deviceId);
    },
    forget: () => {
      if (chosen !== null) place.removeItem(key(chosen));
    },
    calls: (deviceId) => callMemory(`${key(deviceId)}.calls`, place),
  };
}

function callMemory(key: string, place: Place): CallMemory {
  return {
    read: () => {
      const [seq, revision] = (place.getItem(key) ?? '').split(' ').map(Number);
      return seq !== undefined && revision !== undefined && seq >= 0 && revision >= 0 ? { seq, revision } : undefined;
    },
    write: ({ seq, revision }: PlayedCalls) => place.setItem(key, `${seq} ${revision}`),
  };
}

/** Storage that never throws: what it refuses is kept in memory. */
export function guarded(storage: Place): Place {
  const memory = new Map<string, string>();
  const attempt = <T>(act: () => T): T | null => {
    try {
      return act();
    } catch {
      return null;
    }
  };
  return {
    getItem: (key) => memory.get(key) ?? attempt(() => storage.getItem(key)),
    setItem: (key, value) => {
      memory.set(key, value);
      attempt(() => storage.setItem(key, value));
    },
    removeItem: (key) => {
      memory.delete(key);
      attempt(() => storage.removeItem(key));
    },
  };
}

/** Takes `?pair=CODE` and `?device=ID` from an address. */
export function readAddress(search: string): { pair: string | null; device: string | null } {
  const query = new URLSearchParams(search);
  return { pair: query.get('pair'), device: query.get('device') };
}

/**
 * A device handed over whole in the part of an address that is never sent (`#device=ID&token=TOKEN`): how the links
 * page of a demo opens screens that are paired already. Null when there is none.
 */
export function readHandover(hash: string): PairedDevice | null {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const deviceId = given.get('device');
  const token = given.get('token');
  return deviceId && token ? { deviceId, token } : null;
}

/** The address after pairing: the used code is gone, the device named, the rest kept. */
export function pairedAddress(address: string, deviceId: string): string {
  const url = new URL(address);
  url.searchParams.delete('pair');
  url.searchParams.set('device', deviceId);
  url.hash = '';
  return url.toString();
}
