import { Injectable } from '@nestjs/common';
import { statement, type Transaction } from '../platform/database/database.ts';

const lastEvent = statement(
  'corrections.version',
  'select max(seq) as seq from ticket_event where tenant_id = $1 and business_on = $2 and ticket_id = $3',
);
const markDay = statement(
  'corrections.mark_day',
  'update figured_day set corrected = true where tenant_id = $1 and office_id = $2 and business_on = $3',
);

/** What corrections ask for and leave behind besides the ticket. */
@Injectable()
export class CorrectionsRepository {
  /** `seq` of what happened to a ticket last; 0 = nothing that we know of. */
  async version(tx: Transaction, day: string, ticketId: string): Promise<number> {
    const row = await tx.row<{ seq: number | null }>(lastEvent, [tx.scope.tenantId, day, ticketId]);
    return row?.seq ?? 0;
  }

  /** The figures of a day, if there are any, are no longer what its tickets say. */
  async markDay(tx: Transaction, officeId: string, day: string): Promise<void> {
    await tx.rows(markDay, [tx.scope.tenantId, officeId, day]);
  }
}
