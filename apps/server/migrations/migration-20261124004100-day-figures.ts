import { Migration } from '@mikro-orm/migrations';
import { appRole } from '../src/platform/database/migration-context.ts';

/**
 * Figures of a business day, which stay when its tickets and events go, and the functions by which these go. The serving
 * role may not delete tickets: what may go, sys.purge_day() decides by itself, from the tenant's own term and clock.
 */
export class Migration20261124004100DayFigures extends Migration {
  override async up(): Promise<void> {
    await this.execute(sql.replaceAll('{{app}}', appRole()));
  }
}

const sql = String.raw`
create table day_figure (
  tenant_id uuid not null references tenant,
  office_id uuid not null,
  business_on date not null,
  service_id uuid not null,
  hour smallint not null check (hour between 0 and 23),
  issued integer not null,
  priority integer not null,
  night integer not null,
  served integer not null,
  no_show integer not null,
  cancelled integer not null,
  expired integer not null,
  waits integer not null,
  wait_seconds bigint not null,
  wait_median_seconds integer,
  wait_p90_seconds integer,
  within_limit integer not null,
  limit_minutes integer,
  services integer not null,
  service_seconds bigint not null,
  primary key (tenant_id, office_id, business_on, service_id, hour)
);
-- One row per office and day of which there are figures: what they were made of, and whether that is still there.
create table figured_day (
  tenant_id uuid not null references tenant,
  office_id uuid not null,
  business_on date not null,
  events integer not null,
  tickets integer not null,
  figured_at timestamptz not null default now(),
  purge_began_at timestamptz,
  purged_at timestamptz,
  primary key (tenant_id, office_id, business_on)
);

do $$
declare t text;
begin
  foreach t in array array['day_figure', 'figured_day'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (tenant_id = (select sys.tenant())) with check (tenant_id = (select sys.tenant()))', t || '_own', t);
    execute format('grant select, insert, update, delete on %I to {{app}}', t);
  end loop;
end $$;

-- Offices whose last closed day has no figures yet.
create function sys.days_to_figure() returns table (tenant_id uuid, office_id uuid) language sql stable security definer
  set search_path = public as $$
  select l.tenant_id, l.office_id from office_live l where l.closed_on is not null and not exists (
    select from figured_day f where f.tenant_id = l.tenant_id and f.office_id = l.office_id and f.business_on = l.closed_on) $$;

-- Deletes so many rows of an office's day, of each kind. @returns how many; 0 = nothing is left.
create function sys.purge_day(whose uuid, which uuid, day date, most integer) returns bigint language plpgsql
  security definer set search_path = public as $$
declare
  n bigint;
  total bigint := 0;
begin
  if not exists (
    select from tenant t left join tenant_privacy p on p.tenant_id = t.id left join tenant_clock c on c.tenant_id = t.id
    where t.id = whose and day < (coalesce(c.anchor_now + (clock_timestamp() - c.anchor_real) * c.rate, clock_timestamp())
      - make_interval(years => coalesce(p.retention_years, 5), days => 1))::date
  ) then
    raise exception 'this day is still to be kept: %', day using errcode = '22023';
  end if;
  if not exists (select from figured_day f where f.tenant_id = whose and f.office_id = which and f.business_on = day
      and f.purge_began_at is not null) then
    raise exception 'the figures of this day were not compared: %', day using errcode = '22023';
  end if;
  delete from ticket_event e where e.tenant_id = whose and e.business_on = day and e.id in (
    select x.id from ticket_event x where x.tenant_id = whose and x.office_id = which and x.business_on = day limit most);
  get diagnostics n = row_count; total := total + n;
  delete from ticket e where e.tenant_id = whose and e.business_on = day and e.id in (
    select x.id from ticket x where x.tenant_id = whose and x.office_id = which and x.business_on = day limit most);
  get diagnostics n = row_count; total := total + n;
  delete from hardware_event e where e.tenant_id = whose and e.office_id = which and e.event_id in (
    select x.event_id from hardware_event x where x.tenant_id = whose and x.office_id = which and x.business_on = day limit most);
  get diagnostics n = row_count; total := total + n;
  delete from shift e where e.tenant_id = whose and e.id in (
    select x.id from shift x where x.tenant_id = whose and x.office_id = which and x.business_on = day limit most);
  get diagnostics n = row_count; total := total + n;
  return total;
end $$;

-- Months that are over for everybody and empty: their partitions go. As the owner, whose the tables are.
create function sys.drop_empty_months() returns bigint language plpgsql security definer set search_path = pg_catalog as $$
declare
  child text;
  filled boolean;
  n bigint := 0;
begin
  for child in
    select c.relname from pg_class c where c.relnamespace = 'part'::regnamespace and c.relkind = 'r'
      and c.relname ~ '^ticket(_event)?_\d{4}_\d\d$'
      and to_date(right(c.relname, 7), 'YYYY_MM') < date_trunc('month', now() - interval '13 months')
  loop
    execute format('select exists (select from part.%I)', child) into filled;
    continue when filled;
    -- Nobody waits for this: who reads tickets now goes first, and it is tried again tomorrow.
    begin
      set local lock_timeout = '200ms';
      execute format('lock table part.%I in access exclusive mode', child);
      execute format('select exists (select from part.%I)', child) into filled;
      if not filled then
        execute format('drop table part.%I', child);
        n := n + 1;
      end if;
    exception when lock_not_available then null;
    end;
  end loop;
  return n;
end $$;

do $$
declare f text;
begin
  foreach f in array array['sys.days_to_figure()', 'sys.purge_day(uuid, uuid, date, integer)', 'sys.drop_empty_months()'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to {{app}}', f);
  end loop;
  if exists (select from pg_roles where rolname = 'sunbeon_system' and pg_has_role(current_user, oid, 'member')) then
    grant select (tenant_id, office_id, business_on, purge_began_at) on figured_day to sunbeon_system;
    grant select, delete on ticket, ticket_event, hardware_event, shift to sunbeon_system;
    create policy figured_day_system on figured_day for select to sunbeon_system using (true);
    create policy ticket_system on ticket to sunbeon_system using (true);
    create policy ticket_event_system on ticket_event to sunbeon_system using (true);
    create policy hardware_event_system on hardware_event to sunbeon_system using (true);
    create policy shift_system on shift to sunbeon_system using (true);
    grant create on schema sys to sunbeon_system;
    alter function sys.days_to_figure() owner to sunbeon_system;
    alter function sys.purge_day(uuid, uuid, date, integer) owner to sunbeon_system;
    revoke create on schema sys from sunbeon_system;
  end if;
end $$;
`;
