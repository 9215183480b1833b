import { Injectable } from '@nestjs/common';
import type { OfficeFacts, OfficeHours, ServiceTemplate } from '@sunbeon/contract';
import { v7 as uuidv7 } from 'uuid';
import { statement, type Transaction } from '../platform/database/database.ts';
import type { KeptCounter, KeptService } from './whole-office.ts';

/** A device of the office with the version of the configuration that it should have now. */
export interface DeviceToTell {
  readonly id: string;
  readonly version: number;
}

const raise = statement(
  'office_settings.raise',
  `with raised as (
     update office_live set config_revision = config_revision + 1 where tenant_id = $1 and office_id = $2
     returning config_revision
   )
   select d.id, r.config_revision + d.settings_revision as version from device d cross join raised r
   where d.tenant_id = $1 and d.office_id = $2 and d.revoked_at is null`,
);
// The same beginning is the same roll of numbers: what is archived with it shares its end from now on.
const putSeries = statement(
  'office_settings.series',
  `insert into number_series (tenant_id, id, office_id, prefix, range_from, range_to) values ($1, $2, $3, $4, $5, $6)
   on conflict (tenant_id, office_id, prefix, range_from) do update set range_to = excluded.range_to returning id`,
);
const putService = statement(
  'office_settings.put_service',
  `insert into service (tenant_id, id, office_id, series_id, code, position, name, short_name, group_code, target_minutes,
     limit_minutes, zone, line, documents, guide, issuing, quota, add_ons, steps, at_kiosk, icon)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
   on conflict (tenant_id, id) do update set series_id = excluded.series_id, position = excluded.position,
     name = excluded.name, short_name = excluded.short_name, group_code = excluded.group_code,
     target_minutes = excluded.target_minutes, limit_minutes = excluded.limit_minutes, zone = excluded.zone,
     line = excluded.line, documents = excluded.documents, guide = excluded.guide, issuing = excluded.issuing,
     quota = excluded.quota, add_ons = excluded.add_ons, steps = excluded.steps, at_kiosk = excluded.at_kiosk,
     icon = excluded.icon, version = service.version + 1`,
);
const archive = {
  service: statement(
    'office_settings.archive_service',
    `update service set archived_at = case when $3::boolean then now() end, version = version + 1
     where tenant_id = $1 and id = $2`,
  ),
  counter: statement(
    'office_settings.archive_counter',
    `update counter set archived_at = case when $3::boolean then now() end, version = version + 1
     where tenant_id = $1 and id = $2`,
  ),
} as const;
const putCounter = statement(
  'office_settings.put_counter',
  `insert into counter (tenant_id, id, office_id, number, position, name) values ($1, $2, $3, $4, $5, $6)
   on conflict (tenant_id, id) do update set position = excluded.position, name = excluded.name,
     version = counter.version + 1`,
);
// Live rows are there for counters in use only: the hall works with every one that it finds.
const addLive = statement(
  'office_settings.add_live',
  `insert into counter_live (tenant_id, counter_id, office_id) values ($1, $2, $3)
   on conflict (tenant_id, counter_id) do nothing`,
);
const dropLive = statement(
  'office_settings.drop_live',
  'delete from counter_live where tenant_id = $1 and counter_id = $2',
);
// Links to archived services stay: whoever restores the service has its counters again.
const dropServices = statement(
  'office_settings.drop_services',
  `delete from counter_service cs using service s where cs.tenant_id = $1 and cs.counter_id = $2
     and s.tenant_id = cs.tenant_id and s.id = cs.service_id and s.archived_at is null`,
);
const addServices = statement(
  'office_settings.add_services',
  `insert into counter_service (tenant_id, counter_id, service_id, preference)
   select $1, $2, id::uuid, ordinality - 1 from jsonb_array_elements_text($3) with ordinality as t(id, ordinality)`,
);
const saveHours = statement(
  'office_settings.hours',
  'update office set hours = $3, version = version + 1 where tenant_id = $1 and id = $2',
);

const saveOffice = statement(
  'office_settings.office',
  `update office set name = $3, address = $4, calling = $5, overflow = $6, priorities = $7, groups = $8, zones = $9,
     version = version + 1 where tenant_id = $1 and id = $2`,
);

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

/** Writes of a configuration; the office's live row is locked by who calls. */
@Injectable()
export class SettingsRepository {
  /** The configuration is another from now on. @returns devices that should hear of it */
  raise(tx: Transaction, officeId: string): Promise<DeviceToTell[]> {
    return tx.rows<DeviceToTell>(raise, [tx.scope.tenantId, officeId]);
  }

  /** @param ids code -> id of every service of the office, the new one too */
  async putService(
    tx: Transaction,
    officeId: string,
    { id, position, fields }: KeptService,
    ids: ReadonlyMap<string, string>,
  ): Promise<void> {
    const seriesId = await this.series(tx, officeId, fields.numbers);
    await tx.rows(putService, [
      tx.scope.tenantId,
      id,
      officeId,
      seriesId,
      fields.code,
      position,
      json(fields.name),
      json(fields.shortName),
      fields.group,
      fields.targetMinutes,
      fields.limitMinutes,
      fields.zone ?? null,
      fields.line ?? null,
      json(fields.documents),
      json(fields.guide),
      json(fields.issuing),
      json(fields.quota),
      json(fields.addOns.map((addOn) => ({ ...addOn, serviceId: ids.get(addOn.code) }))),
      json(fields.steps.map((code) => ids.get(code))),
      fields.atKiosk,
      fields.icon ?? null,
    ]);
  }

  async setArchived(tx: Transaction, kind: keyof typeof archive, id: string, archived: boolean): Promise<void> {
    await tx.rows(archive[kind], [tx.scope.tenantId, id, archived]);
  }

  /** @param serviceIds in order of preference */
  async putCounter(
    tx: Transaction,
    officeId: string,
    { id, position, fields }: KeptCounter,
    serviceIds: readonly string[],
  ): Promise<void> {
    const { tenantId } = tx.scope;
    await tx.rows(putCounter, [tenantId, id, officeId, fields.number, position, json(fields.name)]);
    await this.setLive(tx, officeId, id, true);
    await tx.rows(dropServices, [tenantId, id]);
    await tx.rows(addServices, [tenantId, id, JSON.stringify(serviceIds)]);
  }

  /** A counter in use has a live row, an archived one has none. */
  async setLive(tx: Transaction, officeId: string, counterId: string, live: boolean): Promise<void> {
    const { tenantId } = tx.scope;
    await tx.rows(live ? addLive : dropLive, live ? [tenantId, counterId, officeId] : [tenantId, counterId]);
  }

  async saveHours(tx: Transaction, officeId: string, hours: OfficeHours): Promise<void> {
    await tx.rows(saveHours, [tx.scope.tenantId, officeId, JSON.stringify(hours)]);
  }

  async saveOffice(tx: Transaction, officeId: string, facts: OfficeFacts): Promise<void> {
    const { name, address, calling, overflow, priorities, groups, zones } = facts;
    const lists = [calling, overflow, priorities, groups, zones].map(json);
    await tx.rows(saveOffice, [tx.scope.tenantId, officeId, json(name), address, ...lists]);
  }

  private async series(tx: Transaction, officeId: string, numbers: ServiceTemplate['numbers']): Promise<string> {
    const { prefix, from, to } = numbers;
    const row = await tx.row<{ id: string }>(putSeries, [tx.scope.tenantId, uuidv7(), officeId, prefix, from, to]);
    if (!row) throw new Error('a series without its row');
    return row.id;
  }
}
