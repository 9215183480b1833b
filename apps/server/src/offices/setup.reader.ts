import { Injectable } from '@nestjs/common';
import type { SetupProgress } from '@sunbeon/contract';
import { iso } from '../platform/clock/clock.ts';
import { Database, statement, type TenantScope } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';

interface Facts {
  readonly slug: string;
  readonly name: string;
  readonly status: SetupProgress['tenant']['status'];
  readonly trialEndsAt: number | null;
  readonly offices: number;
  readonly counters: number;
  readonly people: number;
  readonly kiosks: number;
  readonly tickets: number;
  readonly office: SetupProgress['office'];
  readonly kiosk: SetupProgress['kiosk'];
}

/** Everything is read from what is there: a step that was done elsewhere is done here, too. */
const facts = statement(
  'setup.facts',
  `select t.slug, t.name, t.status, t.trial_ends_at as "trialEndsAt",
     (select count(*)::int from office where tenant_id = $1) as offices,
     (select count(*)::int from counter where tenant_id = $1 and archived_at is null) as counters,
     (select count(*)::int from staff where tenant_id = $1 and active) - 1
       + (select count(*)::int from invitation where tenant_id = $1 and accepted_at is null and withdrawn_at is null) as people,
     (select count(*)::int from device where tenant_id = $1 and kind = 'kiosk' and paired_at is not null
        and revoked_at is null) as kiosks,
     (select coalesce(sum(last_ordinal), 0)::int from series_day where tenant_id = $1) as tickets,
     (select jsonb_build_object('id', o.id, 'slug', o.slug, 'name', o.name ->> 'ko', 'counters',
        (select count(*) from counter c where c.tenant_id = $1 and c.office_id = o.id and c.archived_at is null))
      from office o where o.tenant_id = $1 order by o.created_at, o.id limit 1) as office,
     (select jsonb_build_object('id', d.id, 'name', d.name, 'paired', d.paired_at is not null) from device d
      where d.tenant_id = $1 and d.kind = 'kiosk' and d.revoked_at is null order by d.created_at, d.id limit 1) as kiosk
   from tenant t where t.id = $1`,
);

/** How far the first set-up is. */
@Injectable()
export class SetupReader {
  constructor(private readonly database: Database) {}

  async progress(scope: TenantScope): Promise<SetupProgress> {
    const found = await this.database.transaction(scope, (tx) => tx.row<Facts>(facts, [scope.tenantId]));
    if (!found) return refuse('not_found');
    const { slug, name, status, trialEndsAt, office, kiosk } = found;
    const counts = {
      office: found.offices,
      counters: found.counters,
      staff: found.people,
      kiosk: found.kiosks,
      ticket: found.tickets,
    };
    const steps = Object.entries(counts).map(([step, count]) => ({
      step: step as keyof typeof counts,
      done: count > 0,
      count: Math.max(0, count),
    }));
    const tenant = { slug, name, status, trialEndsAt: iso(trialEndsAt) };
    return { tenant, steps, done: steps.every((step) => step.done), office, kiosk };
  }
}
