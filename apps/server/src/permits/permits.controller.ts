import { Controller } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { File, type FileAnswer } from '../platform/http/file-answer.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { PermitImportService } from './permit-import.service.ts';
import { PermitsService } from './permits.service.ts';

@Controller()
export class PermitsController {
  constructor(
    private readonly permits: PermitsService,
    private readonly imports: PermitImportService,
  ) {}

  @Route('permitPage')
  page(@Staff() who: StaffIdentity, @Input() { query }: RouteInput<'permitPage'>): Promise<RouteOutput<'permitPage'>> {
    return this.permits.page(who, query);
  }

  @Route('permitShow')
  show(@Staff() who: StaffIdentity, @Input() { params }: RouteInput<'permitShow'>): Promise<RouteOutput<'permitShow'>> {
    return this.permits.show(who, params.id);
  }

  @Route('permitCreate')
  create(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'permitCreate'>,
  ): Promise<RouteOutput<'permitCreate'>> {
    return this.permits.create(who, body);
  }

  @Route('permitUpdate')
  update(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'permitUpdate'>,
  ): Promise<RouteOutput<'permitUpdate'>> {
    return this.permits.update(who, params.id, body);
  }

  @Route('permitArchive')
  archive(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'permitArchive'>,
  ): Promise<RouteOutput<'permitArchive'>> {
    return this.permits.setArchived(who, params.id, body.version, true);
  }

  @Route('permitRestore')
  restore(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'permitRestore'>,
  ): Promise<RouteOutput<'permitRestore'>> {
    return this.permits.setArchived(who, params.id, body.version, false);
  }

  @Route('permitImportTemplate')
  async template(@Staff() who: StaffIdentity, @File() file: FileAnswer): Promise<void> {
    await file.send('text/csv', 'permits.csv', [await this.imports.template(who)]);
  }

  @Route('permitImportCheck')
  check(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'permitImportCheck'>,
  ): Promise<RouteOutput<'permitImportCheck'>> {
    return this.imports.check(who, body.file);
  }

  @Route('permitImportApply')
  apply(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'permitImportApply'>,
  ): Promise<RouteOutput<'permitImportApply'>> {
    return this.imports.apply(who, body.file, body.token);
  }
}
