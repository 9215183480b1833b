import type { DeviceConfig, DevicePermit, DeviceService, Language, LocalText } from '@sunbeon/contract';
import { findByWords, type Findable } from '@sunbeon/domain';

/** A service that fits what was typed, and why. */
export interface FoundService {
  readonly service: DeviceService;
  /** The other word by which it was found; null = its own name. */
  readonly by: string | null;
  /** The kind of permit that was looked for, which is handed in there. */
  readonly permit: DevicePermit | null;
}

/** As many as somebody looks through; who types on gets fewer. */
const mostFound = 40;

type Searched = Pick<DeviceConfig, 'services' | 'groups' | 'permits'>;
interface Thing {
  readonly service: DeviceService;
  readonly permit: DevicePermit | null;
}

/**
 * Services by name, by what is done together with them, by other words for them and by kinds of permits; the best first.
 * Korean words count in every language: they stand on the papers that people bring.
 */
export function findServices(config: Searched, typed: string, language: Language): readonly FoundService[] {
  const services = config.services.filter(({ atKiosk }) => atKiosk);
  const all = [
    ...services.map((service) => ({ thing: { service, permit: null }, ...textsOf(service, config, language) })),
    ...permitsOf(config, services),
  ];
  return findByWords<Thing>(all, typed)
    .slice(0, mostFound)
    .map(({ thing, by }) => ({ ...thing, by }));
}

function textsOf({ name, shortName, addOns, group, words }: DeviceService, { groups }: Searched, language: Language) {
  const both = (text: LocalText | null | undefined) => (text ? [text[language] ?? text.ko, text.ko] : []);
  const groupName = groups.find(({ code }) => code === group)?.name;
  const other = [...(words?.[language] ?? []), ...(words?.ko ?? []), ...both(groupName)];
  return {
    names: [...both(name), ...both(shortName)],
    words: [...addOns.flatMap((addOn) => both(addOn.name)), ...other],
  };
}

function permitsOf({ permits = [] }: Searched, services: readonly DeviceService[]): Findable<Thing>[] {
  return permits.flatMap((permit) => {
    const service = services.find(({ id }) => id === permit.serviceId);
    return service ? [{ thing: { service, permit }, names: [permit.name], words: [] }] : [];
  });
}
