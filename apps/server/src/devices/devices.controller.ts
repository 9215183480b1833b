import { Controller, Ip } from '@nestjs/common';
import type { DeviceIdentity, StaffIdentity } from '../platform/auth/identity.ts';
import { Device, Staff } from '../platform/auth/who.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { DeviceLifeService } from './device-life.service.ts';
import { DevicesService } from './devices.service.ts';
import { Freshness, IfChanged } from './etag.ts';
import { PairingService } from './pairing.service.ts';

@Controller()
export class DevicesController {
  constructor(
    private readonly devices: DevicesService,
    private readonly pairing: PairingService,
    private readonly life: DeviceLifeService,
  ) {}

  @Route('deviceCreate')
  create(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'deviceCreate'>,
  ): Promise<RouteOutput<'deviceCreate'>> {
    return this.devices.create(who, body);
  }

  @Route('deviceList')
  list(@Staff() who: StaffIdentity): Promise<RouteOutput<'deviceList'>> {
    return this.devices.list(who);
  }

  @Route('pairingCode')
  pairingCode(
    @Staff() who: StaffIdentity,
    @Input() { params }: RouteInput<'pairingCode'>,
  ): Promise<RouteOutput<'pairingCode'>> {
    return this.pairing.newCode(who, params.id);
  }

  @Route('deviceRevoke')
  revoke(
    @Staff() who: StaffIdentity,
    @Input() { params }: RouteInput<'deviceRevoke'>,
  ): Promise<RouteOutput<'deviceRevoke'>> {
    return this.devices.revoke(who, params.id);
  }

  @Route('pair')
  pair(@Input() { body }: RouteInput<'pair'>, @Ip() address: string): Promise<RouteOutput<'pair'>> {
    return this.pairing.pair(body.code, address);
  }

  @Route('deviceConfig')
  async config(
    @Device() who: DeviceIdentity,
    @IfChanged() client: Freshness,
  ): Promise<RouteOutput<'deviceConfig'> | undefined> {
    const { config, etag } = await this.life.config(who);
    return client.has(etag) ? undefined : config;
  }

  @Route('heartbeat')
  heartbeat(
    @Device() who: DeviceIdentity,
    @Input() { body }: RouteInput<'heartbeat'>,
  ): Promise<RouteOutput<'heartbeat'>> {
    return this.life.heartbeat(who, body);
  }
}
