import type { DeviceConfig, DeviceService } from '@sunbeon/contract';

type Zone = DeviceConfig['zones'][number];

/** Where to go: the zone of the hall and the coloured line on its floor. */
export interface Where {
  readonly zone: Zone | null;
  /** Line to follow; a zone's own colour unless the service names another. */
  readonly line: Zone | null;
  /** What the office wrote when it is no known zone. */
  readonly text: string | null;
}

export function whereTo(service: Pick<DeviceService, 'zone' | 'line'>, zones: readonly Zone[]): Where {
  const find = (code: string | null) => zones.find((zone) => zone.code === code) ?? null;
  const zone = find(service.zone);
  const line = find(service.line) ?? zone;
  // With a zone, a line that is no zone's code is only another name of the zone's own colour.
  const words = zone === null ? [service.zone, line === null ? service.line : null] : [];
  const text = words.filter((word) => word !== null && word !== '').join(' ');
  return { zone, line, text: text === '' ? null : text };
}
