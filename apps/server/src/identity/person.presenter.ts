import type { Me, SessionKind } from '@sunbeon/contract';
import type { OfficeSummary } from '../offices/offices.reader.ts';
import { permissionsWhile } from '../tenants/tenants.reader.ts';
import { pinTries } from './pin.policy.ts';
import { permissionsIn } from './second-factor.policy.ts';
import type { Person } from './sessions.repository.ts';

/** What the person's session is good for, and whether the account must have a second factor. */
export interface Standing {
  readonly session: SessionKind;
  readonly mustHaveSecondFactor: boolean;
}

/** @param offices all offices of the tenant; the person's own are picked from them */
export function presentMe(
  person: Person,
  { session, mustHaveSecondFactor }: Standing,
  offices: readonly OfficeSummary[],
): Me {
  const own = person.officeIds.length === 0 ? offices : offices.filter(({ id }) => person.officeIds.includes(id));
  return {
    id: person.staffId,
    name: person.name,
    email: person.email,
    roles: person.roles,
    permissions: permissionsWhile({ status: person.tenantStatus }, permissionsIn(session, person.roles)),
    tenant: { slug: person.tenantSlug, name: person.tenantName },
    offices: own.map(({ id, slug, name }) => ({ id, slug, name: name.ko })),
    session,
    secondFactor: {
      enabled: person.secondFactor,
      required: mustHaveSecondFactor,
      recoveryCodesLeft: person.recoveryCodesLeft,
    },
    idleMinutes: person.idleMinutes,
    pin: pinState(person),
  };
}

export function pinState({ pinSet, pinFailures }: Pick<Person, 'pinSet' | 'pinFailures'>): Me['pin'] {
  if (!pinSet) return 'none';
  return pinFailures >= pinTries ? 'locked' : 'set';
}
