import { Controller } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { File, type FileAnswer } from '../platform/http/file-answer.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { ServiceImportService } from './service-import.service.ts';

@Controller()
export class ServiceImportController {
  constructor(private readonly imports: ServiceImportService) {}

  @Route('serviceImportTemplate')
  async template(
    @Staff() who: StaffIdentity,
    @Input() { query }: RouteInput<'serviceImportTemplate'>,
    @File() file: FileAnswer,
  ): Promise<void> {
    const table = await this.imports.template(who, query.office);
    await file.send('text/csv', `services-${query.office}.csv`, [table]);
  }

  @Route('serviceImportCheck')
  check(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'serviceImportCheck'>,
  ): Promise<RouteOutput<'serviceImportCheck'>> {
    return this.imports.check(who, body.office, body.file);
  }

  @Route('serviceImportApply')
  apply(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'serviceImportApply'>,
  ): Promise<RouteOutput<'serviceImportApply'>> {
    return this.imports.apply(who, body.office, body.file, body.token);
  }
}
