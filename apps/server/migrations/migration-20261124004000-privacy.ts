import { Migration } from '@mikro-orm/migrations';
import { appRole } from '../src/platform/database/migration-context.ts';

/**
 * Phone numbers of visitors: whether a tenant takes them, under which words visitors agreed, the sealed numbers of the
 * present day, and the proofs that those of past days are gone.
 */
export class Migration20261124004000Privacy extends Migration {
  override async up(): Promise<void> {
    await this.execute(sql.replaceAll('{{app}}', appRole()));
  }
}

const sql = String.raw`
create table tenant_privacy (
  tenant_id uuid primary key references tenant,
  notices boolean not null default false,
  retention_years integer not null default 5 check (retention_years between 1 and 10),
  consent_version integer not null default 0,
  changed_at timestamptz not null default now()
);
create table consent_text (
  tenant_id uuid not null references tenant,
  version integer not null check (version > 0),
  language text not null,
  text text not null,
  from_at timestamptz not null default now(),
  primary key (tenant_id, version, language)
);
create table ticket_contact (
  tenant_id uuid not null,
  business_on date not null,
  ticket_id uuid not null,
  office_id uuid not null,
  phone text not null check (phone like 's1.%'),
  last4 text not null check (last4 ~ '^\d{4}$'),
  consent_version integer not null,
  consent_language text not null,
  consented_at timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, business_on, ticket_id)
);
create index ticket_contact_office on ticket_contact (tenant_id, office_id, business_on);
create table deletion_proof (
  tenant_id uuid not null references tenant,
  id uuid not null,
  what text not null check (what in ('contacts', 'tickets')),
  reason text not null check (reason in ('day_closed', 'notices_off', 'left_over', 'retention')),
  office_id uuid,
  business_on date,
  deleted bigint not null,
  remaining bigint not null check (remaining = 0),
  at timestamptz not null default now(),
  primary key (tenant_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['tenant_privacy', 'consent_text', 'ticket_contact', 'deletion_proof'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (tenant_id = (select sys.tenant())) with check (tenant_id = (select sys.tenant()))', t || '_own', t);
    execute format('grant select, insert, update, delete on %I to {{app}}', t);
  end loop;
end $$;
-- What was agreed to, and that something was deleted, is written once.
revoke update, delete, truncate on consent_text, deletion_proof from {{app}};

-- Offices with phone numbers that must go: their day was closed or is over, or nobody is left who would close it.
create function sys.contacts_to_forget() returns table (tenant_id uuid, office_id uuid) language sql stable
  security definer set search_path = public as $$
  select distinct c.tenant_id, c.office_id from ticket_contact c
  left join office_live l on l.tenant_id = c.tenant_id and l.office_id = c.office_id
  left join tenant_privacy p on p.tenant_id = c.tenant_id
  where l.office_id is null or l.closed_on >= c.business_on or l.business_on > c.business_on
    or p.notices is not true or c.created_at < clock_timestamp() - interval '36 hours' $$;
-- Tenants of which a key is to be exchanged: it is a year old, an exchange was broken off, or another master key is first.
create function sys.keys_to_keep(master text) returns table (tenant_id uuid) language sql stable
  security definer set search_path = public as $$
  select k.tenant_id from tenant_key k group by k.tenant_id
  having count(*) > 1 or max(k.created_at) < clock_timestamp() - interval '1 year'
    or bool_or(k.master is distinct from keys_to_keep.master) $$;

do $$
declare f text;
begin
  foreach f in array array['sys.contacts_to_forget()', 'sys.keys_to_keep(text)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to {{app}}', f);
  end loop;
  if exists (select from pg_roles where rolname = 'sunbeon_system' and pg_has_role(current_user, oid, 'member')) then
    grant select (tenant_id, office_id, business_on, created_at) on ticket_contact to sunbeon_system;
    grant select (tenant_id, notices, retention_years) on tenant_privacy to sunbeon_system;
    grant select (tenant_id, office_id, business_on, closed_on) on office_live to sunbeon_system;
    grant select (tenant_id, version, master, created_at) on tenant_key to sunbeon_system;
    create policy ticket_contact_system on ticket_contact for select to sunbeon_system using (true);
    create policy tenant_privacy_system on tenant_privacy for select to sunbeon_system using (true);
    create policy tenant_key_system on tenant_key for select to sunbeon_system using (true);
    grant create on schema sys to sunbeon_system;
    alter function sys.contacts_to_forget() owner to sunbeon_system;
    alter function sys.keys_to_keep(text) owner to sunbeon_system;
    revoke create on schema sys from sunbeon_system;
  end if;
end $$;
`;
