import { Injectable } from '@nestjs/common';
import { issuingWindowAt, minutesOf, instantOf, type IssuedCounts } from '@sunbeon/domain';
import type { OfficeConfig, ServiceConfig } from '../offices/offices.reader.ts';
import { statement, type Transaction } from '../platform/database/database.ts';
import { hasQuota } from './hall-view.ts';

const countIssued = statement(
  'issued.count',
  `select w.service_id as "serviceId", count(e.id)::int as today,
     count(e.id) filter (where e.at >= w.from_at and e.at < w.to_at)::int as "inWindow"
   from jsonb_to_recordset($4) as w(service_id uuid, from_at timestamptz, to_at timestamptz)
   left join ticket_event e on e.tenant_id = $1 and e.office_id = $2 and e.business_on = $3
     and e.type = 'ticket.issued' and e.service_id = w.service_id
   group by w.service_id`,
);

/**
 * Tickets given out today, counted by the service that was drawn (a transfer, a next step or a bundle's first step
 * does not count against another service's quota), for the services whose number is limited. No statement when none is.
 */
@Injectable()
export class IssuedReader {
  async counts(
    tx: Transaction,
    config: OfficeConfig,
    businessOn: string,
    minuteOfDay: number,
  ): Promise<ReadonlyMap<string, IssuedCounts>> {
    const limited = [...config.services.values()].filter((service) => hasQuota(service, minuteOfDay));
    if (limited.length === 0) return new Map();
    const windows = limited.map((service) => windowRecord(service, config.zone, businessOn, minuteOfDay));
    const rows = await tx.rows<IssuedCounts & { serviceId: string }>(countIssued, [
      tx.scope.tenantId,
      config.id,
      businessOn,
      JSON.stringify(windows),
    ]);
    return new Map(rows.map((row) => [row.serviceId, row]));
  }
}

function windowRecord(service: ServiceConfig, zone: string, businessOn: string, minuteOfDay: number) {
  const { from, to } = quotaWindow(service, zone, businessOn, minuteOfDay);
  return { service_id: service.id, from_at: from, to_at: to };
}

/** The issuing window of a service that holds now, as instants in ISO 8601; null where there is none. */
export function quotaWindow(service: ServiceConfig, zone: string, businessOn: string, minuteOfDay: number) {
  const window = issuingWindowAt({ quotaPerDay: null, windows: service.issuingWindows, stopped: null }, minuteOfDay);
  const at = (time: string) => new Date(instantOf(businessOn, minutesOf(time), zone)).toISOString();
  return { from: window && at(window.from), to: window && at(window.to) };
}
