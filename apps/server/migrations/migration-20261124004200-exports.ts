import { Migration } from '@mikro-orm/migrations';
import { appRole } from '../src/platform/database/migration-context.ts';

/**
 * Archives of all data of a tenant, on their way to who asked for them. In the database and not in a folder: the node that
 * makes one is not the node from which it is fetched.
 */
export class Migration20261124004200Exports extends Migration {
  override async up(): Promise<void> {
    await this.execute(sql.replaceAll('{{app}}', appRole()));
  }
}

const sql = String.raw`
create table data_export (
  tenant_id uuid not null references tenant,
  id uuid not null,
  state text not null default 'asked' check (state in ('asked', 'ready', 'taken', 'failed')),
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  reason text not null,
  personal boolean not null,
  attempts integer not null default 0,
  claimed_until timestamptz,
  stored boolean not null default false,
  bytes bigint,
  sha256 text,
  rows bigint,
  ready_at timestamptz,
  expires_at timestamptz not null default now() + interval '24 hours',
  code_hash text,
  taken_at timestamptz,
  primary key (tenant_id, id)
);
create table data_export_part (
  tenant_id uuid not null,
  export_id uuid not null,
  part integer not null,
  data bytea not null,
  primary key (tenant_id, export_id, part),
  foreign key (tenant_id, export_id) references data_export on delete cascade
);
alter table data_export_part alter column data set storage external; -- compressed already

do $$
declare t text;
begin
  foreach t in array array['data_export', 'data_export_part'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (tenant_id = (select sys.tenant())) with check (tenant_id = (select sys.tenant()))', t || '_own', t);
    execute format('grant select, insert, update, delete on %I to {{app}}', t);
  end loop;
end $$;

-- Archives to be made, and those of which the time is over.
create function sys.exports_to_do() returns table (tenant_id uuid, id uuid) language sql stable security definer
  set search_path = public as $$
  select e.tenant_id, e.id from data_export e
  where (e.state = 'asked' and coalesce(e.claimed_until, e.asked_at) <= clock_timestamp())
    or (e.stored and (e.expires_at < clock_timestamp() or e.taken_at < clock_timestamp() - interval '1 hour'))
  order by e.asked_at limit 20 $$;
revoke execute on function sys.exports_to_do() from public;
grant execute on function sys.exports_to_do() to {{app}};

do $$
begin
  if exists (select from pg_roles where rolname = 'sunbeon_system' and pg_has_role(current_user, oid, 'member')) then
    grant select (tenant_id, id, state, asked_at, claimed_until, stored, expires_at, taken_at) on data_export to sunbeon_system;
    create policy data_export_system on data_export for select to sunbeon_system using (true);
    grant create on schema sys to sunbeon_system;
    alter function sys.exports_to_do() owner to sunbeon_system;
    revoke create on schema sys from sunbeon_system;
  end if;
end $$;
`;
