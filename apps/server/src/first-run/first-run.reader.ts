import { Injectable } from '@nestjs/common';
import { statement, type Transaction } from '../platform/database/database.ts';
import type { FirstRunFacts } from './first-run.policy.ts';

/**
 * Everything is read from what is there: a step that was done elsewhere is done here, too. $2 person, $3 their offices,
 * null = all. A range of numbers is forgotten after 60 days, tickets are not: whoever drew one once is through for good.
 */
const read = statement(
  'first_run.facts',
  `with theirs as (select id from office where tenant_id = $1 and ($3::uuid[] is null or id = any($3))),
     manned as (
       select cs.service_id, cs.counter_id from counter_service cs
       join counter c on c.tenant_id = cs.tenant_id and c.id = cs.counter_id and c.archived_at is null
       join service s on s.tenant_id = cs.tenant_id and s.id = cs.service_id and s.archived_at is null
       where cs.tenant_id = $1 and c.office_id in (select id from theirs))
   select (select count(*)::int from theirs) as offices,
     (select count(distinct service_id)::int from manned) as services,
     (select count(distinct counter_id)::int from manned) as counters,
     (select count(*)::int from staff where tenant_id = $1 and active and id <> $2)
       + (select count(*)::int from invitation where tenant_id = $1 and accepted_at is null and withdrawn_at is null) as people,
     (select count(*)::int from second_factor where tenant_id = $1 and staff_id = $2 and confirmed_at is not null) as second_factor,
     (select count(*)::int from device where tenant_id = $1 and kind = 'kiosk' and paired_at is not null
        and revoked_at is null and office_id in (select id from theirs)) as kiosk,
     greatest(
       (select coalesce(sum(d.last_ordinal), 0)::int from series_day d
        join number_series n on n.tenant_id = d.tenant_id and n.id = d.series_id
        where d.tenant_id = $1 and n.office_id in (select id from theirs)),
       (select count(*)::int from (select from ticket where tenant_id = $1 and office_id in (select id from theirs)
        limit 1) t)) as ticket,
     (select first_run_aside_at is not null from staff where tenant_id = $1 and id = $2) as aside`,
);
const putAside = statement(
  'first_run.aside',
  'update staff set first_run_aside_at = case when $3::boolean then now() end where tenant_id = $1 and id = $2',
);

type Row = Omit<FirstRunFacts, 'office'> & { readonly offices: number; readonly aside: boolean };

/** What of the first steps is there, and whether a person put them aside. */
@Injectable()
export class FirstRunReader {
  /** @param officeIds of these offices only; empty = all */
  async facts(
    tx: Transaction,
    staffId: string,
    officeIds: readonly string[],
  ): Promise<{ facts: FirstRunFacts; aside: boolean }> {
    const row = await tx.row<Row>(read, [tx.scope.tenantId, staffId, officeIds.length === 0 ? null : officeIds]);
    if (!row) throw new Error('facts without their row');
    const { offices, aside, ...facts } = row;
    return { facts: { ...facts, office: offices }, aside };
  }

  async setAside(tx: Transaction, staffId: string, aside: boolean): Promise<void> {
    await tx.rows(putAside, [tx.scope.tenantId, staffId, aside]);
  }
}
