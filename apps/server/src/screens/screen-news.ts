import { Injectable } from '@nestjs/common';
import { DeviceEvents } from '../platform/auth/device-events.ts';
import { statement, type Transaction } from '../platform/database/database.ts';

const raise = statement(
  'screens.raise',
  `with raised as (
     update office_live set config_revision = config_revision + 1 where tenant_id = $1 and office_id = $2
     returning config_revision
   )
   select d.id, r.config_revision + d.settings_revision as version from device d cross join raised r
   where d.tenant_id = $1 and d.office_id = $2 and d.revoked_at is null and d.kind in ('display', 'kiosk')`,
);

/** Tells the screens and kiosks of an office that they should show something else now. */
@Injectable()
export class ScreenNews {
  constructor(private readonly devices: DeviceEvents) {}

  /** Call it in the transaction of the change. Who does not hear it learns it from the next heartbeat. */
  async tell(tx: Transaction, officeId: string): Promise<void> {
    const told = await tx.rows<{ id: string; version: number }>(raise, [tx.scope.tenantId, officeId]);
    tx.onCommit(() => {
      for (const { id, version } of told)
        void this.devices.say({ to: { deviceId: id }, name: 'config', payload: { version } });
    });
  }
}
