import { Migration } from '@mikro-orm/migrations';
import { appRole } from '../src/platform/database/migration-context.ts';

/** The catalogue of permits, each institution its own. */
export class Migration20261124013200Permits extends Migration {
  override async up(): Promise<void> {
    await this.execute(sql.replaceAll('{{app}}', appRole()));
  }
}

const sql = String.raw`
create table permit (
  tenant_id uuid not null references tenant,
  id uuid not null,
  code text not null,
  group_code text not null check (group_code in ('hygiene', 'culture', 'industry')),
  field text not null,
  name text not null,
  days int not null check (days between 0 and 365),
  legal_days int check (legal_days between 0 and 365),
  note text not null,
  version int not null default 1,
  archived_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
alter table permit enable row level security;
create policy permit_own on permit using (tenant_id = (select sys.tenant())) with check (tenant_id = (select sys.tenant()));
grant select, insert, update, delete on permit to {{app}};
`;
