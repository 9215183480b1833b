import { Migration } from '@mikro-orm/migrations';
import { appRole } from '../src/platform/database/migration-context.ts';

/** Receipts on their way to paper, what a tenant has on them, and how the printer of a device was last found. */
export class Migration20261124009000Printing extends Migration {
  override async up(): Promise<void> {
    await this.execute(sql.replaceAll('{{app}}', appRole()));
  }
}

const sql = String.raw`
create table print_job (
  tenant_id uuid not null references tenant,
  id uuid not null,
  office_id uuid not null,
  device_id uuid not null,
  ticket_id uuid not null,
  business_on date not null,
  label text not null,
  language text not null,
  again boolean not null,
  asked_by uuid,
  -- Holds the address of the ticket's page; gone as soon as the receipt is handed to a printer or given up.
  facts jsonb,
  state text not null check (state in ('failed', 'printed', 'sent', 'wanted')),
  reason text check (reason in ('paper_end', 'cover_open', 'gone', 'silent', 'late', 'cancelled', 'told')),
  attempts integer not null default 0,
  wanted_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  foreign key (tenant_id, office_id) references office,
  foreign key (tenant_id, device_id) references device,
  check ((facts is null) = (state <> 'wanted'))
);
-- One receipt per ticket, however often its kiosk asks; more are asked for by people and marked.
create unique index print_job_once on print_job (tenant_id, ticket_id) where not again;
create index print_job_wanted on print_job (wanted_at) where state = 'wanted';
create index print_job_of_device on print_job (tenant_id, device_id, wanted_at);
create index print_job_of_office on print_job (tenant_id, office_id, wanted_at);

create table receipt_layout (
  tenant_id uuid not null references tenant,
  layout jsonb not null,
  changed_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id)
);

-- As the server found it; the kiosk tells of a printer at its own cable in its heartbeat.
alter table device add column printer_state text check (printer_state in ('ok', 'near_end', 'paper_end', 'cover_open', 'gone'));
alter table device add column printer_asked_at timestamptz;
-- A printer takes one line at a time: the process that has it, and until when whatever happens to that process.
alter table device add column printer_holder uuid;
alter table device add column printer_held_until timestamptz;
create index device_printer_ill on device (printer_asked_at) where printer_state in ('paper_end', 'cover_open', 'gone');

do $$
declare t text;
begin
  foreach t in array array['print_job', 'receipt_layout'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (tenant_id = (select sys.tenant())) with check (tenant_id = (select sys.tenant()))', t || '_own', t);
    execute format('grant select, insert, update, delete on %I to {{app}}', t);
  end loop;
end $$;

-- Devices for which a receipt waits, and those whose printer was ill ten seconds ago.
create function sys.printers_due() returns table (tenant_id uuid, device_id uuid) language sql stable
  security definer set search_path = public as $$
  select j.tenant_id, j.device_id from print_job j where j.state = 'wanted'
  union select d.tenant_id, d.id from device d
    where d.printer_state in ('paper_end', 'cover_open', 'gone') and d.printer_asked_at < clock_timestamp() - interval '10 seconds'
      and d.revoked_at is null $$;

-- As before, and with what the server found.
create or replace function sys.devices_to_watch() returns table (tenant_id uuid, device_id uuid) language sql stable
  security definer set search_path = public as $$
  select d.tenant_id, d.id from device d join tenant t on t.id = d.tenant_id
  where t.status in ('trial', 'active') and d.paired_at is not null and d.revoked_at is null
    and (coalesce(d.last_heard_at, d.paired_at) < clock_timestamp() - interval '90 seconds'
      or d.heartbeat ->> 'printer' in ('paper_end', 'cover_open', 'gone')
      or d.printer_state in ('paper_end', 'cover_open', 'gone') or abs(d.clock_offset_ms) > 60000)
  union select a.tenant_id, a.device_id from device_alert a where a.ended_at is null $$;

do $$
begin
  revoke execute on function sys.printers_due() from public;
  grant execute on function sys.printers_due() to {{app}};
  if exists (select from pg_roles where rolname = 'sunbeon_system' and pg_has_role(current_user, oid, 'member')) then
    grant select (tenant_id, device_id, state) on print_job to sunbeon_system;
    grant select (printer_state, printer_asked_at) on device to sunbeon_system;
    create policy print_job_system on print_job for select to sunbeon_system using (true);
    grant create on schema sys to sunbeon_system;
    alter function sys.printers_due() owner to sunbeon_system;
    revoke create on schema sys from sunbeon_system;
  end if;
end $$;
`;
