import { Injectable, Module } from '@nestjs/common';
import type {
  DeviceLayout,
  DevicePlaylist,
  DeviceSettings,
  KioskScreen,
  LayoutRow,
  PlaylistRow,
} from '@sunbeon/contract';
import { statement, type SqlScope, type Transaction } from '../platform/database/database.ts';

/** A thing of the slice with the office in which it counts. */
export type InOffice<T> = T & { readonly officeId: string };

/** What nobody has changed yet: groups in the order of the office, and no promotion. */
export const plainKioskScreen: KioskScreen = {
  first: [],
  greeting: null,
  closedText: null,
  languages: [],
  promotionAfterSeconds: null,
};

const readPlaylists = statement(
  'screens.playlists',
  `select p.id, p.office_id as "officeId", o.slug as office, p.name, p.places, p.days, p.from_time as "from",
     p.to_time as "to", p.from_on as "fromOn", p.until_on as "untilOn", p.position, p.version,
     (select coalesce(json_agg(json_build_object('mediaId', i.media_id, 'seconds', i.seconds) order by i.position), '[]')
      from playlist_item i where i.tenant_id = p.tenant_id and i.playlist_id = p.id) as items
   from playlist p join office o on o.tenant_id = p.tenant_id and o.id = p.office_id
   where p.tenant_id = $1 and ($2::uuid is null or p.id = $2) order by o.slug, p.position, p.id`,
);
// What has no items plays nothing: the next one that fits does.
const readPlayed = statement(
  'screens.played',
  `select p.id, p.days, p.from_time as "from", p.to_time as "to", p.from_on as "fromOn", p.until_on as "untilOn", i.items
   from playlist p cross join lateral (
     select json_agg(json_build_object('mediaId', m.id, 'kind', split_part(m.type, '/', 1), 'seconds', i.seconds,
       'title', m.name, 'bytes', m.bytes) order by i.position) as items
     from playlist_item i join media m on m.tenant_id = i.tenant_id and m.id = i.media_id
     where i.tenant_id = p.tenant_id and i.playlist_id = p.id) i
   where p.tenant_id = $1 and p.office_id = $2 and $3 = any(p.places) and i.items is not null
   order by p.position, p.id limit 50`,
);
const layoutColumns = `l.id, l.office_id as "officeId", o.slug as office, l.name, l.screen, l.orientation, l.regions,
  l.is_default as "isDefault", l.version`;
const readLayouts = statement(
  'screens.layouts',
  `select ${layoutColumns} from screen_layout l join office o on o.tenant_id = l.tenant_id and o.id = l.office_id
   where l.tenant_id = $1 and ($2::uuid is null or l.id = $2) order by o.slug, l.screen, l.orientation, l.name, l.id`,
);
const readUses = statement(
  'screens.layout_uses',
  `select name from device where tenant_id = $1 and settings ->> 'layout' = $2::text and revoked_at is null
   order by name`,
);
// One that the device names, whatever its orientation; for the other orientation that of the office.
const readShown = statement(
  'screens.layouts_shown',
  `select distinct on (orientation) id, orientation, regions from screen_layout
   where tenant_id = $1 and office_id = $2 and screen = $3 and (is_default or id = $4::uuid)
   order by orientation, id = $4::uuid desc nulls last, is_default desc`,
);
const readKiosks = statement(
  'screens.kiosks',
  `select o.id, o.slug as office, coalesce(k.version, 0) as version, k.settings from office o
     left join kiosk_screen k on k.tenant_id = o.tenant_id and k.office_id = o.id
   where o.tenant_id = $1 and ($2::uuid is null or o.id = $2) order by o.created_at, o.slug`,
);

/** What an office shows on its kiosks, as stored. */
export interface KioskRecord {
  /** Of the office. */
  readonly id: string;
  readonly office: string;
  readonly version: number;
  readonly settings: KioskScreen | null;
}

/** Everything that a screen or kiosk shows beside the hall itself. */
export interface ShownScreens {
  readonly playlists: DevicePlaylist[];
  readonly layouts?: DeviceLayout[];
  readonly kioskScreen?: KioskScreen;
}

/** Reads of playlists, layouts and kiosk screens. */
@Injectable()
export class ScreensReader {
  playlists(tx: Transaction, id: string | null = null): Promise<InOffice<PlaylistRow>[]> {
    return tx.rows(readPlaylists, [tx.scope.tenantId, id]);
  }

  layouts(tx: SqlScope, id: string | null = null): Promise<InOffice<LayoutRow>[]> {
    return tx.rows(readLayouts, [tx.scope.tenantId, id]);
  }

  kiosks(tx: Transaction, officeId: string | null = null): Promise<KioskRecord[]> {
    return tx.rows(readKiosks, [tx.scope.tenantId, officeId]);
  }

  /** Names of the devices that show this layout by their own settings. */
  async usesOf(tx: Transaction, layoutId: string): Promise<string[]> {
    return (await tx.rows<{ name: string }>(readUses, [tx.scope.tenantId, layoutId])).map(({ name }) => name);
  }

  /** What a display or kiosk of the office shows. */
  async shown(
    tx: Transaction,
    officeId: string,
    kind: 'display' | 'kiosk',
    settings: DeviceSettings,
  ): Promise<ShownScreens> {
    const { tenantId } = tx.scope;
    const playlists = await tx.rows<DevicePlaylist>(readPlayed, [tenantId, officeId, kind]);
    if (kind === 'kiosk') {
      const [kiosk] = await this.kiosks(tx, officeId);
      return { playlists, kioskScreen: kiosk?.settings ?? plainKioskScreen };
    }
    const screen = settings.screen ?? 'hall';
    const values = [tenantId, officeId, screen, settings.layout ?? null];
    return { playlists, layouts: await tx.rows<DeviceLayout>(readShown, values) };
  }
}

/** For devices and previews. */
@Module({ providers: [ScreensReader], exports: [ScreensReader] })
export class ScreensReaderModule {}
