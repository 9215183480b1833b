import type { ServiceConfig } from '../offices/offices.reader.ts';

/** The steps of a bundle, or the service itself. */
export function stepIdsOf(service: ServiceConfig): readonly [string, ...string[]] {
  const [first, ...rest] = service.stepIds;
  return first === undefined ? [service.id] : [first, ...rest];
}
