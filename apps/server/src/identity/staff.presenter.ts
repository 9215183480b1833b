import type { StaffRow } from '@sunbeon/contract';
import { iso } from '../platform/clock/clock.ts';
import { pinState } from './person.presenter.ts';
import type { StaffRecord } from './staff.repository.ts';

/** @param slugOf id of an office -> its slug */
export function presentStaff(record: StaffRecord, slugOf: ReadonlyMap<string, string>): StaffRow {
  const { id, email, name, roles, officeIds, active, secondFactor, lockedUntil, lastSeenAt } = record;
  const locked = lockedUntil !== null && lockedUntil > Date.now();
  return {
    id,
    email,
    name,
    roles,
    offices: officeIds.flatMap((office) => slugOf.get(office) ?? []),
    active,
    secondFactor,
    pin: pinState(record),
    lockedUntil: locked ? iso(lockedUntil) : null,
    lastSeenAt: lastSeenAt === null ? null : iso(lastSeenAt),
  };
}
