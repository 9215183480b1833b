import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { AlertMessage, DeviceAlertKind } from '@sunbeon/contract';
import { DeviceEvents } from '../platform/auth/device-events.ts';
import { iso } from '../platform/clock/clock.ts';
import { Database, statement, type TenantScope, type Transaction } from '../platform/database/database.ts';
import { JobHandlers } from '../platform/jobs/job-handlers.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { DeviceAlertsRepository, type WatchedDevice } from './device-alerts.repository.ts';
import { faultsOfDevice } from './device-health.ts';

const toWatch = statement(
  'devices.to_watch',
  'select tenant_id as "tenantId", device_id as "deviceId" from sys.devices_to_watch()',
);
const purge = statement('devices.purge_pictures', 'select sys.purge_device_pictures()');

/** Begins and ends alerts of devices, by a job every ten seconds; the staff of the hall hears of it. */
@Injectable()
export class DeviceWatch implements OnModuleInit {
  private readonly logger = new Logger(DeviceWatch.name);

  constructor(
    private readonly database: Database,
    private readonly alerts: DeviceAlertsRepository,
    private readonly handlers: JobHandlers,
    private readonly outbox: Outbox,
    private readonly events: DeviceEvents,
  ) {}

  onModuleInit(): void {
    this.handlers.register('devices.watch', () => this.watch());
    this.outbox.listen(async (_scope, officeId, messages) => {
      for (const { type, payload } of messages) {
        if (type === 'device.alert') await this.events.say({ to: { hallOf: officeId }, name: 'alert', payload });
      }
    });
  }

  /** One device that fails does not keep the others waiting. */
  async watch(): Promise<void> {
    await this.database.system(purge);
    for (const { tenantId, deviceId } of await this.database.system<{ tenantId: string; deviceId: string }>(toWatch)) {
      try {
        await this.look({ tenantId }, deviceId);
      } catch (error) {
        this.logger.error({ msg: 'device could not be looked at', deviceId, err: error });
      }
    }
  }

  private look(scope: TenantScope, deviceId: string): Promise<void> {
    return this.database.transaction(scope, async (tx) => {
      const device = await this.alerts.watched(tx, deviceId);
      if (!device) return;
      const now = Date.now();
      const faults = faultsOfDevice(device, now);
      const open = await this.alerts.openOf(tx, deviceId);
      for (const [kind, detail] of faults) {
        if (!open.some((alert) => alert.kind === kind)) await this.begin(tx, device, kind, detail, now);
      }
      for (const { id, kind, detail } of open) {
        if (!faults.has(kind)) await this.end(tx, device, { id, kind, detail }, now);
      }
    });
  }

  private async begin(
    tx: Transaction,
    device: WatchedDevice,
    kind: DeviceAlertKind,
    detail: string | null,
    at: number,
  ) {
    const id = await this.alerts.begin(tx, device, kind, detail, at);
    await this.tell(tx, device, { id, kind, detail, state: 'began', at: iso(at) });
    this.logger.warn({ msg: 'device alert began', deviceId: device.id, kind, detail });
  }

  private async end(
    tx: Transaction,
    device: WatchedDevice,
    alert: { id: string; kind: DeviceAlertKind; detail: string | null },
    at: number,
  ) {
    await this.alerts.end(tx, alert.id, at);
    await this.tell(tx, device, { ...alert, state: 'ended', at: iso(at) });
    this.logger.log({ msg: 'device alert ended', deviceId: device.id, kind: alert.kind });
  }

  private async tell(tx: Transaction, device: WatchedDevice, alert: Omit<AlertMessage, 'topic' | 'subject'>) {
    const message: AlertMessage = { ...alert, topic: 'device', subject: { id: device.id, name: device.name } };
    await this.alerts.tell(tx, device.officeId, message);
    tx.onCommit(() => this.outbox.wake(tx.scope, device.officeId));
  }
}
