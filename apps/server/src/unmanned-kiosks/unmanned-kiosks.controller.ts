import { Controller } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { File, type FileAnswer } from '../platform/http/file-answer.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { UnmannedKioskImportService } from './unmanned-kiosk-import.service.ts';
import { UnmannedKiosksService } from './unmanned-kiosks.service.ts';

@Controller()
export class UnmannedKiosksController {
  constructor(
    private readonly machines: UnmannedKiosksService,
    private readonly imports: UnmannedKioskImportService,
  ) {}

  @Route('unmannedKioskList')
  list(@Staff() who: StaffIdentity): Promise<RouteOutput<'unmannedKioskList'>> {
    return this.machines.list(who);
  }

  @Route('unmannedKioskCreate')
  create(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'unmannedKioskCreate'>,
  ): Promise<RouteOutput<'unmannedKioskCreate'>> {
    return this.machines.create(who, body);
  }

  @Route('unmannedKioskUpdate')
  update(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'unmannedKioskUpdate'>,
  ): Promise<RouteOutput<'unmannedKioskUpdate'>> {
    return this.machines.update(who, params.id, body);
  }

  @Route('unmannedKioskReport')
  report(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'unmannedKioskReport'>,
  ): Promise<RouteOutput<'unmannedKioskReport'>> {
    return this.machines.report(who, params.id, body);
  }

  @Route('unmannedKioskArchive')
  archive(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'unmannedKioskArchive'>,
  ): Promise<RouteOutput<'unmannedKioskArchive'>> {
    return this.machines.setArchived(who, params.id, body.version, true);
  }

  @Route('unmannedKioskRestore')
  restore(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'unmannedKioskRestore'>,
  ): Promise<RouteOutput<'unmannedKioskRestore'>> {
    return this.machines.setArchived(who, params.id, body.version, false);
  }

  @Route('unmannedKioskImportTemplate')
  async template(@Staff() who: StaffIdentity, @File() file: FileAnswer): Promise<void> {
    await file.send('text/csv', 'unmanned-kiosks.csv', [await this.imports.template(who)]);
  }

  @Route('unmannedKioskImportCheck')
  check(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'unmannedKioskImportCheck'>,
  ): Promise<RouteOutput<'unmannedKioskImportCheck'>> {
    return this.imports.check(who, body.file);
  }

  @Route('unmannedKioskImportApply')
  apply(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'unmannedKioskImportApply'>,
  ): Promise<RouteOutput<'unmannedKioskImportApply'>> {
    return this.imports.apply(who, body.file, body.token);
  }
}
