import { Injectable } from '@nestjs/common';
import { pictureBytes, type DeviceCommand } from '@sunbeon/contract';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../platform/audit/audit.ts';
import { DeviceEvents } from '../platform/auth/device-events.ts';
import type { DeviceIdentity, StaffIdentity } from '../platform/auth/identity.ts';
import { iso } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { ProblemException, refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { DevicePictures } from './device-pictures.ts';
import { DevicesService } from './devices.service.ts';
import { pictureTypeOf } from './picture-type.ts';

/** What people let a device do from afar, and the picture of its screen. */
@Injectable()
export class DeviceCommandsService {
  constructor(
    private readonly database: Database,
    private readonly devices: DevicesService,
    private readonly pictures: DevicePictures,
    private readonly events: DeviceEvents,
    private readonly audit: Audit,
  ) {}

  /** A device that is not connected does not do it later: a reload at noon that was meant for the morning helps nobody. */
  async send(staff: StaffIdentity, deviceId: string, kind: DeviceCommand['kind']): Promise<{ reached: boolean }> {
    const id = uuidv7();
    await this.database.transaction(staff, async (tx) => {
      const { name } = await this.devices.managed(tx, staff, deviceId);
      if (kind === 'picture') await this.pictures.ask(tx, { id, deviceId, askedBy: staff.staffId });
      const target = { kind: 'device', id: deviceId };
      await this.audit.record(tx, { action: `device.${kind}`, target, after: { name } });
    });
    return { reached: await this.events.say({ to: { deviceId }, name: 'command', payload: { id, kind } }) };
  }

  /**
   * Takes the picture that was asked for last; it may be sent once.
   * @throws not_found when none is asked for; validation when it is too large or not of the type that it says
   */
  async take(who: DeviceIdentity, { requestId, type, data }: RouteInput<'devicePictureSend'>['body']): Promise<void> {
    const bytes = Buffer.from(data, 'base64');
    const fault =
      bytes.length > pictureBytes
        ? `must be of at most ${pictureBytes} bytes`
        : pictureTypeOf(bytes) === type
          ? undefined
          : `is no ${type}`;
    if (fault) throw new ProblemException('validation', undefined, [{ path: 'body.data', message: fault }]);
    const taken = await this.database.transaction(who, (tx) =>
      this.pictures.take(tx, { id: requestId, deviceId: who.deviceId, type, bytes }),
    );
    if (!taken) refuse('not_found');
  }

  async picture(staff: StaffIdentity, deviceId: string): Promise<RouteOutput<'devicePicture'>> {
    const picture = await this.database.transaction(staff, async (tx) => {
      await this.devices.managed(tx, staff, deviceId);
      return this.pictures.read(tx, deviceId);
    });
    if (!picture) return { state: 'none', askedAt: null, takenAt: null, type: null, data: null };
    return {
      state: picture.takenAt === null ? 'asked' : 'there',
      askedAt: iso(picture.askedAt),
      takenAt: iso(picture.takenAt),
      type: picture.type,
      data: picture.bytes?.toString('base64') ?? null,
    };
  }
}
