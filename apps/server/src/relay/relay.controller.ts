import { Controller } from '@nestjs/common';
import type { DeviceIdentity } from '../platform/auth/identity.ts';
import { Device } from '../platform/auth/who.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { RelayService } from './relay.service.ts';

@Controller()
export class RelayController {
  constructor(private readonly relay: RelayService) {}

  @Route('relayEvents')
  take(
    @Device() device: DeviceIdentity,
    @Input() input: RouteInput<'relayEvents'>,
  ): Promise<RouteOutput<'relayEvents'>> {
    return this.relay.take(device, input.body.events);
  }
}
