import type { LocalText, Quota, TimeSpan } from '@sunbeon/contract';
import { defineEntity, p } from '@mikro-orm/postgresql';
import type { z } from 'zod';
import { tenantFilter } from '../platform/database/entities.ts';

const ServiceSchema = defineEntity({
  name: 'Service',
  tableName: 'service',
  filters: tenantFilter,
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    officeId: p.uuid(),
    seriesId: p.uuid(),
    code: p.text(),
    position: p.integer(),
    name: p.json().$type<LocalText>(),
    shortName: p.json().$type<LocalText>().nullable(),
    groupCode: p.text(),
    targetMinutes: p.double(),
    limitMinutes: p.integer(),
    zone: p.text().nullable(),
    line: p.text().nullable(),
    documents: p.json().$type<LocalText[]>(),
    guide: p.json().$type<LocalText>().nullable(),
    issuing: p.json().$type<z.infer<typeof TimeSpan>[]>(),
    quota: p.json().$type<z.infer<typeof Quota>>().nullable(),
    addOns: p.json().$type<{ serviceId: string; code: string; name: LocalText; minutes: number }[]>(),
    steps: p.json().$type<string[]>(),
    atKiosk: p.boolean(),
    icon: p.text().nullable(),
  },
});

/** A service (업무) as configured. Add-ons and steps name other services of the office by id. */
export class Service extends ServiceSchema.class {}
ServiceSchema.setClass(Service);
