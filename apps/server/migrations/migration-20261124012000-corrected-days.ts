import { Migration } from '@mikro-orm/migrations';

/** Figures of a day of which a ticket was corrected afterwards are worked out anew at once, and not with the next day's. */
export class Migration20261124012000CorrectedDays extends Migration {
  override async up(): Promise<void> {
    await this.execute(sql);
  }
}

const sql = String.raw`
alter table figured_day add column corrected boolean not null default false;
create index figured_day_corrected on figured_day (tenant_id, office_id) where corrected;
do $$
declare definer text := (select pg_get_userbyid(proowner) from pg_proc where oid = 'sys.days_to_figure()'::regprocedure);
begin
  if definer = 'sunbeon_system' then
    grant create on schema sys to sunbeon_system;
    grant select (corrected) on figured_day to sunbeon_system;
  end if;
  execute format('set local role %I', definer);
  create or replace function sys.days_to_figure() returns table (tenant_id uuid, office_id uuid) language sql stable
    security definer set search_path = public as $f$
    select l.tenant_id, l.office_id from office_live l where l.closed_on is not null and (
      not exists (select from figured_day f where f.tenant_id = l.tenant_id and f.office_id = l.office_id
        and f.business_on = l.closed_on)
      or exists (select from figured_day f where f.tenant_id = l.tenant_id and f.office_id = l.office_id and f.corrected)) $f$;
  reset role;
  if definer = 'sunbeon_system' then revoke create on schema sys from sunbeon_system; end if;
end $$;
`;
