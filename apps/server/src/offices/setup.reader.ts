import { Injectable } from '@nestjs/common';
import type { SetupProgress } from '@sunbeon/contract';
import { openState } from '@sunbeon/domain';
import { Clock, iso } from '../platform/clock/clock.ts';
import { Database, statement, type TenantScope, type Transaction } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import { OfficesReader } from './offices.reader.ts';

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
  readonly officeId: string | null;
  readonly revision: number | null;
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
     l.office_id as "officeId", l.config_revision as revision,
     (select jsonb_build_object('id', d.id, 'name', d.name, 'paired', d.paired_at is not null) from device d
      where d.tenant_id = $1 and d.kind = 'kiosk' and d.revoked_at is null order by d.created_at, d.id limit 1) as kiosk
   from tenant t left join office_live l on l.tenant_id = t.id and l.office_id =
     (select id from office where tenant_id = $1 order by created_at, id limit 1)
   where t.id = $1`,
);

/** How far the first set-up is. */
@Injectable()
export class SetupReader {
  constructor(
    private readonly database: Database,
    private readonly offices: OfficesReader,
    private readonly clock: Clock,
  ) {}

  async progress(scope: TenantScope): Promise<SetupProgress> {
    const now = await this.clock.now(scope);
    const read = await this.database.transaction(scope, async (tx) => {
      const row = (await tx.row<Facts>(facts, [scope.tenantId])) ?? refuse('not_found');
      return { found: row, office: await this.office(tx, row, now) };
    });
    const { found, office } = read;
    const { slug, name, status, trialEndsAt, kiosk } = found;
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

  private async office(tx: Transaction, { officeId, revision }: Facts, now: number): Promise<SetupProgress['office']> {
    if (officeId === null || revision === null) return null;
    const { id, slug, name, counters, services, calendar } = await this.offices.configOf(tx, officeId, revision);
    const { openNow, opensAt } = openState(calendar, now);
    return {
      id,
      slug,
      name: name.ko,
      counters: counters.length,
      services: services.size,
      openNow,
      opensAt: iso(opensAt),
    };
  }
}
