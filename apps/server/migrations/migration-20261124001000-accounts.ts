import { Migration } from '@mikro-orm/migrations';
import { appRole } from '../src/platform/database/migration-context.ts';

/** Accounts of people: locks, earlier passwords, PIN; second factor and recovery codes; links; invitations; the tenant's rules. */
export class Migration20261124001000Accounts extends Migration {
  override async up(): Promise<void> {
    await this.execute(sql.replaceAll('{{app}}', appRole()));
  }
}

const sql = String.raw`
alter table staff
  add column previous_hashes text[] not null default '{}',
  add column locked_until timestamptz,
  add column pin_hash text,
  add column pin_failures integer not null default 0;

alter table session
  add column began_by text not null default 'password' check (began_by in ('password', 'pin', 'sso')),
  add column address text,
  add column active_at timestamptz not null default now();
create index session_staff on session (tenant_id, staff_id) where revoked_at is null;

create table second_factor (
  tenant_id uuid not null,
  staff_id uuid not null,
  secret text not null,
  confirmed_at timestamptz,
  -- Step of 30 seconds of the newest code that was taken: none is taken twice, and none that is older.
  last_step bigint not null default 0,
  created_at timestamptz not null default now(),
  primary key (tenant_id, staff_id),
  foreign key (tenant_id, staff_id) references staff
);
create table recovery_code (
  tenant_id uuid not null,
  staff_id uuid not null,
  code_hash text not null,
  used_at timestamptz,
  primary key (tenant_id, staff_id, code_hash),
  foreign key (tenant_id, staff_id) references staff
);
create table account_link (
  tenant_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  purpose text not null check (purpose in ('password_reset', 'second_factor')),
  token_hash text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, staff_id) references staff
);
create index account_link_staff on account_link (tenant_id, staff_id);
create table invitation (
  tenant_id uuid not null references tenant,
  id uuid not null,
  email text not null check (email = lower(email)),
  name text not null,
  roles text[] not null,
  office_ids uuid[] not null default '{}',
  invited_by uuid,
  token_hash text not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, invited_by) references staff
);
create table tenant_policy (
  tenant_id uuid not null references tenant,
  second_factor_roles text[] not null default '{}',
  idle_minutes integer not null default 720 check (idle_minutes between 5 and 1440),
  primary key (tenant_id)
);

do $$
declare t text;
begin
  foreach t in array array['second_factor', 'recovery_code', 'account_link', 'invitation', 'tenant_policy'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (tenant_id = (select sys.tenant())) with check (tenant_id = (select sys.tenant()))', t || '_own', t);
    execute format('grant select, insert, update, delete on %I to {{app}}', t);
  end loop;
end $$;
`;
