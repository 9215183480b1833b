import { Migration } from '@mikro-orm/migrations';
import { appRole } from '../src/platform/database/migration-context.ts';

/** What is known of a device beside its token: its own version of the settings, alerts, and a picture of its screen. */
export class Migration20261123001100DeviceLife extends Migration {
  override async up(): Promise<void> {
    await this.execute(sql.replaceAll('{{app}}', appRole()));
  }
}

const sql = String.raw`
alter table device add column settings_revision integer not null default 0;

create table device_alert (
  tenant_id uuid not null,
  id uuid not null,
  device_id uuid not null,
  office_id uuid not null,
  kind text not null check (kind in ('offline', 'printer', 'clock')),
  detail text,
  began_at timestamptz not null,
  ended_at timestamptz,
  seen_at timestamptz,
  seen_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, device_id) references device
);
create unique index device_alert_open on device_alert (tenant_id, device_id, kind) where ended_at is null;
create index device_alert_age on device_alert (tenant_id, began_at);

-- The last picture asked for of a device, for ten minutes.
create table device_picture (
  tenant_id uuid not null,
  device_id uuid not null,
  id uuid not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  taken_at timestamptz,
  type text check (type in ('image/jpeg', 'image/png', 'image/webp')),
  data bytea,
  primary key (tenant_id, device_id),
  foreign key (tenant_id, device_id) references device
);
create index device_picture_age on device_picture (asked_at);

alter table device_alert enable row level security;
create policy device_alert_own on device_alert using (tenant_id = (select sys.tenant())) with check (tenant_id = (select sys.tenant()));
alter table device_picture enable row level security;
create policy device_picture_own on device_picture using (tenant_id = (select sys.tenant())) with check (tenant_id = (select sys.tenant()));

-- Devices at which something is wrong, or was until a moment ago; the slice decides which alerts begin and end.
create function sys.devices_to_watch() returns table (tenant_id uuid, device_id uuid) language sql stable
  security definer set search_path = public as $$
  select d.tenant_id, d.id from device d join tenant t on t.id = d.tenant_id
  where t.status in ('trial', 'active') and d.paired_at is not null and d.revoked_at is null
    and (coalesce(d.last_heard_at, d.paired_at) < clock_timestamp() - interval '90 seconds'
      or d.heartbeat ->> 'printer' in ('paper_end', 'cover_open', 'gone') or abs(d.clock_offset_ms) > 60000)
  union select a.tenant_id, a.device_id from device_alert a where a.ended_at is null $$;
create function sys.purge_device_pictures() returns bigint language plpgsql security definer set search_path = public as $$
declare n bigint;
begin
  delete from device_picture where asked_at < clock_timestamp() - interval '10 minutes';
  get diagnostics n = row_count;
  return n;
end $$;

do $$
declare f text;
begin
  foreach f in array array['sys.devices_to_watch()', 'sys.purge_device_pictures()'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to {{app}}', f);
  end loop;
  if exists (select from pg_roles where rolname = 'sunbeon_system' and pg_has_role(current_user, oid, 'member')) then
    grant select (status) on tenant to sunbeon_system;
    grant select (tenant_id, id, paired_at, revoked_at, last_heard_at, heartbeat, clock_offset_ms) on device to sunbeon_system;
    grant select (tenant_id, device_id, ended_at) on device_alert to sunbeon_system;
    grant select (asked_at), delete on device_picture to sunbeon_system;
    create policy device_system on device for select to sunbeon_system using (true);
    create policy device_alert_system on device_alert for select to sunbeon_system using (true);
    create policy device_picture_system on device_picture to sunbeon_system using (true);
    grant create on schema sys to sunbeon_system;
    foreach f in array array['sys.devices_to_watch()', 'sys.purge_device_pictures()'] loop
      execute format('alter function %s owner to sunbeon_system', f);
    end loop;
    revoke create on schema sys from sunbeon_system;
  end if;
end $$;
`;
