import { Migration } from '@mikro-orm/migrations';
import { appRole } from '../src/platform/database/migration-context.ts';

/**
 * Who changed what, and who read whose data. The serving role may insert and read; rows leave only through
 * sys.purge_audit(), which takes the oldest of each tenant, in one piece, after two years, and leaves an anchor: the
 * number and hash of the last row it took, to which the first remaining row is chained.
 */
export class Migration20261123001000Audit extends Migration {
  override async up(): Promise<void> {
    await this.execute(sql.replaceAll('{{app}}', appRole()));
  }
}

const sql = String.raw`
create table audit (
  tenant_id uuid not null references tenant,
  seq bigint not null,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('staff', 'operator', 'device', 'system', 'public')),
  actor_id uuid,
  actor_name text,
  address text,
  action text not null,
  target_kind text,
  target_id text,
  subject text,
  before jsonb,
  after jsonb,
  reason text,
  trace_id text,
  previous_hash text not null,
  hash text not null,
  primary key (tenant_id, seq)
);
create index audit_at on audit (tenant_id, at);
create index audit_actor on audit (tenant_id, actor_id, seq);
create index audit_target on audit (tenant_id, target_id, seq);

create table audit_anchor (
  tenant_id uuid primary key references tenant,
  seq bigint not null,
  hash text not null,
  removed bigint not null,
  purged_at timestamptz not null
);

alter table audit enable row level security;
create policy audit_own on audit using (tenant_id = (select sys.tenant())) with check (tenant_id = (select sys.tenant()));
alter table audit_anchor enable row level security;
create policy audit_anchor_own on audit_anchor using (tenant_id = (select sys.tenant())) with check (tenant_id = (select sys.tenant()));
revoke all on audit, audit_anchor from {{app}};
grant select, insert on audit to {{app}};
grant select on audit_anchor to {{app}};

-- The two years stand here and not in a parameter: whoever has the serving role cannot shorten them.
create function sys.purge_audit() returns bigint language plpgsql security definer set search_path = public as $$
declare
  owned record;
  total bigint := 0;
  taken bigint;
begin
  for owned in
    -- Up to the first row that is younger, by number: never a row out of the middle.
    select a.tenant_id, coalesce((select min(y.seq) from audit y where y.tenant_id = a.tenant_id and y.at >= now() - interval '2 years'),
      max(a.seq) + 1) - 1 as last
    from audit a group by a.tenant_id having min(a.at) < now() - interval '2 years'
  loop
    insert into audit_anchor (tenant_id, seq, hash, removed, purged_at)
      select owned.tenant_id, a.seq, a.hash, 0, now() from audit a where a.tenant_id = owned.tenant_id and a.seq = owned.last
      on conflict (tenant_id) do update set seq = excluded.seq, hash = excluded.hash, purged_at = excluded.purged_at;
    delete from audit a where a.tenant_id = owned.tenant_id and a.seq <= owned.last;
    get diagnostics taken = row_count;
    update audit_anchor n set removed = n.removed + taken where n.tenant_id = owned.tenant_id;
    total := total + taken;
  end loop;
  return total;
end $$;
revoke execute on function sys.purge_audit() from public;
grant execute on function sys.purge_audit() to {{app}};

do $$
begin
  if exists (select from pg_roles where rolname = 'sunbeon_system' and pg_has_role(current_user, oid, 'member')) then
    grant select, delete on audit to sunbeon_system;
    grant select, insert, update on audit_anchor to sunbeon_system;
    create policy audit_system on audit to sunbeon_system using (true);
    create policy audit_anchor_system on audit_anchor to sunbeon_system using (true) with check (true);
    grant create on schema sys to sunbeon_system;
    alter function sys.purge_audit() owner to sunbeon_system;
    revoke create on schema sys from sunbeon_system;
  end if;
end $$;
`;
