import type { LocalText } from '@sunbeon/contract';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenantFilter } from '../platform/database/entities.ts';

const CounterSchema = defineEntity({
  name: 'Counter',
  tableName: 'counter',
  filters: tenantFilter,
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    officeId: p.uuid(),
    number: p.text(),
    position: p.integer(),
    name: p.json().$type<LocalText>(),
  },
});

/** A counter (창구) as configured. */
export class Counter extends CounterSchema.class {}
CounterSchema.setClass(Counter);

const CounterServiceSchema = defineEntity({
  name: 'CounterService',
  tableName: 'counter_service',
  filters: tenantFilter,
  properties: {
    tenantId: p.uuid().primary(),
    counterId: p.uuid().primary(),
    serviceId: p.uuid().primary(),
    preference: p.integer(),
  },
});

/** That a counter does a service, and in which order of preference. */
export class CounterService extends CounterServiceSchema.class {}
CounterServiceSchema.setClass(CounterService);

const CounterLiveSchema = defineEntity({
  name: 'CounterLive',
  tableName: 'counter_live',
  filters: tenantFilter,
  properties: {
    tenantId: p.uuid().primary(),
    counterId: p.uuid().primary(),
    officeId: p.uuid(),
  },
});

/** What making a counter writes of its live row. */
export class CounterLive extends CounterLiveSchema.class {}
CounterLiveSchema.setClass(CounterLive);
