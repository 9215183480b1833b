import { counterPermissions, rolePermissions, type Permission, type Role, type SessionKind } from '@sunbeon/contract';
import type { TenantKind } from '../tenants/tenants.reader.ts';

/** How a session began. */
export type BegunBy = 'password' | 'pin' | 'sso';

/** What decides whether somebody must have a second factor. */
export interface Guarded {
  readonly roles: readonly Role[];
  readonly tenantKind: TenantKind;
  /** Roles that the tenant's rules name. */
  readonly secondFactorRoles: readonly Role[];
}

/**
 * Owners of live tenants and the platform's people must; others where the tenant's rules say so. A rehearsal tenant is for
 * trying out, so there only its own rules count.
 * @param ofOperators false where the installation exempts the platform's people (the demo, tests)
 */
export function mustHaveSecondFactor({ roles, tenantKind, secondFactorRoles }: Guarded, ofOperators: boolean): boolean {
  if (tenantKind === 'platform') return ofOperators;
  if (tenantKind !== 'rehearsal' && roles.includes('owner')) return true;
  return roles.some((role) => secondFactorRoles.includes(role));
}

/** Whoever logs in by the district's own provider proves there who he or she is, as strongly as the district wants. */
export function sessionKind(by: BegunBy, missing: boolean): SessionKind {
  if (by === 'pin') return 'counter';
  return missing && by === 'password' ? 'enrolment' : 'full';
}

/** What roles allow in a session of a kind. */
export function permissionsIn(session: SessionKind, roles: readonly Role[]): Permission[] {
  const all = [...new Set(roles.flatMap((role) => rolePermissions[role]))];
  if (session === 'enrolment') return [];
  return session === 'counter' ? all.filter((permission) => counterPermissions.includes(permission)) : all;
}
