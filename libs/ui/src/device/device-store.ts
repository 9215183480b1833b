import type { CallMemory, PlayedCalls } from '@sunbeon/client';
import type { DeviceKind } from '@sunbeon/contract';
import { boardMemory, type BoardMemory } from '../away/board-memory.ts';
import { configMemory, type ConfigMemory } from '../away/config-memory.ts';
import { guarded, type Place } from './guarded.ts';

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
  /** Its last configuration and board, for a start while the server is away; forgotten with the device. */
  config(deviceId: string): ConfigMemory;
  board(deviceId: string): BoardMemory;
}

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
      if (chosen === null) return;
      for (const part of ['', '.config', '.board']) place.removeItem(key(chosen) + part);
    },
    calls: (deviceId) => callMemory(`${key(deviceId)}.calls`, place),
    config: (deviceId) => configMemory(`${key(deviceId)}.config`, place),
    board: (deviceId) => boardMemory(`${key(deviceId)}.board`, place),
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
