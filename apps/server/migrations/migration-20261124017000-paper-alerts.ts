import { Migration } from '@mikro-orm/migrations';

/** Staff hears that paper is near its end while tickets still come out. */
export class Migration20261124017000PaperAlerts extends Migration {
  override async up(): Promise<void> {
    await this.execute(sql);
  }
}

const sql = String.raw`
alter table device_alert drop constraint device_alert_kind_check;
alter table device_alert add constraint device_alert_kind_check check (kind in ('offline', 'printer', 'paper', 'clock'));

-- As before, and with paper that is near its end.
create or replace function sys.devices_to_watch() returns table (tenant_id uuid, device_id uuid) language sql stable
  security definer set search_path = public as $$
  select d.tenant_id, d.id from device d join tenant t on t.id = d.tenant_id
  where t.status in ('trial', 'active') and d.paired_at is not null and d.revoked_at is null
    and (coalesce(d.last_heard_at, d.paired_at) < clock_timestamp() - interval '90 seconds'
      or d.heartbeat ->> 'printer' in ('near_end', 'paper_end', 'cover_open', 'gone')
      or d.printer_state in ('near_end', 'paper_end', 'cover_open', 'gone') or abs(d.clock_offset_ms) > 60000)
  union select a.tenant_id, a.device_id from device_alert a where a.ended_at is null $$;
`;
