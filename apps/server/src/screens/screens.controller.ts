import { Controller } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { KioskScreensService } from './kiosk-screens.service.ts';
import { LayoutsService } from './layouts.service.ts';
import { PlaylistsService } from './playlists.service.ts';

@Controller()
export class ScreensController {
  constructor(
    private readonly playlists: PlaylistsService,
    private readonly layouts: LayoutsService,
    private readonly kiosks: KioskScreensService,
  ) {}

  @Route('playlistList')
  playlistList(@Staff() who: StaffIdentity): Promise<RouteOutput<'playlistList'>> {
    return this.playlists.list(who);
  }

  @Route('playlistCreate')
  playlistCreate(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'playlistCreate'>,
  ): Promise<RouteOutput<'playlistCreate'>> {
    return this.playlists.create(who, body);
  }

  @Route('playlistUpdate')
  playlistUpdate(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'playlistUpdate'>,
  ): Promise<RouteOutput<'playlistUpdate'>> {
    return this.playlists.update(who, params.id, body);
  }

  @Route('playlistDelete')
  playlistDelete(@Staff() who: StaffIdentity, @Input() { params, body }: RouteInput<'playlistDelete'>): Promise<void> {
    return this.playlists.remove(who, params.id, body.version);
  }

  @Route('layoutList')
  layoutList(@Staff() who: StaffIdentity): Promise<RouteOutput<'layoutList'>> {
    return this.layouts.list(who);
  }

  @Route('layoutCreate')
  layoutCreate(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'layoutCreate'>,
  ): Promise<RouteOutput<'layoutCreate'>> {
    return this.layouts.create(who, body);
  }

  @Route('layoutUpdate')
  layoutUpdate(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'layoutUpdate'>,
  ): Promise<RouteOutput<'layoutUpdate'>> {
    return this.layouts.update(who, params.id, body);
  }

  @Route('layoutDelete')
  layoutDelete(@Staff() who: StaffIdentity, @Input() { params, body }: RouteInput<'layoutDelete'>): Promise<void> {
    return this.layouts.remove(who, params.id, body.version);
  }

  @Route('kioskScreenList')
  kioskScreenList(@Staff() who: StaffIdentity): Promise<RouteOutput<'kioskScreenList'>> {
    return this.kiosks.list(who);
  }

  @Route('kioskScreenUpdate')
  kioskScreenUpdate(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'kioskScreenUpdate'>,
  ): Promise<RouteOutput<'kioskScreenUpdate'>> {
    return this.kiosks.update(who, params.id, body);
  }
}
