import {
  permitGroups,
  type ClockReading,
  type Consent,
  type DeviceConfig,
  type DevicePermit,
  type DeviceService,
  type LocalText,
} from '@sunbeon/contract';
import { visitorWords } from '@sunbeon/contract/catalogue/words';
import { priorityReasons, type PriorityReason } from '@sunbeon/domain';
import type { CounterConfig, OfficeConfig, ServiceConfig } from '../offices/offices.reader.ts';
import type { PermitRow } from '../permits/permits.reader.ts';
import type { DeviceRecord } from './devices.repository.ts';

/** The priorities known everywhere, in words for the kiosk. The choice is never printed or shown. */
const priorityNames: Readonly<Record<PriorityReason, LocalText>> = {
  severe_disability: {
    ko: '장애의 정도가 심한 장애인',
    en: 'Person with a severe disability',
    zh: '重度残疾人',
    ja: '重度の障害のある方',
    vi: 'Người khuyết tật nặng',
  },
  age_75: {
    ko: '75세 이상 어르신',
    en: 'Aged 75 or over',
    zh: '75岁以上老人',
    ja: '75歳以上の方',
    vi: 'Người từ 75 tuổi trở lên',
  },
  pregnant: { ko: '임신부', en: 'Pregnant woman', zh: '孕妇', ja: '妊娠中の方', vi: 'Phụ nữ mang thai' },
  with_infant: {
    ko: '영유아 동반',
    en: 'With an infant or toddler',
    zh: '携带婴幼儿者',
    ja: '乳幼児連れの方',
    vi: 'Người đi cùng trẻ nhỏ',
  },
};

/**
 * Everything but the clock; a kiosk gets what it shows, a screen what it shows, a relay the services it reports.
 * @param consent under which a kiosk may ask for a phone number; null = it may not
 */
export function presentConfig(
  device: Pick<
    DeviceRecord,
    'id' | 'kind' | 'name' | 'settings' | 'settingsRevision' | 'tenantSlug' | 'tenantName' | 'tenantKind'
  >,
  office: OfficeConfig,
  consent: Consent | null,
): Omit<DeviceConfig, 'clock'> {
  const isKiosk = device.kind === 'kiosk';
  const isDisplay = device.kind === 'display';
  const services = [...office.services.values()].filter(({ atKiosk }) => atKiosk || !isKiosk);
  return {
    version: office.revision + device.settingsRevision,
    device: { id: device.id, kind: device.kind, name: device.name },
    tenant: { slug: device.tenantSlug, name: device.tenantName, rehearsal: device.tenantKind === 'rehearsal' },
    office: { id: office.id, slug: office.slug, name: office.name, zone: office.zone, authority: office.authority },
    settings: device.settings,
    groups: isKiosk ? office.groups.filter(({ code }) => services.some(({ group }) => group === code)) : [],
    zones: isKiosk || isDisplay ? [...office.zones] : [],
    services: services.map((service) => presentService(service, isKiosk)),
    ...(isDisplay && { counters: office.counters.map(presentCounter) }),
    priorities: isKiosk ? presentPriorities(office) : [],
    media: isDisplay ? [...office.media] : [],
    ...(consent && { notices: { consent } }),
  };
}

/** `rate` 0 = the clock stands still. */
export const presentClock = (now: string, rate: number): ClockReading => ({ now, rate });

function presentService(service: ServiceConfig, forKiosk: boolean): DeviceService {
  const { id, code, group, name, shortName, icon, zone, line, atKiosk } = service;
  return {
    id,
    code,
    group,
    name,
    shortName,
    icon,
    zone,
    line,
    documents: forKiosk ? [...service.documents] : [],
    guide: forKiosk ? service.guide : null,
    addOns: forKiosk ? service.addOns.map((addOn) => ({ code: addOn.code, name: addOn.name })) : [],
    steps: [...service.stepIds],
    atKiosk,
    ...(forKiosk && { words: wordsOf(code) }),
  };
}

/** Copies, since the catalogue's own lists may not be written to. */
const wordsOf = (code: string): NonNullable<DeviceService['words']> =>
  Object.fromEntries(Object.entries(visitorWords(code)).map(([language, words]) => [language, [...words]]));

/** Kinds of permits that a kiosk of the office can lead to: those of a service that it has. */
export function presentPermits(permits: readonly PermitRow[], office: OfficeConfig): DevicePermit[] {
  return permits.flatMap(({ code, group, name, field, days, note }) => {
    const service = office.serviceByCode.get(permitGroups[group].service);
    return service?.atKiosk ? [{ code, serviceId: service.id, name, field, days, note }] : [];
  });
}

function presentCounter({ number, name, serviceIds }: CounterConfig) {
  return { number, name, serviceIds: [...serviceIds] };
}

function presentPriorities(office: OfficeConfig): { code: string; name: LocalText }[] {
  return [...priorityReasons.map((code) => ({ code, name: priorityNames[code] })), ...office.priorities];
}
