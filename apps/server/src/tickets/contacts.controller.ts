import { Controller } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { ContactsService } from './contacts.service.ts';

/** Phone numbers of tickets, for staff. */
@Controller()
export class ContactsController {
  constructor(private readonly contacts: ContactsService) {}

  @Route('ticketContact')
  masked(
    @Staff() who: StaffIdentity,
    @Input() { params }: RouteInput<'ticketContact'>,
  ): Promise<RouteOutput<'ticketContact'>> {
    return this.contacts.masked(who, params.id);
  }

  @Route('ticketContactOpen')
  open(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'ticketContactOpen'>,
  ): Promise<RouteOutput<'ticketContactOpen'>> {
    return this.contacts.open(who, params.id, body.reason);
  }
}
