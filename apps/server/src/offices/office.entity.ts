import type { CallingPolicyInput, LocalText, MediaItem, NumberRange, OfficeHours } from '@sunbeon/contract';
import { defineEntity, p } from '@mikro-orm/postgresql';
import type { z } from 'zod';
import { tenantFilter } from '../platform/database/entities.ts';

const OfficeSchema = defineEntity({
  name: 'Office',
  tableName: 'office',
  filters: tenantFilter,
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    slug: p.text(),
    name: p.json().$type<LocalText>(),
    address: p.text(),
    zone: p.text(),
    dayStart: p.text(),
    authority: p.text().$type<'sunbeon' | 'hardware'>(),
    hours: p.json().$type<OfficeHours>(),
    calling: p.json().$type<CallingPolicyInput>(),
    overflow: p.json().$type<z.infer<typeof NumberRange>>(),
    priorities: p.json().$type<{ code: string; name: LocalText }[]>(),
    groups: p.json().$type<{ code: string; name: LocalText; icon?: string | undefined }[]>(),
    zones: p.json().$type<{ code: string; name: LocalText; color: string; colorName: LocalText }[]>(),
    media: p.json().$type<MediaItem[]>(),
  },
});

/** An office (민원실) as configured. */
export class Office extends OfficeSchema.class {}
OfficeSchema.setClass(Office);

const OfficeLiveSchema = defineEntity({
  name: 'OfficeLive',
  tableName: 'office_live',
  filters: tenantFilter,
  properties: {
    tenantId: p.uuid().primary(),
    officeId: p.uuid().primary(),
    changedAt: p.datetime(),
    wakeAt: p.datetime().nullable(),
  },
});

/** What making an office writes of its live row. The live hall itself is prepared SQL: see tickets/hall.repository.ts. */
export class OfficeLive extends OfficeLiveSchema.class {}
OfficeLiveSchema.setClass(OfficeLive);

const NumberSeriesSchema = defineEntity({
  name: 'NumberSeries',
  tableName: 'number_series',
  filters: tenantFilter,
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    officeId: p.uuid(),
    prefix: p.text(),
    rangeFrom: p.integer(),
    rangeTo: p.integer(),
  },
});

/** Where the numbers of one or several services come from. */
export class NumberSeries extends NumberSeriesSchema.class {}
NumberSeriesSchema.setClass(NumberSeries);
