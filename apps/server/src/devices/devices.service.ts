import { Inject, Injectable } from '@nestjs/common';
import type { DeviceSettings } from '@sunbeon/contract';
import { v7 as uuidv7 } from 'uuid';
import { OfficesReader } from '../offices/offices.reader.ts';
import { Audit } from '../platform/audit/audit.ts';
import { DeviceEvents } from '../platform/auth/device-events.ts';
import { worksAt, type StaffIdentity } from '../platform/auth/identity.ts';
import { iso } from '../platform/clock/clock.ts';
import { CONFIG } from '../platform/config/config.module.ts';
import type { Config } from '../platform/config/config.ts';
import { Database, type SqlScope, type Transaction } from '../platform/database/database.ts';
import { TenantEntities } from '../platform/database/entities.ts';
import { ProblemException, refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { ScreensReader } from '../screens/screens.reader.ts';
import { PlanLimits } from '../tenants/plan-limits.reader.ts';
import { Device } from './device.entity.ts';
import { presentDevice } from './device.presenter.ts';
import { mayManage } from './devices.policy.ts';
import { DevicesReader } from './devices.reader.ts';
import { DevicesRepository, type DeviceRecord } from './devices.repository.ts';

/** Devices as people manage them. */
@Injectable()
export class DevicesService {
  constructor(
    private readonly database: Database,
    private readonly entities: TenantEntities,
    private readonly offices: OfficesReader,
    private readonly devices: DevicesRepository,
    private readonly reader: DevicesReader,
    private readonly events: DeviceEvents,
    private readonly limits: PlanLimits,
    private readonly screens: ScreensReader,
    private readonly audit: Audit,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async create(staff: StaffIdentity, wish: RouteInput<'deviceCreate'>['body']): Promise<RouteOutput<'deviceCreate'>> {
    const office = await this.offices.theirs(staff, wish.office);
    const { kind, name, settings } = wish;
    this.checkPrinter(settings);
    const device = { tenantId: staff.tenantId, id: uuidv7(), officeId: office.id, kind, name, settings };
    await this.entities.run(staff, async (em, sql) => {
      await this.limits.hold(sql, 'devices');
      await this.holdLayout(sql, office.id, settings);
      await em.insert(Device, device);
      const target = { kind: 'device', id: device.id };
      await this.audit.record(sql, { action: 'device.create', target, after: wish });
    });
    return this.database.transaction(staff, (tx) => this.row(tx, device.id));
  }

  async list(staff: StaffIdentity): Promise<RouteOutput<'deviceList'>> {
    const devices = await this.database.transaction(staff, (tx) => this.reader.all(tx));
    const now = Date.now();
    return devices.filter(({ officeId }) => worksAt(staff, officeId)).map((device) => presentDevice(device, now));
  }

  /** Another name, other settings; the device hears of it at once, or with its next heartbeat. */
  async update(
    staff: StaffIdentity,
    id: string,
    wish: RouteInput<'deviceUpdate'>['body'],
  ): Promise<RouteOutput<'deviceUpdate'>> {
    if (wish.settings) this.checkPrinter(wish.settings);
    const row = await this.database.transaction(staff, async (tx) => {
      const { name, settings, officeId } = await this.managed(tx, staff, id);
      if (wish.settings) await this.holdLayout(tx, officeId, wish.settings);
      const after = { name: wish.name ?? name, settings: wish.settings ?? settings };
      await this.devices.change(tx, id, after.name, after.settings);
      await this.record(tx, 'device.update', id, { before: { name, settings }, after });
      return this.row(tx, id);
    });
    await this.events.say({ to: { deviceId: id }, name: 'config', payload: { version: row.config.wanted } });
    return row;
  }

  /** The device's token dies at once, and so does a pairing code that was not used yet. */
  revoke(staff: StaffIdentity, id: string): Promise<RouteOutput<'deviceRevoke'>> {
    return this.database.transaction(staff, async (tx) => {
      const { name, revokedAt } = await this.managed(tx, staff, id);
      await this.devices.revoke(tx, id);
      await this.record(tx, 'device.revoke', id, { before: { name, revokedAt: iso(revokedAt) } });
      tx.onCommit(() => this.events.revoked({ tenantId: staff.tenantId, deviceId: id, reason: 'revoked' }));
      return this.row(tx, id);
    });
  }

  /** @throws not_found, also when it stands in an office that the person does not work for */
  async managed(tx: Transaction, staff: StaffIdentity, id: string): Promise<DeviceRecord> {
    const device = (await this.devices.read(tx, id)) ?? refuse('not_found');
    mayManage(staff, device.officeId);
    return device;
  }

  /** Whoever may name any address could knock at every door of the installation's network through us. */
  private checkPrinter({ printer }: DeviceSettings): void {
    if (printer?.way === 'network' && !this.config.mayPrintAt(printer.host)) refuse('printer_not_allowed');
  }

  /** A screen that named a layout of another office, or one for other screens, would show none and say nothing. */
  private async holdLayout(tx: SqlScope, officeId: string, { layout, screen = 'hall' }: DeviceSettings) {
    if (layout === undefined) return;
    const [found] = await this.screens.layouts(tx, layout);
    if (found?.officeId === officeId && found.screen === screen) return;
    const issue = { path: 'body.settings.layout', message: 'is no layout of the office for such screens' };
    throw new ProblemException('validation', undefined, [issue]);
  }

  private async row(tx: Transaction, id: string): Promise<RouteOutput<'deviceCreate'>> {
    return presentDevice((await this.reader.one(tx, id)) ?? refuse('not_found'), Date.now());
  }

  private record(tx: Transaction, action: string, id: string, change: { before?: object; after?: object }) {
    return this.audit.record(tx, { action, target: { kind: 'device', id }, ...change });
  }
}
