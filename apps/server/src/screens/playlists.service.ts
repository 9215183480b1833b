import { Injectable } from '@nestjs/common';
import { worksAt, type StaffIdentity } from '../platform/auth/identity.ts';
import { Database, type Transaction } from '../platform/database/database.ts';
import { ProblemException, refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { ScreenChange } from './screen-change.ts';
import { ScreensReader } from './screens.reader.ts';
import { ScreensRepository, type PlaylistFacts } from './screens.repository.ts';

/** What plays when, per office. */
@Injectable()
export class PlaylistsService {
  constructor(
    private readonly database: Database,
    private readonly reader: ScreensReader,
    private readonly repository: ScreensRepository,
    private readonly change: ScreenChange,
  ) {}

  async list(staff: StaffIdentity): Promise<RouteOutput<'playlistList'>> {
    const rows = await this.database.transaction(staff, (tx) => this.reader.playlists(tx));
    return rows.filter(({ officeId }) => worksAt(staff, officeId));
  }

  /** @throws not_found when the office is not theirs; validation when a file is not there; conflict over 50 */
  create(staff: StaffIdentity, wish: RouteInput<'playlistCreate'>['body']): Promise<RouteOutput<'playlistCreate'>> {
    const { office: _slug, ...facts } = wish;
    return this.change.create(staff, {
      ...{ kind: 'playlist', facts: wish },
      read: (tx, id) => this.reader.playlists(tx, id),
      work: (tx, officeId, id) => this.put(tx, officeId, id, facts),
    });
  }

  async update(
    staff: StaffIdentity,
    id: string,
    { version, ...facts }: RouteInput<'playlistUpdate'>['body'],
  ): Promise<RouteOutput<'playlistUpdate'>> {
    const after = await this.change.run(staff, {
      ...({ kind: 'playlist', action: 'update', id, version } as const),
      read: (tx) => this.reader.playlists(tx, id),
      work: (tx, { officeId }) => this.put(tx, officeId, id, facts),
    });
    return after ?? refuse('not_found');
  }

  async remove(staff: StaffIdentity, id: string, version: number): Promise<void> {
    await this.change.run(staff, {
      ...({ kind: 'playlist', action: 'delete', id, version } as const),
      read: (tx) => this.reader.playlists(tx, id),
      work: (tx) => this.repository.removePlaylist(tx, id),
    });
  }

  private async put(tx: Transaction, officeId: string, id: string, facts: PlaylistFacts): Promise<void> {
    await this.holdItems(tx, facts);
    await this.repository.putPlaylist(tx, officeId, id, facts);
  }

  private async holdItems(tx: Transaction, { items }: PlaylistFacts): Promise<void> {
    const known = await this.repository.lockMedia(
      tx,
      items.map(({ mediaId }) => mediaId),
    );
    const issues = items.flatMap(({ mediaId }, index) =>
      known.has(mediaId) ? [] : [{ path: `body.items.${index}.mediaId`, message: 'is not in the library' }],
    );
    if (issues.length > 0) throw new ProblemException('validation', undefined, issues.slice(0, 20));
  }
}
