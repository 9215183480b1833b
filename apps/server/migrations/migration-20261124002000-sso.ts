import { Migration } from '@mikro-orm/migrations';
import { appRole } from '../src/platform/database/migration-context.ts';

/** Identity providers of tenants (OpenID Connect), and who at a provider is whom here. */
export class Migration20261124002000Sso extends Migration {
  override async up(): Promise<void> {
    await this.execute(sql.replaceAll('{{app}}', appRole()));
  }
}

const sql = String.raw`
create table sso_settings (
  tenant_id uuid primary key references tenant,
  enabled boolean not null,
  issuer text not null,
  client_id text not null,
  client_secret text not null,
  scopes text[] not null,
  email_domains text[] not null,
  link_by_email boolean not null,
  auto_role text,
  auto_office_ids uuid[] not null default '{}',
  only_sso boolean not null,
  required_amr text[] not null,
  required_acr text[] not null,
  updated_at timestamptz not null default now()
);
create table sso_identity (
  tenant_id uuid not null references tenant,
  issuer text not null,
  subject text not null,
  staff_id uuid not null,
  created_at timestamptz not null default now(),
  used_at timestamptz not null default now(),
  primary key (tenant_id, issuer, subject),
  foreign key (tenant_id, staff_id) references staff (tenant_id, id) on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['sso_settings', 'sso_identity'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I using (tenant_id = (select sys.tenant())) with check (tenant_id = (select sys.tenant()))', t || '_own', t);
    execute format('grant select, insert, update, delete on %I to {{app}}', t);
  end loop;
end $$;
`;
