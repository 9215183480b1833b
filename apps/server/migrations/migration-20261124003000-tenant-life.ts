import { Migration } from '@mikro-orm/migrations';
import { appRole } from '../src/platform/database/migration-context.ts';

/** Sign-ups and their applications, the life of tenants, plans and usage, regions and their figures. */
export class Migration20261124003000TenantLife extends Migration {
  override async up(): Promise<void> {
    await this.execute(sql.replaceAll('{{app}}', appRole()));
  }
}

const sql = String.raw`
alter table tenant drop constraint tenant_status_check, drop constraint tenant_kind_check,
  add constraint tenant_status_check check (status in ('pending', 'trial', 'active', 'suspended', 'closed')),
  add constraint tenant_kind_check check (kind in ('live', 'rehearsal', 'platform', 'region')),
  add column plan text not null default 'standard' check (plan in ('small', 'standard', 'unlimited')),
  add column status_reason text,
  add column trial_ends_at timestamptz,
  -- A change that waits for the end of the halls' business day, on the tenant's own clock.
  add column next_status text check (next_status in ('suspended', 'closed')),
  add column next_at timestamptz,
  add column next_reason text,
  add constraint tenant_next_check check ((next_status is null) = (next_at is null));
update tenant set plan = 'unlimited' where kind <> 'live';

-- Sign-ups whose e-mail was not confirmed yet belong to the platform's own tenant: there is no other so far.
create table signup (
  tenant_id uuid not null references tenant,
  id uuid not null,
  email_hash text not null,
  application text not null,
  token_hash text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (tenant_id, id)
);
create index signup_email on signup (tenant_id, email_hash);
create table tenant_application (
  tenant_id uuid primary key references tenant,
  contact text not null,
  terms text not null,
  language text not null check (language in ('ko', 'en')),
  applied_at timestamptz not null default now(),
  decided_at timestamptz,
  decision text check (decision in ('approved', 'refused')),
  reason text
);
create table tenant_usage (
  tenant_id uuid primary key references tenant,
  counted_at timestamptz not null,
  offices integer not null,
  devices_total integer not null,
  devices_online integer not null,
  staff integer not null,
  tickets_today integer not null,
  tickets_30_days integer not null,
  stored_rows bigint not null,
  stored_bytes bigint not null,
  last_activity_at timestamptz,
  days_over integer not null
);
-- Business days on which more tickets were drawn than the plan has.
create table plan_excess (
  tenant_id uuid not null references tenant,
  business_on date not null,
  tickets integer not null,
  allowed integer not null,
  noticed_at timestamptz not null default now(),
  primary key (tenant_id, business_on)
);
-- What a region may be told of a business day that is over: counts only.
create table region_figure (
  tenant_id uuid not null references tenant,
  business_on date not null,
  tickets integer not null,
  within_target integer not null,
  -- Tickets by whole minutes of their wait, 0 to 120 (= two hours or more).
  waits integer[] not null,
  primary key (tenant_id, business_on)
);

do $$
declare t text;
begin
  foreach t in array array['signup', 'tenant_application', 'tenant_usage', 'plan_excess', 'region_figure'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (tenant_id = (select sys.tenant())) with check (tenant_id = (select sys.tenant()))', t || '_own', t);
    execute format('grant select, insert, update, delete on %I to {{app}}', t);
  end loop;
end $$;

-- Tenants whose waiting change is due, or whose trial is over, each on its own clock.
create function sys.tenants_due() returns table (id uuid) language sql stable security definer set search_path = public as $$
  select t.id from tenant t left join tenant_clock c on c.tenant_id = t.id
  where least(t.next_at, case when t.status = 'trial' and t.next_at is null then t.trial_ends_at end)
    <= coalesce(c.anchor_now + (clock_timestamp() - c.anchor_real) * c.rate, clock_timestamp()) $$;

-- A page of tenants for the operator: ids in their order, and how many there are in all.
create function sys.tenant_page(words text, statuses text[], kinds text[], wanted_plan text, sorted_by text, downwards boolean,
  most integer, skipped integer) returns table (id uuid, total bigint) language sql stable security definer set search_path = public as $$
  with found as (
    select t.id, t.created_at, t.name, case sorted_by
        when 'name' then t.name when 'slug' then t.slug when 'status' then t.status when 'plan' then t.plan end as word,
      case sorted_by when 'createdAt' then extract(epoch from t.created_at) when 'trialEndsAt' then extract(epoch from t.trial_ends_at)
        when 'tickets' then u.tickets_30_days when 'bytes' then u.stored_bytes
        when 'lastActivityAt' then extract(epoch from u.last_activity_at) end as figure
    from tenant t left join tenant_usage u on u.tenant_id = t.id
    where t.kind = any(kinds) and (statuses is null or t.status = any(statuses)) and (wanted_plan is null or t.plan = wanted_plan)
      and (words is null or strpos(lower(t.name), lower(words)) > 0 or strpos(t.slug, lower(words)) > 0)
  )
  select f.id, count(*) over () from found f
  order by case when downwards then f.word end desc nulls last, case when not downwards then f.word end nulls last,
    case when downwards then f.figure end desc nulls last, case when not downwards then f.figure end nulls last, f.created_at, f.id
  limit most offset skipped $$;

-- Counts by tenant and day of the region whose account asks, and of nobody else: who asks is the transaction's tenant.
create function sys.region_cells(first date, last date) returns table (tenant_id uuid, business_on date, tickets integer,
  within_target integer, waits integer[]) language sql stable security definer set search_path = public as $$
  select f.tenant_id, f.business_on, f.tickets, f.within_target, f.waits
  from tenant r join tenant t on t.kind = 'live' and t.area_code like left(r.area_code, 2) || '%'
    join region_figure f on f.tenant_id = t.id
  where r.id = sys.tenant() and r.kind = 'region' and r.status = 'active' and f.business_on between first and last $$;

do $$
declare
  f text;
  functions text[] := array['sys.tenants_due()', 'sys.tenant_page(text, text[], text[], text, text, boolean, integer, integer)',
    'sys.region_cells(date, date)'];
begin
  foreach f in array functions loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to {{app}}', f);
  end loop;
  if exists (select from pg_roles where rolname = 'sunbeon_system' and pg_has_role(current_user, oid, 'member')) then
    grant select (id, slug, name, kind, status, plan, area_code, created_at, trial_ends_at, next_at) on tenant to sunbeon_system;
    grant select (tenant_id, tickets_30_days, stored_bytes, last_activity_at) on tenant_usage to sunbeon_system;
    grant select on region_figure to sunbeon_system;
    grant execute on function sys.tenant() to sunbeon_system;
    create policy tenant_usage_system on tenant_usage for select to sunbeon_system using (true);
    create policy region_figure_system on region_figure for select to sunbeon_system using (true);
    grant create on schema sys to sunbeon_system;
    foreach f in array functions loop
      execute format('alter function %s owner to sunbeon_system', f);
    end loop;
    revoke create on schema sys from sunbeon_system;
  end if;
end $$;
`;
