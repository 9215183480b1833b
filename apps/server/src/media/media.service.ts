import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../platform/audit/audit.ts';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Database, type TenantScope, type Transaction } from '../platform/database/database.ts';
import type { SentFile } from '../platform/http/file-input.ts';
import type { Keepable } from '../platform/http/kept-file.ts';
import { ProblemException, refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { MediaIntake } from './media-intake.ts';
import { presentMedia } from './media.presenter.ts';
import { MediaReader, type MediaRecord } from './media.reader.ts';
import { MediaRepository, partBytes } from './media.repository.ts';

/** Bytes of all files of a tenant at most: some hours of films, and a backup that stays small. */
const tenantBytes = 1_073_741_824;

/** The media library of a tenant: pictures and films for the screens of all its offices. */
@Injectable()
export class MediaService {
  constructor(
    private readonly database: Database,
    private readonly intake: MediaIntake,
    private readonly reader: MediaReader,
    private readonly repository: MediaRepository,
    private readonly audit: Audit,
  ) {}

  async list(scope: TenantScope, query: RouteInput<'mediaList'>['query']): Promise<RouteOutput<'mediaList'>> {
    const { rows, total, used } = await this.database.transaction(scope, (tx) => this.reader.page(tx, query));
    return { rows: rows.map(presentMedia), total, storage: { used, limit: tenantBytes } };
  }

  async read(scope: TenantScope, id: string): Promise<RouteOutput<'mediaRead'>> {
    const row = await this.database.transaction(scope, (tx) => this.reader.one(tx, id));
    return presentMedia(row ?? refuse('not_found'));
  }

  /**
   * Takes a file in. It is looked through before anything is stored, and stored whole or not at all.
   * @throws body_too_large, media_unusable, media_full
   */
  async upload(staff: StaffIdentity, name: string, sent: SentFile): Promise<RouteOutput<'mediaUpload'>> {
    const file = await this.intake.take(sent);
    const id = uuidv7();
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    return this.database.transaction(staff, async (tx) => {
      if ((await this.repository.turn(tx)) + file.bytes.length > tenantBytes) refuse('media_full');
      await this.repository.insert(tx, id, name, file, sha256);
      const after = { name, type: file.type, bytes: file.bytes.length, sha256 };
      await this.audit.record(tx, { action: 'media.upload', target: { kind: 'media', id }, after });
      return this.row(tx, id);
    });
  }

  update(
    staff: StaffIdentity,
    id: string,
    wish: RouteInput<'mediaUpdate'>['body'],
  ): Promise<RouteOutput<'mediaUpdate'>> {
    return this.change(staff, id, 'media.update', (tx) => this.repository.rename(tx, id, wish.version, wish.name));
  }

  archive(staff: StaffIdentity, id: string, version: number, away: boolean): Promise<RouteOutput<'mediaArchive'>> {
    const action = away ? 'media.archive' : 'media.restore';
    return this.change(staff, id, action, (tx) => this.repository.archive(tx, id, version, away));
  }

  /** @throws in_use with the playlists that play it; changed_meanwhile */
  async remove(staff: StaffIdentity, id: string, version: number): Promise<void> {
    await this.database.transaction(staff, async (tx) => {
      const before = (await this.reader.one(tx, id)) ?? refuse('not_found');
      if (before.uses.length > 0) throw new ProblemException('in_use', undefined, before.uses.map(useOf));
      if (!(await this.repository.remove(tx, id, version))) refuse('changed_meanwhile');
      await this.record(tx, 'media.delete', id, before);
    });
  }

  /** The file itself, read from the database as fast as its reader takes it. */
  async file(scope: TenantScope, id: string): Promise<Keepable> {
    const { type, bytes, sha256 } = await this.database.transaction(scope, async (tx) => {
      const row = await this.reader.one(tx, id);
      return row && (await this.reader.hasBytes(tx, id)) ? row : refuse('not_found');
    });
    return { type, bytes, tag: sha256, read: (from, to) => this.bytes(scope, id, from, to) };
  }

  private async *bytes(scope: TenantScope, id: string, from: number, to: number): AsyncGenerator<Buffer> {
    for (let part = Math.floor(from / partBytes); part * partBytes <= to; part += 1) {
      const data = await this.database.transaction(scope, (tx) => this.reader.part(tx, id, part));
      if (!data) throw new Error('a file was deleted while it was sent');
      yield data.subarray(Math.max(0, from - part * partBytes), to + 1 - part * partBytes);
    }
  }

  private async change(
    staff: StaffIdentity,
    id: string,
    action: string,
    work: (tx: Transaction) => Promise<boolean>,
  ): Promise<RouteOutput<'mediaUpdate'>> {
    return this.database.transaction(staff, async (tx) => {
      const before = (await this.reader.one(tx, id)) ?? refuse('not_found');
      if (!(await work(tx))) refuse('changed_meanwhile');
      const after = await this.row(tx, id);
      await this.record(tx, action, id, before, { name: after.name, archivedAt: after.archivedAt });
      return after;
    });
  }

  private async row(tx: Transaction, id: string): Promise<RouteOutput<'mediaRead'>> {
    return presentMedia((await this.reader.one(tx, id)) ?? refuse('not_found'));
  }

  private record(tx: Transaction, action: string, id: string, { name, sha256 }: MediaRecord, after?: object) {
    return this.audit.record(tx, { action, target: { kind: 'media', id }, before: { name, sha256 }, after });
  }
}

const useOf = ({ playlist, office }: MediaRecord['uses'][number]) => ({
  path: 'playlist',
  message: `${playlist} (${office})`,
});
