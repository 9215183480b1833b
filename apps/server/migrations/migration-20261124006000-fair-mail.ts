import { Migration } from '@mikro-orm/migrations';

/** E-mails of many tenants are sent in turns: the thousands of one keep none of the others waiting. */
export class Migration20261124006000FairMail extends Migration {
  override async up(): Promise<void> {
    await this.execute(sql);
  }
}

// Read tenant by tenant from the index, so that a long list of one costs what a short one does.
const sql = String.raw`
create index mail_turn on mail (tenant_id, next_at);
do $$
declare definer text := (select pg_get_userbyid(proowner) from pg_proc where oid = 'sys.mail_due()'::regprocedure);
begin
  if definer = 'sunbeon_system' then grant create on schema sys to sunbeon_system; end if;
  execute format('set local role %I', definer);
  create or replace function sys.mail_due() returns table (tenant_id uuid, id uuid) language sql stable security definer
    set search_path = public as $f$
    with recursive tenants as (
      (select m.tenant_id from mail m order by m.tenant_id limit 1)
      union all
      select (select m.tenant_id from mail m where m.tenant_id > t.tenant_id order by m.tenant_id limit 1)
      from tenants t where t.tenant_id is not null
    )
    select t.tenant_id, d.id
    from tenants t cross join lateral (
      select m.id, m.next_at, row_number() over (order by m.next_at) as turn
      from mail m where m.tenant_id = t.tenant_id and m.next_at <= clock_timestamp() order by m.next_at limit 50
    ) d
    order by d.turn, d.next_at limit 50 $f$;
  reset role;
  if definer = 'sunbeon_system' then revoke create on schema sys from sunbeon_system; end if;
end $$;
`;
