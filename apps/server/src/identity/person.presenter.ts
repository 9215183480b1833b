import { rolePermissions, type Me, type Permission, type Role } from '@sunbeon/contract';
import type { OfficeSummary } from '../offices/offices.reader.ts';
import type { Person } from './sessions.repository.ts';

/** Everything that a person's roles allow. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return [...new Set(roles.flatMap((role) => rolePermissions[role]))];
}

/** @param offices all offices of the tenant; the person's own are picked from them */
export function presentMe(person: Person, offices: readonly OfficeSummary[]): Me {
  const own = person.officeIds.length === 0 ? offices : offices.filter(({ id }) => person.officeIds.includes(id));
  return {
    id: person.staffId,
    name: person.name,
    email: person.email,
    roles: person.roles,
    permissions: permissionsOf(person.roles),
    tenant: { slug: person.tenantSlug, name: person.tenantName },
    offices: own.map(({ id, slug, name }) => ({ id, slug, name: name.ko })),
    session: 'full',
    secondFactor: { enabled: false, required: false, recoveryCodesLeft: 0 },
    pin: 'none',
  };
}
