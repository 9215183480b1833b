import { Controller } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { AnnouncementsService } from './announcements.service.ts';

@Controller()
export class AnnouncementsController {
  constructor(private readonly announcements: AnnouncementsService) {}

  @Route('announcementList')
  list(@Staff() who: StaffIdentity): Promise<RouteOutput<'announcementList'>> {
    return this.announcements.list(who);
  }

  @Route('announcementCreate')
  create(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'announcementCreate'>,
  ): Promise<RouteOutput<'announcementCreate'>> {
    return this.announcements.create(who, body);
  }

  @Route('announcementUpdate')
  update(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'announcementUpdate'>,
  ): Promise<RouteOutput<'announcementUpdate'>> {
    return this.announcements.update(who, params.id, body);
  }

  @Route('announcementStart')
  start(
    @Staff() who: StaffIdentity,
    @Input() { params }: RouteInput<'announcementStart'>,
  ): Promise<RouteOutput<'announcementStart'>> {
    return this.announcements.start(who, params.id);
  }

  @Route('announcementEnd')
  end(
    @Staff() who: StaffIdentity,
    @Input() { params }: RouteInput<'announcementEnd'>,
  ): Promise<RouteOutput<'announcementEnd'>> {
    return this.announcements.end(who, params.id);
  }
}
