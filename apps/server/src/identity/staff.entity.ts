import type { Role } from '@sunbeon/contract';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenantFilter } from '../platform/database/entities.ts';

const StaffSchema = defineEntity({
  name: 'Staff',
  tableName: 'staff',
  filters: tenantFilter,
  properties: {
    tenantId: p.uuid().primary(),
    id: p.uuid().primary(),
    email: p.text(),
    name: p.text(),
    passwordHash: p.text().hidden(),
    roles: p.array().columnType('text[]').$type<Role[]>(),
    officeIds: p.array().columnType('uuid[]').$type<string[]>(),
    active: p.boolean().default(true),
    createdAt: p.datetime().defaultRaw('now()'),
  },
});

/** A person (담당자) of a tenant, or the operator of the platform. */
export class Staff extends StaffSchema.class {}
StaffSchema.setClass(Staff);
