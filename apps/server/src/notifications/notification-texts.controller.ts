import { Controller } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { NotificationTextsService } from './notification-texts.service.ts';

@Controller()
export class NotificationTextsController {
  constructor(private readonly texts: NotificationTextsService) {}

  @Route('notificationTextList')
  list(@Staff() who: StaffIdentity): Promise<RouteOutput<'notificationTextList'>> {
    return this.texts.list(who);
  }

  @Route('notificationTextUpdate')
  update(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'notificationTextUpdate'>,
  ): Promise<RouteOutput<'notificationTextUpdate'>> {
    return this.texts.update(who, params.id, body);
  }

  @Route('notificationTextReset')
  reset(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'notificationTextReset'>,
  ): Promise<RouteOutput<'notificationTextReset'>> {
    return this.texts.reset(who, params.id, body.version);
  }
}
