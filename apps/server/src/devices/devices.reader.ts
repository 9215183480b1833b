import { Injectable } from '@nestjs/common';
import { statement, type Transaction } from '../platform/database/database.ts';
import type { ListedDevice } from './device.presenter.ts';

const listed = statement(
  'devices.listed',
  `select d.id, d.office_id as "officeId", o.slug as office, d.kind, d.name, d.settings, d.paired_at as "pairedAt",
     d.revoked_at as "revokedAt", d.last_heard_at as "lastHeardAt", d.heartbeat, d.printer_state as "printerState",
     d.clock_offset_ms as "clockOffsetMs",
     l.config_revision + d.settings_revision as "configWanted",
     (select coalesce(json_agg(a.kind order by a.began_at), '[]') from device_alert a
       where a.tenant_id = d.tenant_id and a.device_id = d.id and a.ended_at is null) as alerts
   from device d join office o on o.tenant_id = d.tenant_id and o.id = d.office_id
     join office_live l on l.tenant_id = d.tenant_id and l.office_id = d.office_id
   where d.tenant_id = $1 and ($2::uuid is null or d.id = $2) order by d.id`,
);

/** Devices with their state, for lists. */
@Injectable()
export class DevicesReader {
  all(tx: Transaction): Promise<ListedDevice[]> {
    return tx.rows<ListedDevice>(listed, [tx.scope.tenantId, null]);
  }

  one(tx: Transaction, id: string): Promise<ListedDevice | undefined> {
    return tx.row<ListedDevice>(listed, [tx.scope.tenantId, id]);
  }
}
