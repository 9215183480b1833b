import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { OfficesReader } from '../offices/offices.reader.ts';
import { worksAt, type StaffIdentity } from '../platform/auth/identity.ts';
import { Database, type Transaction } from '../platform/database/database.ts';
import { ProblemException, refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { ScreenChange } from './screen-change.ts';
import { ScreensReader } from './screens.reader.ts';
import { ScreensRepository, type PlaylistFacts } from './screens.repository.ts';

/** More would be a list that nobody keeps an eye on. */
const perOffice = 50;

/** What plays when, per office. */
@Injectable()
export class PlaylistsService {
  constructor(
    private readonly database: Database,
    private readonly offices: OfficesReader,
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
    const { office: slug, ...facts } = wish;
    return this.database.transaction(staff, async (tx) => {
      const office = await this.offices.theirsIn(tx, staff, slug);
      await this.repository.turn(tx, office.id);
      const all = await this.reader.playlists(tx);
      if (all.filter(({ officeId }) => officeId === office.id).length >= perOffice) refuse('conflict');
      await this.holdItems(tx, facts);
      const id = uuidv7();
      await this.repository.putPlaylist(tx, office.id, id, facts);
      await this.change.finish(tx, office.id, { kind: 'playlist', action: 'create', id, after: wish });
      return (await this.reader.playlists(tx, id))[0] ?? refuse('not_found');
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
      work: async (tx, { officeId }) => {
        await this.holdItems(tx, facts);
        await this.repository.putPlaylist(tx, officeId, id, facts);
      },
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
