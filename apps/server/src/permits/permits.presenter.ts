import type { Permit } from '@sunbeon/contract';
import { iso } from '../platform/clock/clock.ts';
import type { PermitFields, PermitRow } from './permits.reader.ts';

export function presentPermit({ archivedAt, ...permit }: PermitRow): Permit {
  return { ...permit, archivedAt: iso(archivedAt) };
}

/** What the audit says before and after. */
export function fieldsOf({ group, field, name, days, legalDays, note }: PermitFields): PermitFields {
  return { group, field, name, days, legalDays, note };
}
