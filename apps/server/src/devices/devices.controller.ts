import { Controller, Ip } from '@nestjs/common';
import type { DeviceIdentity, StaffIdentity } from '../platform/auth/identity.ts';
import { Device, Staff } from '../platform/auth/who.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { DeviceAlertsService } from './device-alerts.service.ts';
import { DeviceCommandsService } from './device-commands.service.ts';
import { DeviceLifeService } from './device-life.service.ts';
import { DevicePreview } from './device-preview.ts';
import { DevicesService } from './devices.service.ts';
import { Freshness, IfChanged } from './etag.ts';
import { PairingService } from './pairing.service.ts';

@Controller()
export class DevicesController {
  constructor(
    private readonly devices: DevicesService,
    private readonly pairing: PairingService,
    private readonly life: DeviceLifeService,
    private readonly commands: DeviceCommandsService,
    private readonly alerts: DeviceAlertsService,
    private readonly previews: DevicePreview,
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

  @Route('deviceUpdate')
  update(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'deviceUpdate'>,
  ): Promise<RouteOutput<'deviceUpdate'>> {
    return this.devices.update(who, params.id, body);
  }

  @Route('deviceReplace')
  replace(
    @Staff() who: StaffIdentity,
    @Input() { params }: RouteInput<'deviceReplace'>,
  ): Promise<RouteOutput<'deviceReplace'>> {
    return this.pairing.replace(who, params.id);
  }

  @Route('deviceReload')
  reload(
    @Staff() who: StaffIdentity,
    @Input() { params }: RouteInput<'deviceReload'>,
  ): Promise<RouteOutput<'deviceReload'>> {
    return this.commands.send(who, params.id, 'reload');
  }

  @Route('deviceIdentify')
  identify(
    @Staff() who: StaffIdentity,
    @Input() { params }: RouteInput<'deviceIdentify'>,
  ): Promise<RouteOutput<'deviceIdentify'>> {
    return this.commands.send(who, params.id, 'identify');
  }

  @Route('devicePictureAsk')
  askPicture(
    @Staff() who: StaffIdentity,
    @Input() { params }: RouteInput<'devicePictureAsk'>,
  ): Promise<RouteOutput<'devicePictureAsk'>> {
    return this.commands.send(who, params.id, 'picture');
  }

  @Route('devicePicture')
  picture(
    @Staff() who: StaffIdentity,
    @Input() { params }: RouteInput<'devicePicture'>,
  ): Promise<RouteOutput<'devicePicture'>> {
    return this.commands.picture(who, params.id);
  }

  @Route('devicePictureSend')
  takePicture(@Device() who: DeviceIdentity, @Input() { body }: RouteInput<'devicePictureSend'>): Promise<void> {
    return this.commands.take(who, body);
  }

  @Route('deviceAlerts')
  listAlerts(@Staff() who: StaffIdentity): Promise<RouteOutput<'deviceAlerts'>> {
    return this.alerts.list(who);
  }

  @Route('deviceAlertSeen')
  seeAlert(
    @Staff() who: StaffIdentity,
    @Input() { params }: RouteInput<'deviceAlertSeen'>,
  ): Promise<RouteOutput<'deviceAlertSeen'>> {
    return this.alerts.seen(who, params.id);
  }

  @Route('screenPreview')
  preview(
    @Staff() who: StaffIdentity,
    @Input() { query }: RouteInput<'screenPreview'>,
  ): Promise<RouteOutput<'screenPreview'>> {
    return this.previews.config(who, query.office, query.kind);
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
