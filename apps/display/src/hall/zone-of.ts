import type { DeviceConfig } from '@sunbeon/contract';

/** Zone of a service with its coloured line on the floor (유도선); none where the office has not set one. */
export function zoneOf(config: DeviceConfig, serviceId: string): DeviceConfig['zones'][number] | undefined {
  const code = config.services.find(({ id }) => id === serviceId)?.zone;
  return config.zones.find((zone) => zone.code === code);
}
