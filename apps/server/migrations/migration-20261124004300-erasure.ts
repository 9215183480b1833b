import { Migration } from '@mikro-orm/migrations';
import { appRole } from '../src/platform/database/migration-context.ts';

/**
 * The end of a tenant: planned and confirmed by the operator, done by a job, proved by a certificate that stays with the
 * platform's own tenant. sys.erase_rows() finds the tables in the schema itself, so that none is forgotten, and refuses
 * whoever has not gone the whole way.
 */
export class Migration20261124004300Erasure extends Migration {
  override async up(): Promise<void> {
    await this.execute(sql.replaceAll('{{app}}', appRole()));
  }
}

const sql = String.raw`
create table erasure (
  tenant_id uuid not null references tenant,
  id uuid not null,
  subject_id uuid not null,
  subject_slug text not null,
  subject_name text not null,
  reason text not null,
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamptz not null default now(),
  due_at timestamptz not null,
  confirmed_by uuid,
  confirmed_by_name text,
  confirmed_at timestamptz,
  cancelled_at timestamptz,
  started_at timestamptz,
  counted jsonb,
  finished_at timestamptz,
  certificate jsonb,
  signature text,
  primary key (tenant_id, id)
);
create unique index erasure_open on erasure (subject_id) where cancelled_at is null and finished_at is null;
alter table erasure enable row level security;
create policy erasure_own on erasure using (tenant_id = (select sys.tenant())) with check (tenant_id = (select sys.tenant()));
grant select, insert, update on erasure to {{app}};
revoke delete, truncate on erasure from {{app}};

create function sys.erasures_due() returns table (tenant_id uuid, id uuid) language sql stable security definer
  set search_path = public as $$
  select e.tenant_id, e.id from erasure e
  where e.confirmed_at is not null and e.cancelled_at is null and e.finished_at is null and e.due_at <= clock_timestamp() $$;

-- Deletes so many rows of a tenant from the first table that has some, those that point at others first, and at last the
-- tenant itself. Row-level security holds this function to the tenant, too: it works in its scope.
create function sys.erase_rows(victim uuid, most integer) returns bigint language plpgsql security definer
  set search_path = public as $$
declare
  t text;
  n bigint;
begin
  if not exists (select from tenant x where x.id = victim and x.status = 'closed' and x.kind <> 'platform') or not exists (
    select from erasure e where e.subject_id = victim and e.confirmed_at is not null and e.cancelled_at is null
      and e.finished_at is null and e.due_at <= clock_timestamp()
  ) then
    raise exception 'this tenant is not to be erased' using errcode = '42501';
  end if;
  perform set_config('app.tenant_id', victim::text, true);
  for t in
    with recursive tenant_table as (
      select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    ), reached (oid, depth) as (
      select x.oid, 0 from tenant_table x
      union
      select f.confrelid, r.depth + 1 from reached r
      join pg_constraint f on f.contype = 'f' and f.conrelid = r.oid and f.confrelid <> f.conrelid
      join tenant_table x on x.oid = f.confrelid
      where r.depth < 30
    )
    select c.relname from (select r.oid, max(r.depth) as depth from reached r group by r.oid) o
    join pg_class c on c.oid = o.oid order by o.depth, c.relname
  loop
    execute format('with gone as (select tableoid as part, ctid as place from %1$I where tenant_id = $1 limit $2)
      delete from %1$I x using gone where x.tenant_id = $1 and x.tableoid = gone.part and x.ctid = gone.place', t)
      using victim, most;
    get diagnostics n = row_count;
    if n > 0 then return n; end if;
  end loop;
  delete from tenant x where x.id = victim;
  get diagnostics n = row_count;
  return n;
end $$;

do $$
declare
  f text;
  t text;
begin
  foreach f in array array['sys.erasures_due()', 'sys.erase_rows(uuid, integer)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to {{app}}', f);
  end loop;
  if exists (select from pg_roles where rolname = 'sunbeon_system' and pg_has_role(current_user, oid, 'member')) then
    -- Tables that are there, and those that will be. What it sees of them its policies say: one tenant's rows.
    for t in select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') loop
      execute format('grant select, delete on %I to sunbeon_system', t);
    end loop;
    alter default privileges in schema public grant select, delete on tables to sunbeon_system;
    grant delete on tenant to sunbeon_system;
    grant select (tenant_id, id, subject_id, due_at, confirmed_at, cancelled_at, finished_at) on erasure to sunbeon_system;
    create policy erasure_system on erasure for select to sunbeon_system using (true);
    grant execute on function sys.tenant() to sunbeon_system;
    grant create on schema sys to sunbeon_system;
    alter function sys.erasures_due() owner to sunbeon_system;
    alter function sys.erase_rows(uuid, integer) owner to sunbeon_system;
    revoke create on schema sys from sunbeon_system;
  end if;
end $$;
`;
