import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { statement, type Transaction } from '../platform/database/database.ts';

const dueDays = statement(
  'retention.due_days',
  `select office_id as "officeId", business_on as "businessOn" from figured_day
   where tenant_id = $1 and business_on < $2 and purged_at is null order by business_on, office_id limit 200`,
);
// Months before the term are empty but for what is due, so this reads little.
const unfigured = statement(
  'retention.unfigured',
  `select distinct t.office_id as "officeId", t.business_on as "businessOn" from ticket t
   where t.tenant_id = $1 and t.business_on < $2 and not exists (select from figured_day f
     where f.tenant_id = t.tenant_id and f.office_id = t.office_id and f.business_on = t.business_on) limit 200`,
);
const purge = statement('retention.purge', 'select sys.purge_day($1, $2, $3, $4)::int as n');
const left = statement(
  'retention.left',
  `select (select count(*)::int from ticket_event where tenant_id = $1 and office_id = $2 and business_on = $3)
     + (select count(*)::int from ticket where tenant_id = $1 and office_id = $2 and business_on = $3)
     + (select count(*)::int from hardware_event where tenant_id = $1 and office_id = $2 and business_on = $3)
     + (select count(*)::int from shift where tenant_id = $1 and office_id = $2 and business_on = $3) as n`,
);
const begin = statement(
  'retention.begin',
  'update figured_day set purge_began_at = now() where tenant_id = $1 and office_id = $2 and business_on = $3',
);
const markPurged = statement(
  'retention.mark',
  'update figured_day set purged_at = now() where tenant_id = $1 and office_id = $2 and business_on = $3',
);
const prove = statement(
  'retention.prove',
  `insert into deletion_proof (tenant_id, id, what, reason, office_id, business_on, deleted, remaining)
   values ($1, $2, 'tickets', 'retention', $3, $4, $5, $6)`,
);

/** Rows of each kind in one transaction. */
const BATCH = 2_000;

export interface OfficeDay {
  readonly officeId: string;
  readonly businessOn: string;
}

/** Deletes what the term is over for. */
@Injectable()
export class RetentionRepository {
  /** Days before `cutoff` with figures, whose tickets and events are still there. */
  due(tx: Transaction, cutoff: string): Promise<OfficeDay[]> {
    return tx.rows<OfficeDay>(dueDays, [tx.scope.tenantId, cutoff]);
  }

  /** Days before `cutoff` of which there are no figures. */
  unfigured(tx: Transaction, cutoff: string): Promise<OfficeDay[]> {
    return tx.rows<OfficeDay>(unfigured, [tx.scope.tenantId, cutoff]);
  }

  /** The day was compared: from now on it may be deleted, also by a later run. */
  async begin(tx: Transaction, { officeId, businessOn }: OfficeDay): Promise<void> {
    await tx.rows(begin, [tx.scope.tenantId, officeId, businessOn]);
  }

  /** @returns how many rows went; 0 = all are gone */
  async purge(tx: Transaction, { officeId, businessOn }: OfficeDay): Promise<number> {
    return (await tx.row<{ n: number }>(purge, [tx.scope.tenantId, officeId, businessOn, BATCH]))?.n ?? 0;
  }

  async left(tx: Transaction, { officeId, businessOn }: OfficeDay): Promise<number> {
    return (await tx.row<{ n: number }>(left, [tx.scope.tenantId, officeId, businessOn]))?.n ?? 0;
  }

  async markPurged(tx: Transaction, { officeId, businessOn }: OfficeDay): Promise<void> {
    await tx.rows(markPurged, [tx.scope.tenantId, officeId, businessOn]);
  }

  /** @returns the proof's id */
  async prove(
    tx: Transaction,
    { officeId, businessOn, deleted, remaining }: OfficeDay & { deleted: number; remaining: number },
  ): Promise<string> {
    const id = uuidv7();
    await tx.rows(prove, [tx.scope.tenantId, id, officeId, businessOn, deleted, remaining]);
    return id;
  }
}
