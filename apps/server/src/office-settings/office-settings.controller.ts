import { Controller } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { CountersSettingsService } from './counters-settings.service.ts';
import { HoursService } from './hours.service.ts';
import { OfficeFactsService } from './office-facts.service.ts';
import { ServicesService } from './services.service.ts';

@Controller()
export class OfficeSettingsController {
  constructor(
    private readonly services: ServicesService,
    private readonly counters: CountersSettingsService,
    private readonly hours: HoursService,
    private readonly facts: OfficeFactsService,
  ) {}

  @Route('serviceList')
  serviceList(@Staff() who: StaffIdentity): Promise<RouteOutput<'serviceList'>> {
    return this.services.list(who);
  }

  @Route('serviceCreate')
  serviceCreate(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'serviceCreate'>,
  ): Promise<RouteOutput<'serviceCreate'>> {
    return this.services.create(who, body);
  }

  @Route('serviceUpdate')
  serviceUpdate(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'serviceUpdate'>,
  ): Promise<RouteOutput<'serviceUpdate'>> {
    return this.services.update(who, params.id, body);
  }

  @Route('serviceArchive')
  serviceArchive(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'serviceArchive'>,
  ): Promise<RouteOutput<'serviceArchive'>> {
    return this.services.archive(who, params.id, body.version);
  }

  @Route('serviceRestore')
  serviceRestore(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'serviceRestore'>,
  ): Promise<RouteOutput<'serviceRestore'>> {
    return this.services.restore(who, params.id, body.version);
  }

  @Route('counterList')
  counterList(@Staff() who: StaffIdentity): Promise<RouteOutput<'counterList'>> {
    return this.counters.list(who);
  }

  @Route('counterCreate')
  counterCreate(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'counterCreate'>,
  ): Promise<RouteOutput<'counterCreate'>> {
    return this.counters.create(who, body);
  }

  @Route('counterUpdate')
  counterUpdate(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'counterUpdate'>,
  ): Promise<RouteOutput<'counterUpdate'>> {
    return this.counters.update(who, params.id, body);
  }

  @Route('counterArchive')
  counterArchive(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'counterArchive'>,
  ): Promise<RouteOutput<'counterArchive'>> {
    return this.counters.archive(who, params.id, body.version);
  }

  @Route('counterRestore')
  counterRestore(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'counterRestore'>,
  ): Promise<RouteOutput<'counterRestore'>> {
    return this.counters.restore(who, params.id, body.version);
  }

  @Route('officeSettings')
  officeSettings(@Staff() who: StaffIdentity): Promise<RouteOutput<'officeSettings'>> {
    return this.hours.list(who);
  }

  @Route('officeUpdate')
  officeUpdate(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'officeUpdate'>,
  ): Promise<RouteOutput<'officeUpdate'>> {
    return this.facts.update(who, params.id, body.version, body.office);
  }

  @Route('officeHours')
  officeHours(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'officeHours'>,
  ): Promise<RouteOutput<'officeHours'>> {
    return this.hours.update(who, params.id, body.version, body.hours);
  }

  @Route('officeYear')
  officeYear(
    @Staff() who: StaffIdentity,
    @Input() { params, query }: RouteInput<'officeYear'>,
  ): Promise<RouteOutput<'officeYear'>> {
    return this.hours.year(who, params.id, query.year);
  }
}
