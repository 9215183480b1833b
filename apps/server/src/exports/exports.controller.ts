import { Controller } from '@nestjs/common';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Staff } from '../platform/auth/who.ts';
import { File, FileAnswer } from '../platform/http/file-answer.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { ExportsService } from './exports.service.ts';

@Controller()
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Route('exportAsk')
  ask(@Staff() who: StaffIdentity, @Input() { body }: RouteInput<'exportAsk'>): Promise<RouteOutput<'exportAsk'>> {
    return this.exports.ask(who, body);
  }

  @Route('exportList')
  list(@Staff() who: StaffIdentity): Promise<RouteOutput<'exportList'>> {
    return this.exports.list(who);
  }

  @Route('exportDownload')
  async download(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'exportDownload'>,
    @File() file: FileAnswer,
  ): Promise<void> {
    const parts = await this.exports.fetch(who, params.id, body.code);
    await file.send('application/gzip', `sunbeon-${params.id}.tar.gz`, parts);
  }
}
