import { Injectable } from '@nestjs/common';
import type { DeviceAlertKind } from '@sunbeon/contract';
import { v7 as uuidv7 } from 'uuid';
import { statement, type Transaction } from '../platform/database/database.ts';
import type { DeviceSigns } from './device-health.ts';

/** Instants as epoch milliseconds. */
export interface StoredAlert {
  readonly id: string;
  readonly deviceId: string;
  readonly deviceName: string;
  readonly officeId: string;
  readonly office: string;
  readonly kind: DeviceAlertKind;
  readonly detail: string | null;
  readonly beganAt: number;
  readonly endedAt: number | null;
  readonly seenAt: number | null;
}

export interface WatchedDevice extends DeviceSigns {
  readonly id: string;
  readonly name: string;
  readonly officeId: string;
}

// Locked, so that two workers do not begin one alert twice.
const watched = statement(
  'devices.watched',
  `select id, name, office_id as "officeId", paired_at as "pairedAt", revoked_at as "revokedAt",
     last_heard_at as "lastHeardAt", coalesce(nullif(printer_state, 'ok'), heartbeat ->> 'printer') as printer, clock_offset_ms as "clockOffsetMs"
   from device where tenant_id = $1 and id = $2 for no key update`,
);
const columns = `a.id, a.device_id as "deviceId", d.name as "deviceName", a.office_id as "officeId", o.slug as office, a.kind,
  a.detail, a.began_at as "beganAt", a.ended_at as "endedAt", a.seen_at as "seenAt"`;
const joined = `device_alert a join device d on d.tenant_id = a.tenant_id and d.id = a.device_id
  join office o on o.tenant_id = a.tenant_id and o.id = a.office_id`;
const openOf = statement(
  'devices.alerts_open',
  `select ${columns} from ${joined} where a.tenant_id = $1 and a.device_id = $2 and a.ended_at is null`,
);
const recent = statement(
  'devices.alerts_recent',
  `select ${columns} from ${joined} where a.tenant_id = $1
     and (a.ended_at is null or a.began_at >= clock_timestamp() - interval '7 days') order by a.began_at desc limit 500`,
);
const byId = statement(
  'devices.alert_by_id',
  `select ${columns} from ${joined} where a.tenant_id = $1 and a.id = $2 for update of a`,
);
const begin = statement(
  'devices.alert_begin',
  `insert into device_alert (tenant_id, id, device_id, office_id, kind, detail, began_at) values ($1, $2, $3, $4, $5, $6, $7)`,
);
const end = statement('devices.alert_end', 'update device_alert set ended_at = $3 where tenant_id = $1 and id = $2');
const see = statement(
  'devices.alert_seen',
  `update device_alert set seen_at = coalesce(seen_at, $3), seen_by = coalesce(seen_by, $4) where tenant_id = $1 and id = $2`,
);
const tell = statement(
  'devices.alert_tell',
  `insert into outbox (tenant_id, office_id, id, seq, type, payload)
   select $1, $2, $3, event_seq, 'device.alert', $4 from office_live where tenant_id = $1 and office_id = $2`,
);

/** Alerts of devices: begun and ended by the watch, seen by people. */
@Injectable()
export class DeviceAlertsRepository {
  watched(tx: Transaction, deviceId: string): Promise<WatchedDevice | undefined> {
    return tx.row<WatchedDevice>(watched, [tx.scope.tenantId, deviceId]);
  }

  openOf(tx: Transaction, deviceId: string): Promise<StoredAlert[]> {
    return tx.rows<StoredAlert>(openOf, [tx.scope.tenantId, deviceId]);
  }

  /** Those that are open, and those that began within a week. */
  recent(tx: Transaction): Promise<StoredAlert[]> {
    return tx.rows<StoredAlert>(recent, [tx.scope.tenantId]);
  }

  byId(tx: Transaction, id: string): Promise<StoredAlert | undefined> {
    return tx.row<StoredAlert>(byId, [tx.scope.tenantId, id]);
  }

  async begin(tx: Transaction, device: WatchedDevice, kind: DeviceAlertKind, detail: string | null, at: number) {
    const id = uuidv7();
    await tx.rows(begin, [tx.scope.tenantId, id, device.id, device.officeId, kind, detail, new Date(at)]);
    return id;
  }

  async end(tx: Transaction, id: string, at: number): Promise<void> {
    await tx.rows(end, [tx.scope.tenantId, id, new Date(at)]);
  }

  async see(tx: Transaction, id: string, by: string, at: number): Promise<void> {
    await tx.rows(see, [tx.scope.tenantId, id, new Date(at), by]);
  }

  /** Into the outbox, in the transaction in which it happens. */
  async tell(tx: Transaction, officeId: string, payload: object): Promise<void> {
    await tx.rows(tell, [tx.scope.tenantId, officeId, uuidv7(), JSON.stringify(payload)]);
  }
}
