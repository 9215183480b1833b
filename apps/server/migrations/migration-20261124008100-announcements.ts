import { Migration } from '@mikro-orm/migrations';
import { appRole } from '../src/platform/database/migration-context.ts';

/** Announcements become rows of their own, with a time and places; those that offices have already go on to be shown. */
export class Migration20261124008100Announcements extends Migration {
  override async up(): Promise<void> {
    await this.execute(sql.replaceAll('{{app}}', appRole()));
  }
}

const sql = String.raw`
create table announcement (
  tenant_id uuid not null references tenant,
  id uuid not null,
  office_id uuid,
  text jsonb not null,
  level text not null check (level in ('notice', 'important')),
  places text[] not null check (cardinality(places) > 0 and places <@ array['kiosk', 'display', 'resident', 'counter']),
  starts_at timestamptz not null,
  ends_at timestamptz check (ends_at >= starts_at),
  primary key (tenant_id, id),
  foreign key (tenant_id, office_id) references office (tenant_id, id)
);
create index announcement_office on announcement (tenant_id, office_id, starts_at);
insert into announcement (tenant_id, id, office_id, text, level, places, starts_at)
  select o.tenant_id, gen_random_uuid(), o.id, a.text, 'notice', array['display', 'resident', 'counter'],
    least(o.created_at, c.anchor_now) - a.place * interval '1 millisecond'
  from office o left join tenant_clock c on c.tenant_id = o.tenant_id, jsonb_array_elements(o.announcements) with ordinality a (text, place);
alter table announcement enable row level security;
create policy announcement_own on announcement using (tenant_id = (select sys.tenant())) with check (tenant_id = (select sys.tenant()));
grant select, insert, update, delete on announcement to {{app}};
`;
