import { offsetAt } from '@sunbeon/domain';

/** ISO 8601 with the zone's own offset, whole seconds unless there are milliseconds: 2026-11-23T10:14:03+09:00. */
export function localIso(at: number, zone: string): string {
  const rounded = Math.round(at);
  const offset = offsetAt(rounded, zone);
  const wall = new Date(rounded + offset).toISOString().replace('.000Z', 'Z').slice(0, -1);
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${wall}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
