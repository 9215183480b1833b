import { Injectable } from '@nestjs/common';
import type { ServiceTemplate } from '@sunbeon/contract';
import { statement, type Transaction } from '../platform/database/database.ts';
import type { KeptCounter, KeptService, WholeOffice } from './whole-office.ts';

/** One statement and so one snapshot. Whoever changes something has locked the office before. */
const readWhole = statement(
  'office_settings.whole',
  `select o.id, o.version, jsonb_build_object('slug', o.slug, 'name', o.name, 'address', o.address, 'zone', o.zone,
       'dayStart', o.day_start, 'authority', o.authority, 'hours', o.hours, 'calling', o.calling, 'overflow', o.overflow,
       'priorities', o.priorities, 'groups', o.groups, 'zones', o.zones, 'media', o.media) as settings,
     (select coalesce(json_agg(json_build_object('id', s.id, 'version', s.version, 'position', s.position,
         'archivedAt', floor(extract(epoch from s.archived_at) * 1000)::bigint, 'fields', json_strip_nulls(json_build_object('code', s.code, 'name', s.name,
           'shortName', s.short_name, 'group', s.group_code, 'numbers', json_build_object('prefix', n.prefix,
           'from', n.range_from, 'to', n.range_to), 'targetMinutes', s.target_minutes, 'limitMinutes', s.limit_minutes,
           'zone', s.zone, 'line', s.line, 'documents', s.documents, 'guide', s.guide, 'issuing', s.issuing,
           'quota', s.quota, 'addOns', s.add_ons, 'steps', s.steps, 'atKiosk', s.at_kiosk, 'icon', s.icon)))
         order by s.position, s.code), '[]')
       from service s join number_series n on n.tenant_id = s.tenant_id and n.id = s.series_id
       where s.tenant_id = $1 and s.office_id = o.id) as services,
     (select coalesce(json_agg(json_build_object('id', c.id, 'version', c.version, 'position', c.position,
         'archivedAt', floor(extract(epoch from c.archived_at) * 1000)::bigint, 'fields', json_build_object('number', c.number, 'name', c.name,
           'services', (select coalesce(json_agg(s.code order by cs.preference), '[]') from counter_service cs
             join service s on s.tenant_id = cs.tenant_id and s.id = cs.service_id and s.archived_at is null
             where cs.tenant_id = $1 and cs.counter_id = c.id))) order by c.position, c.number), '[]')
       from counter c where c.tenant_id = $1 and c.office_id = o.id) as counters
   from office o where o.tenant_id = $1 and ($2::uuid is null or o.id = $2) order by o.created_at, o.slug`,
);
const officeOf = {
  service: statement(
    'office_settings.of_service',
    'select office_id as id from service where tenant_id = $1 and id = $2',
  ),
  counter: statement(
    'office_settings.of_counter',
    'select office_id as id from counter where tenant_id = $1 and id = $2',
  ),
} as const;
const screensOf = statement(
  'office_settings.screens',
  `select name from device where tenant_id = $1 and office_id = $2 and kind = 'display' and revoked_at is null
     and settings -> 'counters' ? $3 order by name`,
);
const usedToday = statement(
  'office_settings.used_today',
  `select exists (select from ticket where tenant_id = $1 and office_id = $2 and business_on = $3
     and label ~ ('^' || $4 || '[0-9]{1,5}$')
     and substring(label from length($4) + 1)::int between $5::int and $6::int) as used`,
);

interface StoredService extends Omit<KeptService, 'fields'> {
  readonly fields: ServiceTemplate & { readonly addOns: readonly { readonly serviceId: string }[] };
}
interface StoredOffice {
  readonly id: string;
  readonly version: number;
  readonly settings: WholeOffice['settings'];
  readonly services: readonly StoredService[];
  readonly counters: readonly KeptCounter[];
}

/** Offices as forms and checks need them. */
@Injectable()
export class SettingsReader {
  /** All offices of the tenant. */
  async all(tx: Transaction): Promise<WholeOffice[]> {
    return (await tx.rows<StoredOffice>(readWhole, [tx.scope.tenantId, null])).map(wholeFrom);
  }

  async whole(tx: Transaction, officeId: string): Promise<WholeOffice | undefined> {
    const row = await tx.row<StoredOffice>(readWhole, [tx.scope.tenantId, officeId]);
    return row && wholeFrom(row);
  }

  /** Id of the office of a service or counter, archived or not; undefined when the tenant has none such. */
  async officeOf(tx: Transaction, kind: keyof typeof officeOf, id: string): Promise<string | undefined> {
    return (await tx.row<{ id: string }>(officeOf[kind], [tx.scope.tenantId, id]))?.id;
  }

  /** Names of the screens that show a counter of this number. */
  async screensOf(tx: Transaction, officeId: string, number: string): Promise<string[]> {
    const rows = await tx.rows<{ name: string }>(screensOf, [tx.scope.tenantId, officeId, number]);
    return rows.map(({ name }) => name);
  }

  /** True when a ticket of the business day has a number of this range. */
  async isUsedOn(
    tx: Transaction,
    officeId: string,
    businessOn: string,
    { prefix, from, to }: ServiceTemplate['numbers'],
  ): Promise<boolean> {
    const row = await tx.row<{ used: boolean }>(usedToday, [tx.scope.tenantId, officeId, businessOn, prefix, from, to]);
    return row?.used ?? false;
  }
}

/** Steps are stored by id and told by code, as in templates. */
function wholeFrom({ services, ...office }: StoredOffice): WholeOffice {
  const codes = new Map(services.map(({ id, fields }) => [id, fields.code]));
  return {
    ...office,
    services: services.map((service) => {
      const { steps, addOns, ...fields } = service.fields;
      const named = {
        ...fields,
        steps: steps.flatMap((id) => codes.get(id) ?? []),
        addOns: addOns.map(({ code, name, minutes }) => ({ code, name, minutes })),
      };
      return { ...service, fields: named };
    }),
  };
}
