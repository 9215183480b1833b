/**
 * The first schema, as SQL. `{{app}}` is the name of the serving role (the user of DATABASE_URL).
 *
 * Every tenant table has `tenant_id`, row-level security and one policy. Tables that grow (ticket, ticket_event) are
 * partitioned by month of the business day; partitions live in schema `part`, where the serving role has no USAGE,
 * because a select on a partition would skip the policies of its parent.
 */
export const foundationSql = String.raw`
create schema part;
create schema sys;
grant usage on schema sys to {{app}};

create function sys.tenant() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.tenant_id', true), '')::uuid;
grant execute on function sys.tenant() to {{app}};

-- ---------------------------------------------------------------- tenants
create table tenant (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  kind text not null check (kind in ('live', 'rehearsal', 'platform')),
  status text not null default 'active' check (status in ('trial', 'active', 'suspended', 'closed')),
  area_code text,
  zone text not null default 'Asia/Seoul',
  created_at timestamptz not null default now()
);
alter table tenant enable row level security;
create policy tenant_own on tenant using (id = (select sys.tenant())) with check (id = (select sys.tenant()));

-- A rehearsal tenant's own clock: now = anchor_now + (real now - anchor_real) * rate.
create table tenant_clock (
  tenant_id uuid primary key references tenant,
  anchor_real timestamptz not null,
  anchor_now timestamptz not null,
  rate double precision not null check (rate >= 0 and rate <= 3600)
);

-- ---------------------------------------------------------------- offices and what they offer
create table office (
  tenant_id uuid not null references tenant,
  id uuid not null,
  slug text not null,
  name jsonb not null,
  address text not null default '',
  zone text not null,
  day_start text not null,
  authority text not null check (authority in ('sunbeon', 'hardware')),
  hours jsonb not null,
  calling jsonb not null,
  overflow jsonb not null,
  priorities jsonb not null,
  groups jsonb not null,
  zones jsonb not null,
  announcements jsonb not null,
  media jsonb not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, slug)
);

create table number_series (
  tenant_id uuid not null,
  id uuid not null,
  office_id uuid not null,
  prefix text not null,
  range_from integer not null,
  range_to integer not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, office_id) references office,
  unique (tenant_id, office_id, prefix, range_from)
);

create table service (
  tenant_id uuid not null,
  id uuid not null,
  office_id uuid not null,
  series_id uuid not null,
  code text not null,
  position integer not null,
  name jsonb not null,
  short_name jsonb,
  group_code text not null,
  target_minutes double precision not null,
  limit_minutes integer not null,
  zone text,
  line text,
  documents jsonb not null,
  guide jsonb,
  issuing jsonb not null,
  quota jsonb,
  add_ons jsonb not null,
  steps jsonb not null,
  at_kiosk boolean not null,
  icon text,
  archived_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, office_id) references office,
  foreign key (tenant_id, series_id) references number_series,
  unique (tenant_id, office_id, code)
);

create table counter (
  tenant_id uuid not null,
  id uuid not null,
  office_id uuid not null,
  number text not null,
  position integer not null,
  name jsonb not null,
  archived_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, office_id) references office,
  unique (tenant_id, office_id, number)
);

create table counter_service (
  tenant_id uuid not null,
  counter_id uuid not null,
  service_id uuid not null,
  preference integer not null,
  primary key (tenant_id, counter_id, service_id),
  foreign key (tenant_id, counter_id) references counter,
  foreign key (tenant_id, service_id) references service
);

-- ---------------------------------------------------------------- people and devices
create table staff (
  tenant_id uuid not null references tenant,
  id uuid not null,
  email text not null unique check (email = lower(email)),
  name text not null,
  password_hash text not null,
  roles text[] not null,
  office_ids uuid[] not null default '{}',
  active boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);

create table session (
  tenant_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  refresh_hash text not null,
  previous_refresh_hash text,
  access_hash text not null,
  access_expires_at timestamptz not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  used_at timestamptz not null default now(),
  user_agent text,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, staff_id) references staff
);

create table device (
  tenant_id uuid not null,
  id uuid not null,
  office_id uuid not null,
  kind text not null check (kind in ('kiosk', 'display', 'relay', 'printer')),
  name text not null,
  settings jsonb not null,
  token_hash text,
  paired_at timestamptz,
  revoked_at timestamptz,
  last_heard_at timestamptz,
  heartbeat jsonb,
  clock_offset_ms bigint,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, office_id) references office
);

create table device_pairing (
  tenant_id uuid not null,
  code_hash text not null primary key,
  device_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  foreign key (tenant_id, device_id) references device
);
create index device_pairing_device on device_pairing (tenant_id, device_id);

-- ---------------------------------------------------------------- the live hall
-- One row per office that every command locks: one writer at a time. Apart from office, so that an edit of the
-- configuration never blocks a call.
create table office_live (
  tenant_id uuid not null,
  office_id uuid not null,
  revision bigint not null default 0,
  event_seq bigint not null default 0,
  call_seq bigint not null default 0,
  config_revision integer not null default 1,
  business_on date,
  changed_at timestamptz not null,
  turns jsonb not null default '{}',
  levels jsonb not null default '{}',
  last_called jsonb not null default '{}',
  calls jsonb not null default '[]',
  stopped jsonb not null default '{}',
  hardware jsonb,
  heard_at timestamptz,
  wake_at timestamptz,
  closed_on date,
  primary key (tenant_id, office_id),
  foreign key (tenant_id, office_id) references office
);

create table counter_live (
  tenant_id uuid not null,
  counter_id uuid not null,
  office_id uuid not null,
  state text not null default 'closed' check (state in ('closed', 'open', 'paused')),
  since timestamptz,
  staff_id uuid,
  shift_id uuid,
  paused_until timestamptz,
  pause_reason text,
  ticket_id uuid,
  undo jsonb,
  help jsonb,
  primary key (tenant_id, counter_id),
  foreign key (tenant_id, counter_id) references counter,
  unique (tenant_id, ticket_id)
);
create index counter_live_office on counter_live (tenant_id, office_id);

create table shift (
  tenant_id uuid not null,
  id uuid not null,
  office_id uuid not null,
  counter_id uuid not null,
  staff_id uuid not null,
  business_on date not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, counter_id) references counter
);
create index shift_office_day on shift (tenant_id, office_id, business_on);

-- Last ordinal drawn of a series on a business day; an office's overflow range draws under the office's own id.
create table series_day (
  tenant_id uuid not null,
  series_id uuid not null,
  business_on date not null,
  last_ordinal integer not null,
  primary key (tenant_id, series_id, business_on)
);

create table ticket (
  tenant_id uuid not null,
  business_on date not null,
  id uuid not null,
  office_id uuid not null,
  service_id uuid not null,
  series_id uuid,
  ordinal integer,
  label text not null,
  source text not null default 'sunbeon' check (source in ('sunbeon', 'hardware')),
  source_ref text,
  state text not null
    check (state in ('waiting', 'called', 'serving', 'held', 'completed', 'no_show', 'cancelled', 'expired')),
  issued_at timestamptz,
  joined_at timestamptz,
  place bigint not null,
  priority text,
  appointment_at timestamptz,
  counter_id uuid,
  counter_label text,
  target_counter_id uuid,
  target_staff_id uuid,
  called_at timestamptz,
  last_called_at timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  call_count integer not null default 0,
  reinstated_at timestamptz,
  postpone_count integer not null default 0,
  steps jsonb not null default '[]',
  step_index integer not null default 0,
  add_ons jsonb not null default '[]',
  outcome text,
  note text,
  language text not null default 'ko',
  channel text not null default 'kiosk',
  token_hash text,
  first_joined_at timestamptz,
  primary key (tenant_id, business_on, id)
) partition by range (business_on);
create unique index ticket_ordinal on ticket (tenant_id, series_id, business_on, ordinal);
create unique index ticket_label on ticket (tenant_id, office_id, business_on, label) where source = 'sunbeon';
create unique index ticket_source_ref on ticket (tenant_id, office_id, business_on, source_ref);
create unique index ticket_one_per_counter on ticket (tenant_id, business_on, counter_id)
  where state in ('called', 'serving') and source = 'sunbeon';
create index ticket_active on ticket (tenant_id, office_id, business_on, place)
  where state in ('waiting', 'called', 'serving', 'held', 'no_show');
create index ticket_token on ticket (tenant_id, business_on, token_hash) where token_hash is not null;

create table ticket_event (
  tenant_id uuid not null,
  business_on date not null,
  id uuid not null,
  office_id uuid not null,
  seq bigint not null,
  type text not null,
  ticket_id uuid,
  counter_id uuid,
  service_id uuid,
  at timestamptz not null,
  recorded_at timestamptz not null default now(),
  actor jsonb not null,
  data jsonb not null,
  primary key (tenant_id, business_on, id)
) partition by range (business_on);
create unique index ticket_event_seq on ticket_event (tenant_id, office_id, business_on, seq);
create index ticket_event_ticket on ticket_event (tenant_id, business_on, ticket_id);

-- Events of ticket hardware as received; the key makes sending again harmless.
create table hardware_event (
  tenant_id uuid not null,
  office_id uuid not null,
  event_id text not null,
  business_on date not null,
  device_id uuid not null,
  type text not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null default now(),
  ticket_key text,
  body jsonb not null,
  primary key (tenant_id, office_id, event_id)
);
create index hardware_event_ticket on hardware_event (tenant_id, office_id, business_on, ticket_key);

create table outbox (
  tenant_id uuid not null,
  office_id uuid not null,
  id uuid not null primary key,
  seq bigint not null,
  type text not null,
  payload jsonb not null,
  created_at timestamptz not null default now()
);
create index outbox_office on outbox (tenant_id, office_id, seq);

create table idempotency (
  tenant_id uuid not null,
  actor text not null,
  route text not null,
  key text not null,
  body_hash text not null,
  response jsonb not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, actor, route, key)
);
create index idempotency_age on idempotency (created_at);

-- ---------------------------------------------------------------- one policy on every tenant table
do $$
declare t text;
begin
  foreach t in array array['tenant_clock', 'office', 'number_series', 'service', 'counter', 'counter_service', 'staff',
    'session', 'device', 'device_pairing', 'office_live', 'counter_live', 'shift', 'series_day', 'ticket',
    'ticket_event', 'hardware_event', 'outbox', 'idempotency'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (tenant_id = (select sys.tenant())) with check (tenant_id = (select sys.tenant()))', t || '_own', t);
  end loop;
end $$;

-- The log of what happened is written once: no update, no delete, for the serving role.
grant select, insert, update, delete on all tables in schema public to {{app}};
revoke update, delete, truncate on ticket_event from {{app}};
revoke delete on tenant, ticket, hardware_event, shift from {{app}};

-- ---------------------------------------------------------------- months
-- Makes the partitions of the month a business day falls in. Runs as its owner, since the serving role may not.
create function sys.ensure_month(day date) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  first date := date_trunc('month', day)::date;
  next date := (date_trunc('month', day) + interval '1 month')::date;
  parent text;
  child text;
begin
  if day < date '2000-01-01' or day >= date '2100-01-01' then
    raise exception 'business day out of range: %', day using errcode = '22008';
  end if;
  perform pg_advisory_xact_lock(hashtext('sys.ensure_month'));
  foreach parent in array array['ticket', 'ticket_event'] loop
    child := parent || to_char(first, '_YYYY_MM');
    if to_regclass('part.' || child) is null then
      execute format('create table part.%I partition of public.%I for values from (%L) to (%L)', child, parent, first, next);
      execute format('alter table part.%I enable row level security', child);
    end if;
  end loop;
end $$;
revoke execute on function sys.ensure_month(date) from public;
grant execute on function sys.ensure_month(date) to {{app}};

-- ---------------------------------------------------------------- the few things that cross tenants: ids only
create function sys.tenant_by_slug(wanted text) returns table (id uuid) language sql stable security definer
  set search_path = public as $$ select t.id from tenant t where t.slug = wanted $$;
create function sys.tenant_ids() returns table (id uuid) language sql stable security definer
  set search_path = public as $$ select t.id from tenant t where t.kind <> 'platform' order by t.created_at, t.id $$;
create function sys.staff_by_email(wanted text) returns table (tenant_id uuid, id uuid) language sql stable
  security definer set search_path = public as $$ select s.tenant_id, s.id from staff s where s.email = lower(wanted) $$;
create function sys.pairing_by_code(wanted text) returns table (tenant_id uuid, device_id uuid) language sql stable
  security definer set search_path = public as $$ select p.tenant_id, p.device_id from device_pairing p where p.code_hash = wanted $$;
-- Offices with unpublished events older than so many milliseconds (a publisher died, or runs on another node).
create function sys.outbox_offices(age_ms integer) returns table (tenant_id uuid, office_id uuid) language sql stable
  security definer set search_path = public as $$
  select distinct o.tenant_id, o.office_id from outbox o where o.created_at <= clock_timestamp() - age_ms * interval '1 millisecond' $$;
-- Offices whose next visible change by the clock is due, each on its tenant's own clock.
create function sys.offices_due() returns table (tenant_id uuid, office_id uuid) language sql stable
  security definer set search_path = public as $$
  select l.tenant_id, l.office_id from office_live l left join tenant_clock c on c.tenant_id = l.tenant_id
  where l.wake_at <= coalesce(c.anchor_now + (clock_timestamp() - c.anchor_real) * c.rate, clock_timestamp()) $$;
-- Idempotency keys are kept for 24 hours.
create function sys.purge_idempotency() returns bigint language plpgsql security definer set search_path = public as $$
declare n bigint;
begin
  delete from idempotency where created_at < now() - interval '24 hours';
  get diagnostics n = row_count;
  return n;
end $$;

do $$
declare
  f text;
begin
  foreach f in array array['sys.tenant_by_slug(text)', 'sys.tenant_ids()', 'sys.staff_by_email(text)',
    'sys.pairing_by_code(text)', 'sys.outbox_offices(integer)', 'sys.offices_due()', 'sys.purge_idempotency()'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to {{app}}', f);
  end loop;
  -- On a server set up with deploy/bootstrap.sql these functions run as the narrow role sunbeon_system, not as the owner.
  if exists (select from pg_roles where rolname = 'sunbeon_system' and pg_has_role(current_user, oid, 'member')) then
    grant usage on schema public, sys to sunbeon_system;
    grant create on schema sys to sunbeon_system;
    grant select (id, slug, kind, created_at) on tenant to sunbeon_system;
    grant select on tenant_clock to sunbeon_system;
    grant select (tenant_id, id, email) on staff to sunbeon_system;
    grant select (tenant_id, device_id, code_hash) on device_pairing to sunbeon_system;
    grant select (tenant_id, office_id, created_at) on outbox to sunbeon_system;
    grant select (tenant_id, office_id, wake_at) on office_live to sunbeon_system;
    grant select (created_at), delete on idempotency to sunbeon_system;
    create policy tenant_system on tenant for select to sunbeon_system using (true);
    create policy tenant_clock_system on tenant_clock for select to sunbeon_system using (true);
    create policy staff_system on staff for select to sunbeon_system using (true);
    create policy device_pairing_system on device_pairing for select to sunbeon_system using (true);
    create policy outbox_system on outbox for select to sunbeon_system using (true);
    create policy office_live_system on office_live for select to sunbeon_system using (true);
    create policy idempotency_system on idempotency to sunbeon_system using (true);
    foreach f in array array['sys.tenant_by_slug(text)', 'sys.tenant_ids()', 'sys.staff_by_email(text)',
      'sys.pairing_by_code(text)', 'sys.outbox_offices(integer)', 'sys.offices_due()', 'sys.purge_idempotency()'] loop
      execute format('alter function %s owner to sunbeon_system', f);
    end loop;
    revoke create on schema sys from sunbeon_system;
  end if;
end $$;
`;
