import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { addDays, businessDay } from '@sunbeon/domain';
import { Clock } from '../platform/clock/clock.ts';
import { Database, statement, type TenantScope } from '../platform/database/database.ts';
import { JobHandlers } from '../platform/jobs/job-handlers.ts';
import { TenantsReader } from '../tenants/tenants.reader.ts';

/** Hardware may tell of tickets hours later, and a worker may have been away. */
const LOOKED_BACK_DAYS = 7;

const fill = statement(
  'regions.fill',
  `insert into region_figure (tenant_id, business_on, tickets, within_target, waits)
   select $1, business_on, count(*), count(*) filter (where waited <= limit_minutes),
     array(select count(*) filter (where minute = least(floor(w), 120))::int
       from generate_series(0, 120) as minute cross join unnest(array_agg(waited)) as w group by minute order by minute)
   from (
     select t.business_on, s.limit_minutes,
       greatest(extract(epoch from t.called_at - coalesce(t.first_joined_at, t.joined_at)) / 60, 0)::double precision as waited
     from ticket t join service s on s.tenant_id = t.tenant_id and s.id = t.service_id
     where t.tenant_id = $1 and t.business_on between $2 and $3
       and t.called_at is not null and coalesce(t.first_joined_at, t.joined_at) is not null
   ) called group by business_on
   on conflict (tenant_id, business_on) do update
     set tickets = excluded.tickets, within_target = excluded.within_target, waits = excluded.waits`,
);

/** Works out, tenant by tenant, what its region may be told of the days that are over. */
@Injectable()
export class RegionFigures implements OnModuleInit {
  private readonly logger = new Logger('regions');

  constructor(
    private readonly database: Database,
    private readonly tenants: TenantsReader,
    private readonly clock: Clock,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register('regions.fill', () => this.fillAll());
  }

  async fillAll(): Promise<void> {
    for (const { id, kind, zone } of await this.tenants.all()) {
      if (kind !== 'live') continue;
      await this.fill({ tenantId: id }, zone).catch((error: unknown) =>
        this.logger.error({ msg: 'figures of a tenant could not be worked out', tenantId: id, err: error }),
      );
    }
  }

  private async fill(scope: TenantScope, zone: string): Promise<void> {
    const today = businessDay(await this.clock.now(scope), zone);
    const days = [addDays(today, -LOOKED_BACK_DAYS), addDays(today, -1)];
    await this.database.transaction(scope, (tx) => tx.rows(fill, [scope.tenantId, ...days]));
  }
}
