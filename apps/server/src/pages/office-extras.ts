import type { OfficeConfig, ServiceConfig } from '../offices/offices.reader.ts';
import type { OfficeExtras, ServiceGuide } from './resident-renderer.ts';

/** What the public page says of an office beside its live status. */
export function officeExtras(tenantName: string, config: OfficeConfig): OfficeExtras {
  const { normalFrom, busyFrom, crowdedFrom, holdMinutes, limitMinutes } = config.levelRule;
  const guides = [...config.services.values()].map((service) => [service.id, guideOf(service, config)] as const);
  return {
    tenantName,
    address: config.address,
    rule: { normalFrom, busyFrom, crowdedFrom, holdMinutes, limitMinutes },
    guides: Object.fromEntries(guides),
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
