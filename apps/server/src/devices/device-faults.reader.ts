import { Injectable, Module } from '@nestjs/common';
import type { AlertMessage, DeviceAlertKind } from '@sunbeon/contract';
import { iso } from '../platform/clock/clock.ts';
import { Database, statement, type TenantScope } from '../platform/database/database.ts';

const open = statement(
  'devices.faults_open',
  `select a.id, a.kind, a.detail, a.began_at as "beganAt", a.device_id as "deviceId", d.name from device_alert a
     join device d on d.tenant_id = a.tenant_id and d.id = a.device_id
   where a.tenant_id = $1 and a.office_id = $2 and a.ended_at is null order by a.began_at`,
);

interface Row {
  readonly id: string;
  readonly kind: DeviceAlertKind;
  readonly detail: string | null;
  readonly beganAt: number;
  readonly deviceId: string;
  readonly name: string;
}

/** What is wrong with devices of an office now, as it is told to staff who have just come. */
@Injectable()
export class DeviceFaultsReader {
  constructor(private readonly database: Database) {}

  async of(scope: TenantScope, officeId: string): Promise<AlertMessage[]> {
    const rows = await this.database.transaction(scope, (tx) => tx.rows<Row>(open, [scope.tenantId, officeId]));
    return rows.map(({ id, kind, detail, beganAt, deviceId, name }) => ({
      id,
      kind,
      detail,
      topic: 'device',
      state: 'stands',
      subject: { id: deviceId, name },
      at: iso(beganAt),
    }));
  }
}

@Module({ providers: [DeviceFaultsReader], exports: [DeviceFaultsReader] })
export class DeviceFaultsModule {}
