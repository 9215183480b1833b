import { Migration } from '@mikro-orm/migrations';
import { appRole } from '../src/platform/database/migration-context.ts';

/** Owners are told before their trial ends: what was told last, and tenants to whom it is to be told. */
export class Migration20261124006100TrialReminders extends Migration {
  override async up(): Promise<void> {
    await this.execute(sql.replaceAll('{{app}}', appRole()));
  }
}

const sql = String.raw`
-- Days before the end of this trial of which its owners were told last; null = of none.
alter table tenant add column trial_reminded smallint check (trial_reminded in (14, 3));

-- The days here are trialReminders of libs/domain; what is really due is decided there, under the tenant's lock.
drop function sys.tenants_due();
create function sys.tenants_due() returns table (id uuid) language sql stable security definer set search_path = public as $$
  select t.id from tenant t left join tenant_clock c on c.tenant_id = t.id
  cross join lateral (select coalesce(c.anchor_now + (clock_timestamp() - c.anchor_real) * c.rate, clock_timestamp()) as at) n
  where least(t.next_at, case when t.status = 'trial' and t.next_at is null then t.trial_ends_at end) <= n.at
    or (t.status = 'trial' and t.next_at is null
      and ((t.trial_reminded is null and t.trial_ends_at - interval '14 days' <= n.at)
        or (t.trial_reminded = 14 and t.trial_ends_at - interval '3 days' <= n.at))) $$;
revoke execute on function sys.tenants_due() from public;
grant execute on function sys.tenants_due() to {{app}};

do $$
begin
  if exists (select from pg_roles where rolname = 'sunbeon_system' and pg_has_role(current_user, oid, 'member')) then
    grant select (trial_reminded) on tenant to sunbeon_system;
    grant create on schema sys to sunbeon_system;
    alter function sys.tenants_due() owner to sunbeon_system;
    revoke create on schema sys from sunbeon_system;
  end if;
end $$;
`;
