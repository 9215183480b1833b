import type { Actor } from '@sunbeon/domain';
import type { StaffIdentity } from '../platform/auth/identity.ts';

/** A person in the log: a greeter (민원 안내도우미) is told apart from counter staff. */
export function staffActor({ staffId, roles }: StaffIdentity): Actor {
  return { kind: roles.includes('greeter') && !roles.includes('staff') ? 'greeter' : 'staff', id: staffId };
}
