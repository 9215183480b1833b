import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { statement, type Transaction } from '../platform/database/database.ts';

const countAll = statement('deletions.count_all', 'select count(*)::int as n from ticket_contact where tenant_id = $1');
const deleteAll = statement(
  'deletions.delete_all',
  'delete from ticket_contact where tenant_id = $1 returning ticket_id',
);
// Days that are closed, or over, or that nobody is left to close; of others nothing is touched.
const deleteDays = statement(
  'deletions.delete_days',
  `with day as (
     select x.business_on, l.closed_on >= x.business_on as closed, coalesce(p.notices, false) as notices,
       l.business_on is null or l.closed_on >= x.business_on or l.business_on > x.business_on
         or max(x.created_at) < clock_timestamp() - interval '36 hours' or p.notices is not true as due
     from ticket_contact x
     left join office_live l on l.tenant_id = x.tenant_id and l.office_id = x.office_id
     left join tenant_privacy p on p.tenant_id = x.tenant_id
     where x.tenant_id = $1 and x.office_id = $2 group by x.business_on, l.closed_on, l.business_on, p.notices
   ), gone as (
     delete from ticket_contact c using day
     where day.due and c.tenant_id = $1 and c.office_id = $2 and c.business_on = day.business_on
     returning c.business_on, day.closed, day.notices
   )
   select business_on as "businessOn", count(*)::int as deleted,
     case when not bool_and(notices) then 'notices_off' when bool_and(coalesce(closed, false)) then 'day_closed'
       else 'left_over' end as reason
   from gone group by business_on order by business_on`,
);
const countDay = statement(
  'deletions.count_day',
  `select count(*)::int as n from ticket_contact where tenant_id = $1 and office_id = $2 and business_on = $3
     and created_at < now()`,
);
const prove = statement(
  'deletions.prove',
  `insert into deletion_proof (tenant_id, id, what, reason, office_id, business_on, deleted, remaining)
   values ($1, $2, 'contacts', $3, $4, $5, $6, $7)`,
);
const proofs = statement(
  'deletions.proofs',
  `select id, what, reason, office_id as "officeId", business_on as "businessOn", deleted, remaining, at
   from deletion_proof where tenant_id = $1 order by at desc, id desc limit 200`,
);

export type ForgetReason = 'day_closed' | 'notices_off' | 'left_over';

/** A day's phone numbers that were deleted. */
export interface DeletedDay {
  readonly businessOn: string;
  readonly deleted: number;
  readonly reason: ForgetReason;
}

/** What is proved: how many went, and how many were counted afterwards. */
export interface Deletion {
  readonly reason: ForgetReason;
  readonly officeId: string | null;
  readonly businessOn: string | null;
  readonly deleted: number;
  readonly remaining: number;
}

export interface ProofRow extends Omit<Deletion, 'reason' | 'remaining'> {
  readonly id: string;
  readonly what: 'contacts' | 'tickets';
  readonly reason: ForgetReason | 'retention';
  readonly remaining: 0;
  readonly at: number;
}

/** Deletes phone numbers, counts what is left, and keeps the proofs. */
@Injectable()
export class DeletionsRepository {
  /** Phone numbers of the tenant that are stored now. */
  async contacts(tx: Transaction): Promise<number> {
    return (await tx.row<{ n: number }>(countAll, [tx.scope.tenantId]))?.n ?? 0;
  }

  async deleteAllContacts(tx: Transaction): Promise<number> {
    return (await tx.rows(deleteAll, [tx.scope.tenantId])).length;
  }

  /** Deletes an office's numbers of all days whose time is over. */
  deleteDays(tx: Transaction, officeId: string): Promise<DeletedDay[]> {
    return tx.rows<DeletedDay>(deleteDays, [tx.scope.tenantId, officeId]);
  }

  /** Numbers of a day that were there before this transaction began and still are. */
  async remaining(tx: Transaction, officeId: string, businessOn: string): Promise<number> {
    return (await tx.row<{ n: number }>(countDay, [tx.scope.tenantId, officeId, businessOn]))?.n ?? 0;
  }

  /** Stores a proof; returns its id. The table takes none that says that something is left: then all is undone. */
  async prove(tx: Transaction, { reason, officeId, businessOn, deleted, remaining }: Deletion): Promise<string> {
    const id = uuidv7();
    await tx.rows(prove, [tx.scope.tenantId, id, reason, officeId, businessOn, deleted, remaining]);
    return id;
  }

  proofs(tx: Transaction): Promise<ProofRow[]> {
    return tx.rows<ProofRow>(proofs, [tx.scope.tenantId]);
  }
}
