import { Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.ts';
import { worksAt, type StaffIdentity } from '../platform/auth/identity.ts';
import { iso } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import type { RouteOutput } from '../platform/http/route.ts';
import { DeviceAlertsRepository, type StoredAlert } from './device-alerts.repository.ts';

/** Alerts of devices as people see them. */
@Injectable()
export class DeviceAlertsService {
  constructor(
    private readonly database: Database,
    private readonly alerts: DeviceAlertsRepository,
    private readonly audit: Audit,
  ) {}

  async list(staff: StaffIdentity): Promise<RouteOutput<'deviceAlerts'>> {
    const alerts = await this.database.transaction(staff, (tx) => this.alerts.recent(tx));
    return alerts.filter(({ officeId }) => worksAt(staff, officeId)).map(presentAlert);
  }

  /** Whoever sees it first stays noted. @throws not_found */
  seen(staff: StaffIdentity, id: string): Promise<RouteOutput<'deviceAlertSeen'>> {
    return this.database.transaction(staff, async (tx) => {
      const alert = await this.alerts.byId(tx, id);
      if (!alert || !worksAt(staff, alert.officeId)) return refuse('not_found');
      await this.alerts.see(tx, id, staff.staffId, Date.now());
      const after = { device: alert.deviceName, kind: alert.kind };
      await this.audit.record(tx, { action: 'device_alert.seen', target: { kind: 'device_alert', id }, after });
      return presentAlert((await this.alerts.byId(tx, id)) ?? alert);
    });
  }
}

function presentAlert(alert: StoredAlert): RouteOutput<'deviceAlertSeen'> {
  const { id, deviceId, deviceName, office, kind, detail } = alert;
  const seenAt = iso(alert.seenAt);
  return {
    id,
    deviceId,
    deviceName,
    office,
    kind,
    detail,
    beganAt: iso(alert.beganAt),
    endedAt: iso(alert.endedAt),
    seenAt,
  };
}
