import { Injectable } from '@nestjs/common';
import type { KioskScreen, LayoutRow, PlaylistRow } from '@sunbeon/contract';
import { statement, type Transaction } from '../platform/database/database.ts';

export type PlaylistFacts = Omit<PlaylistRow, 'id' | 'office' | 'version'>;
export type LayoutFacts = Omit<LayoutRow, 'id' | 'office' | 'version'>;

const lockOffice = statement(
  'screens.turn',
  'select office_id from office_live where tenant_id = $1 and office_id = $2 for no key update',
);
const putPlaylist = statement(
  'screens.put_playlist',
  `insert into playlist (tenant_id, id, office_id, name, places, days, from_time, to_time, from_on, until_on, position)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
   on conflict (tenant_id, id) do update set name = excluded.name, places = excluded.places, days = excluded.days,
     from_time = excluded.from_time, to_time = excluded.to_time, from_on = excluded.from_on,
     until_on = excluded.until_on, position = excluded.position, version = playlist.version + 1`,
);
const dropItems = statement(
  'screens.drop_items',
  'delete from playlist_item where tenant_id = $1 and playlist_id = $2',
);
const addItems = statement(
  'screens.add_items',
  `insert into playlist_item (tenant_id, playlist_id, position, media_id, seconds)
   select $1, $2, ordinality - 1, (item ->> 'mediaId')::uuid, (item ->> 'seconds')::int
   from jsonb_array_elements($3) with ordinality as t(item, ordinality)`,
);
// Shared: what is in use meanwhile is not deleted.
const lockMedia = statement(
  'screens.lock_media',
  'select id from media where tenant_id = $1 and id = any($2) order by id for key share',
);
const removePlaylist = statement('screens.remove_playlist', 'delete from playlist where tenant_id = $1 and id = $2');
const dropDefault = statement(
  'screens.drop_default',
  `update screen_layout set is_default = false, version = version + 1
   where tenant_id = $1 and office_id = $2 and screen = $3 and orientation = $4 and is_default and id <> $5`,
);
const putLayout = statement(
  'screens.put_layout',
  `insert into screen_layout (tenant_id, id, office_id, name, screen, orientation, regions, is_default)
   values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict (tenant_id, id) do update set name = excluded.name, screen = excluded.screen,
     orientation = excluded.orientation, regions = excluded.regions, is_default = excluded.is_default,
     version = screen_layout.version + 1`,
);
const removeLayout = statement('screens.remove_layout', 'delete from screen_layout where tenant_id = $1 and id = $2');
const putKiosk = statement(
  'screens.put_kiosk',
  `insert into kiosk_screen (tenant_id, office_id, settings) values ($1, $2, $3)
   on conflict (tenant_id, office_id) do update set settings = excluded.settings, version = kiosk_screen.version + 1`,
);

/** Writes of playlists, layouts and kiosk screens. */
@Injectable()
export class ScreensRepository {
  /** Changes of what an office shows happen one after the other. */
  async turn(tx: Transaction, officeId: string): Promise<void> {
    await tx.rows(lockOffice, [tx.scope.tenantId, officeId]);
  }

  async putPlaylist(tx: Transaction, officeId: string, id: string, facts: PlaylistFacts): Promise<void> {
    const { tenantId } = tx.scope;
    const { name, places, days, from, to, fromOn, untilOn, position, items } = facts;
    await tx.rows(putPlaylist, [tenantId, id, officeId, name, places, days, from, to, fromOn, untilOn, position]);
    await tx.rows(dropItems, [tenantId, id]);
    await tx.rows(addItems, [tenantId, id, JSON.stringify(items)]);
  }

  /** @returns those of the ids that the tenant has; they stay until the end of the transaction */
  async lockMedia(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
    const rows = await tx.rows<{ id: string }>(lockMedia, [tx.scope.tenantId, ids]);
    return new Set(rows.map(({ id }) => id));
  }

  async removePlaylist(tx: Transaction, id: string): Promise<void> {
    await tx.rows(removePlaylist, [tx.scope.tenantId, id]);
  }

  /** Where it is the office's own now, the one before it is that no more. */
  async putLayout(tx: Transaction, officeId: string, id: string, facts: LayoutFacts): Promise<void> {
    const { tenantId } = tx.scope;
    const { name, screen, orientation, regions, isDefault } = facts;
    if (isDefault) await tx.rows(dropDefault, [tenantId, officeId, screen, orientation, id]);
    await tx.rows(putLayout, [
      ...[tenantId, id, officeId, name],
      ...[screen, orientation, JSON.stringify(regions), isDefault],
    ]);
  }

  async removeLayout(tx: Transaction, id: string): Promise<void> {
    await tx.rows(removeLayout, [tx.scope.tenantId, id]);
  }

  async putKiosk(tx: Transaction, officeId: string, settings: KioskScreen): Promise<void> {
    await tx.rows(putKiosk, [tx.scope.tenantId, officeId, JSON.stringify(settings)]);
  }
}
