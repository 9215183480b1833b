import { certificateNames } from '@sunbeon/contract/catalogue/certificates';
import type { OfficeConfig, ServiceConfig } from '../offices/offices.reader.ts';
import type { UnmannedKioskRow } from '../unmanned-kiosks/unmanned-kiosks.reader.ts';
import type { Machine, OfficeExtras, ServiceGuide } from './resident-renderer.ts';

/** What the public page says of an office beside its live status. */
export function officeExtras(
  tenantName: string,
  config: OfficeConfig,
  machines: readonly UnmannedKioskRow[],
): OfficeExtras {
  const { normalFrom, busyFrom, crowdedFrom, holdMinutes, limitMinutes } = config.levelRule;
  const guides = [...config.services.values()].map((service) => [service.id, guideOf(service, config)] as const);
  return {
    tenantName,
    address: config.address,
    rule: { normalFrom, busyFrom, crowdedFrom, holdMinutes, limitMinutes },
    guides: Object.fromEntries(guides),
    machines: machines.map((row) => machineOf(row, config.id)),
  };
}

function machineOf(row: UnmannedKioskRow, officeId: string): Machine {
  const {
    place,
    address,
    hours,
    certificateKinds,
    condition,
    conditionSince,
    conditionNote,
    accessibility,
    fee,
    mapUrl,
  } = row;
  return {
    ...{
      place,
      address,
      hours,
      certificateKinds,
      condition,
      conditionSince,
      conditionNote,
      accessibility,
      fee,
      mapUrl,
    },
    isHere: row.officeId === officeId,
    isCourt: row.kind === 'court',
    certificates: row.certificates.map((field) => certificateNames[field]),
  };
}

function guideOf(service: ServiceConfig, { zones }: OfficeConfig): ServiceGuide {
  const zone = zones.find(({ code }) => code === service.zone);
  const line = zones.find(({ code }) => code === service.line);
  return {
    documents: service.documents,
    guide: service.guide,
    zone: zone?.name ?? null,
    line: line ? { color: line.color, colorName: line.colorName } : null,
    limitMinutes: service.limitMinutes,
  };
}
