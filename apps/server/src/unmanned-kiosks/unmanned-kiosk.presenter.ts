import type { UnmannedKiosk } from '@sunbeon/contract';
import { iso } from '../platform/clock/clock.ts';
import type { UnmannedKioskFields, UnmannedKioskRow } from './unmanned-kiosks.reader.ts';

export function presentUnmannedKiosk(row: UnmannedKioskRow): UnmannedKiosk {
  const { id, code, version } = row;
  return {
    id,
    code,
    ...fieldsOf(row),
    conditionSince: iso(row.conditionSince),
    version,
    archivedAt: iso(row.archivedAt),
  };
}

/** What is said of a machine and nothing else: for the audit, and to compare. */
export function fieldsOf(of: UnmannedKioskFields): UnmannedKioskFields {
  const { office, kind, place, address, hours, certificates, certificateKinds } = of;
  const { condition, conditionNote, accessibility, fee, mapUrl } = of;
  return {
    ...{ office, kind, place, address, hours, certificates, certificateKinds },
    ...{ condition, conditionNote, accessibility, fee, mapUrl },
  };
}
