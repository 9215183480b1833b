import { Migration } from '@mikro-orm/migrations';
import { appRole } from '../src/platform/database/migration-context.ts';

/** Keys of tenants (sealed with the master key, which is not in the database), and e-mails that wait to be sent. */
export class Migration20261124000000SealingAndMail extends Migration {
  override async up(): Promise<void> {
    await this.execute(sql.replaceAll('{{app}}', appRole()));
  }
}

const sql = String.raw`
create table tenant_key (
  tenant_id uuid not null references tenant,
  version integer not null,
  wrapped text not null,
  master text not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, version)
);
create table mail (
  tenant_id uuid not null references tenant,
  id uuid not null,
  letter text not null,
  attempts integer not null default 0,
  created_at timestamptz not null default now(),
  next_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index mail_next on mail (next_at);

do $$
declare t text;
begin
  foreach t in array array['tenant_key', 'mail'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (tenant_id = (select sys.tenant())) with check (tenant_id = (select sys.tenant()))', t || '_own', t);
    execute format('grant select, insert, update, delete on %I to {{app}}', t);
  end loop;
end $$;

-- A few at a time: a long list must not keep a worker.
create function sys.mail_due() returns table (tenant_id uuid, id uuid) language sql stable security definer
  set search_path = public as $$
  select m.tenant_id, m.id from mail m where m.next_at <= clock_timestamp() order by m.next_at limit 50 $$;
revoke execute on function sys.mail_due() from public;
grant execute on function sys.mail_due() to {{app}};

do $$
begin
  if exists (select from pg_roles where rolname = 'sunbeon_system' and pg_has_role(current_user, oid, 'member')) then
    grant select (tenant_id, id, next_at) on mail to sunbeon_system;
    create policy mail_system on mail for select to sunbeon_system using (true);
    grant create on schema sys to sunbeon_system;
    alter function sys.mail_due() owner to sunbeon_system;
    revoke create on schema sys from sunbeon_system;
  end if;
end $$;
`;
