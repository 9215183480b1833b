import { Migration } from '@mikro-orm/migrations';
import { appRole } from '../src/platform/database/migration-context.ts';

/** Unmanned kiosks of each institution, and what its letters and notices say. */
export class Migration20261124015000DirectoryAndTexts extends Migration {
  override async up(): Promise<void> {
    await this.execute(sql.replaceAll('{{app}}', appRole()));
  }
}

const sql = String.raw`
create table unmanned_kiosk (
  tenant_id uuid not null references tenant,
  id uuid not null,
  code text not null,
  office_id uuid,
  kind text not null check (kind in ('general', 'court')),
  place jsonb not null,
  address text not null,
  hours jsonb not null,
  certificates text[] not null,
  certificate_kinds int check (certificate_kinds between 1 and 500),
  condition text not null check (condition in ('working', 'out_of_order', 'no_paper', 'maintenance')),
  condition_since timestamptz not null,
  condition_note jsonb,
  accessibility text[] not null,
  fee jsonb,
  map_url text check (map_url like 'https://%'),
  version int not null default 1,
  archived_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, office_id) references office (tenant_id, id)
);
alter table unmanned_kiosk enable row level security;
create policy unmanned_kiosk_own on unmanned_kiosk using (tenant_id = (select sys.tenant())) with check (tenant_id = (select sys.tenant()));
grant select, insert, update, delete on unmanned_kiosk to {{app}};

create table notification_text (
  tenant_id uuid not null references tenant,
  kind text not null,
  texts jsonb not null default '{}',
  version int not null default 0,
  changed_at timestamptz not null default now(),
  primary key (tenant_id, kind)
);
alter table notification_text enable row level security;
create policy notification_text_own on notification_text using (tenant_id = (select sys.tenant())) with check (tenant_id = (select sys.tenant()));
grant select, insert, update, delete on notification_text to {{app}};
`;
