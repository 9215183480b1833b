import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../platform/audit/audit.ts';
import { worksAt, type StaffIdentity } from '../platform/auth/identity.ts';
import { iso } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { TenantEntities } from '../platform/database/entities.ts';
import { refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { OfficesReader } from '../offices/offices.reader.ts';
import { DeviceEvents } from '../platform/auth/device-events.ts';
import { Device } from './device.entity.ts';
import { presentDevice } from './device.presenter.ts';
import { mayManage } from './devices.policy.ts';
import { DevicesRepository } from './devices.repository.ts';

/** Devices as people manage them. */
@Injectable()
export class DevicesService {
  constructor(
    private readonly database: Database,
    private readonly entities: TenantEntities,
    private readonly offices: OfficesReader,
    private readonly devices: DevicesRepository,
    private readonly events: DeviceEvents,
    private readonly audit: Audit,
  ) {}

  async create(staff: StaffIdentity, wish: RouteInput<'deviceCreate'>['body']): Promise<RouteOutput<'deviceCreate'>> {
    const office = (await this.offices.officeBySlug(staff, wish.office)) ?? refuse('not_found');
    mayManage(staff, office.id);
    const { kind, name, settings } = wish;
    const device = { tenantId: staff.tenantId, id: uuidv7(), officeId: office.id, kind, name, settings };
    await this.entities.run(staff, async (em, sql) => {
      await em.insert(Device, device);
      const target = { kind: 'device', id: device.id };
      await this.audit.record(sql, { action: 'device.create', target, after: wish });
    });
    return presentDevice(device, office.slug, Date.now());
  }

  async list(staff: StaffIdentity): Promise<RouteOutput<'deviceList'>> {
    const slugOf = new Map((await this.offices.officesOf(staff)).map(({ id, slug }) => [id, slug]));
    const devices = await this.entities.run(staff, (em) => em.find(Device, {}, { orderBy: { id: 'asc' } }));
    const now = Date.now();
    return devices
      .filter(({ officeId }) => worksAt(staff, officeId))
      .map((device) => presentDevice(device, slugOf.get(device.officeId) ?? '', now));
  }

  /** The device's token dies at once, and so does a pairing code that was not used yet. */
  async revoke(staff: StaffIdentity, id: string): Promise<RouteOutput<'deviceRevoke'>> {
    const office = await this.database.transaction(staff, async (tx) => {
      const device = (await this.devices.read(tx, id)) ?? refuse('not_found');
      mayManage(staff, device.officeId);
      await this.devices.revoke(tx, id);
      const before = { name: device.name, revokedAt: iso(device.revokedAt) };
      await this.audit.record(tx, { action: 'device.revoke', target: { kind: 'device', id }, before });
      tx.onCommit(() => this.events.revoked({ tenantId: staff.tenantId, deviceId: id, reason: 'revoked' }));
      return device.officeSlug;
    });
    const device = await this.entities.run(staff, (em) => em.findOneOrFail(Device, { tenantId: staff.tenantId, id }));
    return presentDevice(device, office, Date.now());
  }
}
