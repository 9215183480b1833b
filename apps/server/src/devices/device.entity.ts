import type { DeviceKind, DeviceSettings } from '@sunbeon/contract';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenantFilter } from '../platform/database/entities.ts';

const DeviceSchema = defineEntity({
  name: 'Device',
  tableName: 'device',
  filters: tenantFilter,
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    officeId: p.uuid(),
    kind: p.text().$type<DeviceKind>(),
    name: p.text(),
    settings: p.json().$type<DeviceSettings>(),
    pairedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
    lastHeardAt: p.datetime().nullable(),
    heartbeat: p.json().$type<{ appVersion?: string }>().nullable(),
    clockOffsetMs: p.bigint('number').nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});

/** A device of an office. Its token's hash is not mapped: only the prepared statements of the slice touch it. */
export class Device extends DeviceSchema.class {}
DeviceSchema.setClass(Device);
