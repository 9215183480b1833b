import type { OfficeTemplate } from '@sunbeon/contract';
import { v7 as uuidv7 } from 'uuid';
import { seriesKey, seriesOf } from './template-series.ts';

type ServiceTemplate = OfficeTemplate['services'][number];

/**
 * All rows of an office that a checked template describes, with new ids. Pure but for the ids.
 * @param now the tenant's present instant: the office is due at once
 */
export function officeRows(tenantId: string, template: OfficeTemplate, now: number) {
  const officeId = uuidv7();
  const of = <T extends object>(row: T) => ({ tenantId, officeId, ...row });
  const series = seriesOf(template).map(({ id: key, ...range }) => ({ key, row: of({ id: uuidv7(), ...range }) }));
  const seriesIds = new Map(series.map(({ key, row }) => [key, row.id]));
  const serviceIds = new Map(template.services.map(({ code }) => [code, uuidv7()]));
  const counters = template.counters.map(({ number, name }, position) => of({ id: uuidv7(), number, position, name }));
  const { slug, name, address, zone, dayStart, authority, hours, calling, overflow, priorities } = template;
  const { groups, zones, media } = template;
  const settings = { slug, name, address, zone, dayStart, authority, hours, calling, overflow, priorities };
  return {
    office: { tenantId, id: officeId, ...settings, groups, zones, media },
    live: of({ changedAt: new Date(now), wakeAt: new Date(now) }),
    series: series.map(({ row }) => row),
    services: template.services.map((service, position) => of(serviceRow(service, position, serviceIds, seriesIds))),
    counters,
    countersLive: counters.map(({ id }) => of({ counterId: id })),
    counterServices: template.counters.flatMap(({ services }, index) =>
      services.map((code, preference) => {
        return { tenantId, counterId: idOf(counters, index), serviceId: known(serviceIds, code), preference };
      }),
    ),
  };
}

function serviceRow(
  service: ServiceTemplate,
  position: number,
  serviceIds: ReadonlyMap<string, string>,
  seriesIds: ReadonlyMap<string, string>,
) {
  const { numbers, group, steps, addOns, ...fields } = service;
  return {
    ...fields,
    id: known(serviceIds, service.code),
    seriesId: known(seriesIds, seriesKey(numbers)),
    position,
    groupCode: group,
    shortName: service.shortName ?? null,
    zone: service.zone ?? null,
    line: service.line ?? null,
    guide: service.guide ?? null,
    quota: service.quota ?? null,
    icon: service.icon ?? null,
    steps: steps.map((code) => known(serviceIds, code)),
    addOns: addOns.map((addOn) => ({ ...addOn, serviceId: known(serviceIds, addOn.code) })),
  };
}

function known(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error('the template was not checked');
  return id;
}

function idOf(rows: readonly { readonly id: string }[], index: number): string {
  const row = rows[index];
  if (!row) throw new Error('a counter without its row');
  return row.id;
}
