import type { DeviceConfig } from '@sunbeon/contract';
import type { Place } from '../device/guarded.ts';
import type { Received } from '../stale.ts';

/** The last configuration of a device, which outlives its page. */
export interface ConfigMemory {
  read(): Received<DeviceConfig> | null;
  write(config: Received<DeviceConfig>): void;
}

/** @param key in the browser's storage */
export function configMemory(key: string, place: Place): ConfigMemory {
  return {
    read: () => parsed(place.getItem(key)),
    write: (config) => place.setItem(key, JSON.stringify(config)),
  };
}

function parsed(text: string | null): Received<DeviceConfig> | null {
  try {
    const kept = JSON.parse(text ?? 'null') as Received<DeviceConfig> | null;
    return Array.isArray(kept?.value?.services) && kept.receivedAtMs > 0 ? kept : null;
  } catch {
    return null;
  }
}
