import { Controller } from '@nestjs/common';
import type { Identity, StaffIdentity } from '../platform/auth/identity.ts';
import { Someone, Staff } from '../platform/auth/who.ts';
import { FileBody, type SentFile } from '../platform/http/file-input.ts';
import { Kept, KeptFile } from '../platform/http/kept-file.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import { MediaService } from './media.service.ts';

@Controller()
export class MediaController {
  constructor(private readonly media: MediaService) {}

  @Route('mediaList')
  list(@Staff() who: StaffIdentity, @Input() { query }: RouteInput<'mediaList'>): Promise<RouteOutput<'mediaList'>> {
    return this.media.list(who, query);
  }

  @Route('mediaUpload')
  upload(
    @Staff() who: StaffIdentity,
    @Input() { query }: RouteInput<'mediaUpload'>,
    @FileBody() file: SentFile,
  ): Promise<RouteOutput<'mediaUpload'>> {
    return this.media.upload(who, query.name, file);
  }

  @Route('mediaRead')
  read(@Staff() who: StaffIdentity, @Input() { params }: RouteInput<'mediaRead'>): Promise<RouteOutput<'mediaRead'>> {
    return this.media.read(who, params.id);
  }

  @Route('mediaUpdate')
  update(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'mediaUpdate'>,
  ): Promise<RouteOutput<'mediaUpdate'>> {
    return this.media.update(who, params.id, body);
  }

  @Route('mediaArchive')
  archive(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'mediaArchive'>,
  ): Promise<RouteOutput<'mediaArchive'>> {
    return this.media.archive(who, params.id, body.version, true);
  }

  @Route('mediaRestore')
  restore(
    @Staff() who: StaffIdentity,
    @Input() { params, body }: RouteInput<'mediaRestore'>,
  ): Promise<RouteOutput<'mediaRestore'>> {
    return this.media.archive(who, params.id, body.version, false);
  }

  @Route('mediaDelete')
  remove(@Staff() who: StaffIdentity, @Input() { params, body }: RouteInput<'mediaDelete'>): Promise<void> {
    return this.media.remove(who, params.id, body.version);
  }

  @Route('mediaFile')
  async file(
    @Someone() who: Identity,
    @Input() { params }: RouteInput<'mediaFile'>,
    @Kept() answer: KeptFile,
  ): Promise<void> {
    await answer.send(await this.media.file(who, params.id));
  }
}
