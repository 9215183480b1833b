import { Migration } from '@mikro-orm/migrations';
import { appRole } from '../src/platform/database/migration-context.ts';

/** The media library, playlists, screen layouts, and what kiosks show first. */
export class Migration20261124011000Media extends Migration {
  override async up(): Promise<void> {
    await this.execute(sql.replaceAll('{{app}}', appRole()));
  }
}

const own = (table: string) => `
alter table ${table} enable row level security;
create policy ${table}_own on ${table} using (tenant_id = (select sys.tenant())) with check (tenant_id = (select sys.tenant()));
grant select, insert, update, delete on ${table} to {{app}};
`;

const sql = `
create table media (
  tenant_id uuid not null references tenant,
  id uuid not null,
  name text not null,
  type text not null check (type in ('image/jpeg', 'image/png', 'image/webp', 'video/mp4', 'video/webm')),
  bytes integer not null check (bytes > 0),
  sha256 text not null,
  width integer,
  height integer,
  seconds double precision,
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id)
);
create index media_newest on media (tenant_id, created_at desc, id desc);
create table media_part (
  tenant_id uuid not null,
  media_id uuid not null,
  part integer not null,
  data bytea not null,
  primary key (tenant_id, media_id, part),
  foreign key (tenant_id, media_id) references media (tenant_id, id) on delete cascade
);
alter table media_part alter column data set storage external;
create table playlist (
  tenant_id uuid not null references tenant,
  id uuid not null,
  office_id uuid not null,
  name text not null,
  places text[] not null check (cardinality(places) > 0 and places <@ array['display', 'kiosk']),
  days integer[] not null,
  from_time text not null,
  to_time text not null,
  from_on date,
  until_on date check (until_on >= from_on),
  position integer not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, office_id) references office (tenant_id, id)
);
create index playlist_office on playlist (tenant_id, office_id, position);
create table playlist_item (
  tenant_id uuid not null,
  playlist_id uuid not null,
  position integer not null,
  media_id uuid not null,
  seconds integer not null,
  primary key (tenant_id, playlist_id, position),
  foreign key (tenant_id, playlist_id) references playlist (tenant_id, id) on delete cascade,
  foreign key (tenant_id, media_id) references media (tenant_id, id)
);
create index playlist_item_media on playlist_item (tenant_id, media_id);
create table screen_layout (
  tenant_id uuid not null references tenant,
  id uuid not null,
  office_id uuid not null,
  name text not null,
  screen text not null check (screen in ('hall', 'counter')),
  orientation text not null check (orientation in ('landscape', 'portrait')),
  regions jsonb not null,
  is_default boolean not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, office_id) references office (tenant_id, id)
);
create unique index screen_layout_default on screen_layout (tenant_id, office_id, screen, orientation) where is_default;
create table kiosk_screen (
  tenant_id uuid not null references tenant,
  office_id uuid not null,
  settings jsonb not null,
  version integer not null default 1,
  primary key (tenant_id, office_id),
  foreign key (tenant_id, office_id) references office (tenant_id, id)
);
${['media', 'media_part', 'playlist', 'playlist_item', 'screen_layout', 'kiosk_screen'].map(own).join('')}`;
