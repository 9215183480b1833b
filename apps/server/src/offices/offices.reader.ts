import { Injectable, Module } from '@nestjs/common';
import type { CallingPolicyInput, LocalText, MediaItem, OfficeHours, Quota, TimeSpan } from '@sunbeon/contract';
import { defaultLevelRule } from '@sunbeon/domain';
import type { z } from 'zod';
import { worksAt, type StaffIdentity } from '../platform/auth/identity.ts';
import { Database, statement, type TenantScope, type Transaction } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import type {
  AddOnConfig,
  CounterConfig,
  OfficeConfig,
  OfficeSummary,
  PriorityConfig,
  ServiceConfig,
  ZoneConfig,
} from './office-config.ts';
import { callingPolicyOf, calendarOf, issuingWindowsOf, ticketRulesOf } from './office-rules.ts';

/** The rules by which offices are made: whoever changes one holds it to the same. */
export { checkTemplate } from './template-check.ts';
export { seriesKey } from './template-series.ts';
export { calendarOf } from './office-rules.ts';
export type { AddOnConfig, CounterConfig, OfficeConfig, OfficeSummary, ServiceConfig } from './office-config.ts';

/** One statement and so one snapshot: services and counters are of the same moment as the revision. */
const readConfig = statement(
  'offices.config',
  `select o.id, l.config_revision as revision, o.slug, o.name, o.address, o.zone, o.day_start as "dayStart", o.authority,
     o.hours, o.calling, o.overflow, o.priorities, o.groups, o.zones, o.media,
     (select coalesce(json_agg(json_build_object('id', s.id, 'code', s.code, 'position', s.position, 'name', s.name,
         'shortName', s.short_name, 'group', s.group_code, 'targetMinutes', s.target_minutes,
         'limitMinutes', s.limit_minutes, 'zone', s.zone, 'line', s.line, 'documents', s.documents, 'guide', s.guide,
         'issuing', s.issuing, 'quota', s.quota, 'addOns', s.add_ons, 'stepIds', s.steps, 'atKiosk', s.at_kiosk,
         'icon', s.icon, 'series', json_build_object('id', n.id, 'prefix', n.prefix, 'rangeFrom', n.range_from,
         'rangeTo', n.range_to)) order by s.position, s.code), '[]')
       from service s join number_series n on n.tenant_id = s.tenant_id and n.id = s.series_id
       where s.tenant_id = $1 and s.office_id = o.id and s.archived_at is null) as services,
     (select coalesce(json_agg(json_build_object('id', c.id, 'number', c.number, 'position', c.position, 'name', c.name,
         'serviceIds', (select coalesce(json_agg(cs.service_id order by cs.preference), '[]') from counter_service cs
           join service s on s.tenant_id = cs.tenant_id and s.id = cs.service_id and s.archived_at is null
           where cs.tenant_id = $1 and cs.counter_id = c.id)) order by c.position, c.number), '[]')
       from counter c
       where c.tenant_id = $1 and c.office_id = o.id and c.archived_at is null) as counters
   from office o join office_live l on l.tenant_id = o.tenant_id and l.office_id = o.id
   where o.tenant_id = $1 and o.id = $2`,
);

const summary = 'id, slug, name, address, zone, authority';
const readBySlug = statement('offices.by_slug', `select ${summary} from office where tenant_id = $1 and slug = $2`);
const readAll = statement(
  'offices.all',
  `select ${summary} from office where tenant_id = $1 order by created_at, slug`,
);

const officeOfService = statement(
  'offices.of_service',
  'select office_id as "officeId" from service where tenant_id = $1 and id = $2 and archived_at is null',
);

interface ServiceRow extends Omit<ServiceConfig, 'issuingWindows' | 'quotaPerDay'> {
  readonly issuing: z.infer<typeof TimeSpan>[];
  readonly quota: z.infer<typeof Quota> | null;
  readonly addOns: AddOnConfig[];
}

interface ConfigRow {
  readonly id: string;
  readonly revision: number;
  readonly slug: string;
  readonly name: LocalText;
  readonly address: string;
  readonly zone: string;
  readonly dayStart: string;
  readonly authority: 'sunbeon' | 'hardware';
  readonly hours: OfficeHours;
  readonly calling: CallingPolicyInput;
  readonly overflow: { readonly from: number; readonly to: number };
  readonly priorities: PriorityConfig[];
  readonly groups: { readonly code: string; readonly name: LocalText; readonly icon?: string }[];
  readonly zones: ZoneConfig[];
  readonly media: MediaItem[];
  readonly services: ServiceRow[];
  readonly counters: CounterConfig[];
}

/** Reads of offices for screens and other slices. */
@Injectable()
export class OfficesReader {
  /** Newest configuration seen of each office. Small: one object per office that this process works for. */
  private readonly configs = new Map<string, OfficeConfig>();

  constructor(private readonly database: Database) {}

  /**
   * The configuration of an office of the transaction's tenant, at this revision or a newer one. From memory unless the
   * revision (office_live.config_revision, which every change of configuration raises) is new to this process.
   * @throws Error when the tenant has no such office: whoever asks has read its revision.
   */
  async configOf(tx: Transaction, officeId: string, revision: number): Promise<OfficeConfig> {
    const { tenantId } = tx.scope;
    const known = this.configs.get(officeId);
    if (known && known.tenantId === tenantId && known.revision >= revision) return known;
    const row = await tx.row<ConfigRow>(readConfig, [tenantId, officeId]);
    if (!row) throw new Error('configuration asked for of an office that is not there');
    const config = configFrom(tenantId, row);
    // Only after the commit: a change that is rolled back must leave nothing behind.
    tx.onCommit(() => this.remember(config));
    return config;
  }

  /** An office of the tenant by its slug, or undefined. */
  officeBySlug(scope: TenantScope, slug: string): Promise<OfficeSummary | undefined> {
    return this.database.transaction(scope, (tx) => this.officeIn(tx, slug));
  }

  /** As officeBySlug, within a transaction that is open already. */
  officeIn(tx: Transaction, slug: string): Promise<OfficeSummary | undefined> {
    return tx.row<OfficeSummary>(readBySlug, [tx.scope.tenantId, slug]);
  }

  /** The office of a slug, of those for which a person works. @throws not_found: what is not theirs is not there */
  theirs(staff: StaffIdentity, slug: string): Promise<OfficeSummary> {
    return this.database.transaction(staff, (tx) => this.theirsIn(tx, staff, slug));
  }

  /** As theirs, within a transaction that is open already. */
  async theirsIn(tx: Transaction, staff: StaffIdentity, slug: string): Promise<OfficeSummary> {
    const office = await this.officeIn(tx, slug);
    return office && worksAt(staff, office.id) ? office : refuse('not_found');
  }

  /** All offices of the tenant, the oldest first. */
  officesOf(scope: TenantScope): Promise<OfficeSummary[]> {
    return this.database.transaction(scope, (tx) => this.officesIn(tx));
  }

  /** As officesOf, within a transaction that is open already. */
  officesIn(tx: Transaction): Promise<OfficeSummary[]> {
    return tx.rows<OfficeSummary>(readAll, [tx.scope.tenantId]);
  }

  /** Id of the office that has this service, or undefined when the tenant has none such. */
  async officeOfService(scope: TenantScope, serviceId: string): Promise<string | undefined> {
    const row = await this.database.transaction(scope, (tx) =>
      tx.row<{ officeId: string }>(officeOfService, [scope.tenantId, serviceId]),
    );
    return row?.officeId;
  }

  private remember(config: OfficeConfig): void {
    const known = this.configs.get(config.id);
    if (!known || known.revision < config.revision) this.configs.set(config.id, config);
  }
}

/** For slices that read offices. */
@Module({ providers: [OfficesReader], exports: [OfficesReader] })
export class OfficesReaderModule {}

function configFrom(tenantId: string, row: ConfigRow): OfficeConfig {
  const { overflow, groups, services: serviceRows, counters, calling, ...office } = row;
  // Freezing does not reach into a Map, so what goes in is frozen before.
  const services = deepFreeze(serviceRows.map(serviceFrom));
  const idOfNumber = new Map(counters.map(({ number, id }) => [number, id]));
  return deepFreeze({
    ...office,
    tenantId,
    calendar: calendarOf(office, idOfNumber),
    policy: callingPolicyOf(calling),
    rules: ticketRulesOf(calling, office.priorities),
    levelRule: defaultLevelRule,
    overflow: { rangeFrom: overflow.from, rangeTo: overflow.to },
    prefixes: [...new Set(services.map(({ series }) => series.prefix))],
    groups: groups.map(({ code, name, icon }) => ({ code, name, icon: icon ?? null })),
    services: new Map(services.map((service) => [service.id, service])),
    serviceByCode: new Map(services.map((service) => [service.code, service])),
    counters,
    counterById: new Map(counters.map((counter) => [counter.id, counter])),
    counterByNumber: new Map(counters.map((counter) => [counter.number, counter])),
  });
}

function serviceFrom({ issuing, quota, ...service }: ServiceRow): ServiceConfig {
  return { ...service, quotaPerDay: quota?.perDay ?? null, issuingWindows: issuingWindowsOf(issuing, quota) };
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}
