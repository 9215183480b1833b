import type { CounterRow, OfficeFacts, OfficeSettings, ServiceRow } from '@sunbeon/contract';
import { iso } from '../platform/clock/clock.ts';
import { inUse, type KeptCounter, type KeptService, type WholeOffice } from './whole-office.ts';

export function presentService(office: WholeOffice, service: KeptService): ServiceRow {
  const { id, version, position, archivedAt, fields } = service;
  const counters = inUse(office.counters).filter((counter) => counter.fields.services.includes(fields.code));
  return {
    ...fields,
    id,
    office: office.settings.slug,
    version,
    position,
    archivedAt: iso(archivedAt),
    counters: counters.map((counter) => counter.fields.number),
  };
}

export function presentCounter(office: WholeOffice, counter: KeptCounter): CounterRow {
  const { id, version, position, archivedAt, fields } = counter;
  return { ...fields, id, office: office.settings.slug, version, position, archivedAt: iso(archivedAt) };
}

export function presentSettings({ id, version, settings }: WholeOffice): OfficeSettings {
  const { slug, zone, hours } = settings;
  return {
    id,
    slug,
    zone,
    version,
    ...factsOf(settings),
    hours,
  };
}

/** What can be changed of an office itself. */
export function factsOf(settings: WholeOffice['settings']): OfficeFacts {
  const { name, address, calling, overflow, priorities, groups, zones } = settings;
  return { name, address, calling, overflow, priorities, groups, zones };
}
