import { Controller } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { File, FileAnswer } from '../platform/http/file-answer.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { AuditService } from './audit.service.ts';

@Controller()
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Route('auditList')
  list(@Staff() who: StaffIdentity, @Input() { query }: RouteInput<'auditList'>): Promise<RouteOutput<'auditList'>> {
    return this.audit.list(who, query);
  }

  @Route('auditVerify')
  verify(@Staff() who: StaffIdentity): Promise<RouteOutput<'auditVerify'>> {
    return this.audit.verify(who);
  }

  @Route('auditExport')
  async export(
    @Staff() who: StaffIdentity,
    @Input() { body }: RouteInput<'auditExport'>,
    @File() file: FileAnswer,
  ): Promise<void> {
    await file.send('text/csv', 'audit.csv', await this.audit.export(who, body));
  }
}
