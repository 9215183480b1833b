import type { DeviceConfig, DeviceService } from '@sunbeon/contract';

type Group = DeviceConfig['groups'][number];
/** One card: a service, or a group that opens its services. */
export type HomeItem =
  | { readonly kind: 'service'; readonly service: DeviceService }
  | { readonly kind: 'group'; readonly group: Group; readonly services: readonly DeviceService[] };

/** As many large cards as one screen takes. */
const cardsOfScreen = 8;

/**
 * The cards of the start screen: every group stands there, and small groups are opened out as long as the cards fit on one
 * screen, so that most visitors touch once. Order of the configuration is kept.
 */
export function homeItems(config: Pick<DeviceConfig, 'groups' | 'services' | 'kioskScreen'>): HomeItem[] {
  const offered = config.services.filter((service) => service.atKiosk);
  const chosen = chosenItems(config.kioskScreen?.first ?? [], config.groups, offered);
  if (chosen.length > 0) return chosen;
  const known = new Set(config.groups.map((group) => group.code));
  const sets = config.groups
    .map((group) => ({ group, services: offered.filter((service) => service.group === group.code) }))
    .filter(({ services }) => services.length > 0);
  const loose = offered.filter((service) => !known.has(service.group));
  const open = new Set<string>();
  let cards = sets.length + loose.length;
  for (const { group, services } of sets.toSorted((a, b) => a.services.length - b.services.length)) {
    if (services.length > 1 && cards + services.length - 1 > cardsOfScreen) break;
    cards += services.length - 1;
    open.add(group.code);
  }
  const asCards = (services: readonly DeviceService[]): HomeItem[] =>
    services.map((service) => ({ kind: 'service', service }));
  return [
    ...sets.flatMap(({ group, services }): HomeItem[] =>
      open.has(group.code) ? asCards(services) : [{ kind: 'group', group, services }],
    ),
    ...asCards(loose),
  ];
}

/** The cards that the office has chosen, in its order; what is there no more is left out. */
function chosenItems(
  codes: readonly string[],
  groups: readonly Group[],
  offered: readonly DeviceService[],
): HomeItem[] {
  return codes.flatMap((code): HomeItem[] => {
    const group = groups.find((one) => one.code === code);
    const services = offered.filter((service) => service.group === code);
    if (group && services.length > 0) return [{ kind: 'group', group, services }];
    const service = offered.find((one) => one.code === code);
    return service ? [{ kind: 'service', service }] : [];
  });
}
