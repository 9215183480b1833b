import { Injectable } from '@nestjs/common';
import type { LoggedEvent, TicketEvent } from '@sunbeon/domain';
import { statement, type Transaction } from '../platform/database/database.ts';

const select = `select seq, type, ticket_id as "ticketId", counter_id as "counterId", office_id as "officeId",
  business_on as "businessOn", at, actor, data from ticket_event`;
const readEvent = statement('events.one', `${select} where tenant_id = $1 and business_on = $2 and id = $3`);
const readDay = statement(
  'events.day',
  `${select} where tenant_id = $1 and office_id = $2 and business_on = $3 and type like 'ticket.%' order by seq`,
);

interface EventRow extends Pick<
  LoggedEvent,
  'seq' | 'type' | 'ticketId' | 'counterId' | 'officeId' | 'businessOn' | 'at' | 'actor'
> {
  data: Omit<TicketEvent, 'type' | 'ticketId' | 'counterId' | 'officeId' | 'businessOn' | 'at' | 'actor'>;
}

/** Reads of the log (ticket_event) in the domain's shape. */
@Injectable()
export class EventsReader {
  async event(tx: Transaction, businessOn: string, id: string): Promise<LoggedEvent | undefined> {
    const row = await tx.row<EventRow>(readEvent, [tx.scope.tenantId, businessOn, id]);
    return row && eventOf(row);
  }

  /** All events on tickets of an office's business day, in the order of commits. */
  async day(tx: Transaction, officeId: string, businessOn: string): Promise<LoggedEvent[]> {
    const rows = await tx.rows<EventRow>(readDay, [tx.scope.tenantId, officeId, businessOn]);
    return rows.map(eventOf);
  }
}

function eventOf({ data, ...row }: EventRow): LoggedEvent {
  return { ...data, ...row };
}
