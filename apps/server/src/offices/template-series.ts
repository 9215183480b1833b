import type { OfficeTemplate } from '@sunbeon/contract';
import type { Series } from '@sunbeon/domain';

type Numbers = OfficeTemplate['services'][number]['numbers'];

/** Services with the same range share one series: their numbers come from one roll. */
export const seriesKey = ({ prefix, from, to }: Numbers): string => `${prefix}:${from}-${to}`;

/** The distinct series of a template; the id of each is its key. */
export function seriesOf(template: OfficeTemplate): Series[] {
  const series = new Map<string, Series>();
  for (const { numbers } of template.services) {
    const id = seriesKey(numbers);
    series.set(id, { id, prefix: numbers.prefix, rangeFrom: numbers.from, rangeTo: numbers.to });
  }
  return [...series.values()];
}
