import type { Role } from '@sunbeon/contract';

/** Roles that a supervisor (or an owner limited to offices) may give and take. */
const lowerRoles: ReadonlySet<Role> = new Set<Role>(['staff', 'greeter', 'viewer']);

/** Who asks: roles, and offices (none = all of the tenant). */
export interface Manager {
  readonly roles: readonly Role[];
  readonly officeIds: readonly string[];
}

/** Whom it is about, as it is or as it is to be. */
export interface Managed {
  readonly roles: readonly Role[];
  readonly officeIds: readonly string[];
}

/**
 * An owner of the whole tenant manages everybody. Everybody else only people of lower roles who work for none but the
 * manager's own offices.
 */
export function mayManage(manager: Manager, managed: Managed): boolean {
  const everywhere = manager.officeIds.length === 0;
  if (everywhere && manager.roles.includes('owner')) return true;
  return managed.roles.every((role) => lowerRoles.has(role)) && isWithin(managed.officeIds, manager.officeIds);
}

function isWithin(offices: readonly string[], own: readonly string[]): boolean {
  return own.length === 0 || (offices.length > 0 && offices.every((office) => own.includes(office)));
}
