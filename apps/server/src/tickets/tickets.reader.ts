import { Injectable } from '@nestjs/common';
import type { LocalText } from '@sunbeon/contract';
import type { Actor, TicketState } from '@sunbeon/domain';
import { statement, type Transaction } from '../platform/database/database.ts';
import type { ListPlace, SearchedDays } from './ticket-search.policy.ts';

/** What is looked for; null = whatever. */
export interface TicketSearch extends SearchedDays {
  readonly officeId: string;
  readonly number: string | null;
  readonly state: TicketState | null;
  readonly service: string | null;
  readonly counter: string | null;
}

/** A ticket of any day. Instants are epoch milliseconds. */
export interface FoundTicket {
  readonly id: string;
  readonly businessOn: string;
  readonly number: string;
  readonly serviceId: string;
  readonly serviceName: LocalText;
  readonly state: TicketState;
  readonly issuedAt: number | null;
  readonly calledAt: number | null;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly counter: string | null;
  readonly priority: boolean;
  readonly channel: string;
}

/** One with what only its own page shows. */
export interface WholeTicket extends FoundTicket {
  readonly callCount: number;
  readonly outcome: string | null;
}

/** An event of a ticket, with the names of who and where. */
export interface FoundMoment {
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  readonly from: TicketState | null;
  readonly to: TicketState;
  readonly actorKind: Actor['kind'] | null;
  readonly actorName: string | null;
  readonly counter: string | null;
  readonly service: LocalText | null;
  readonly reason: string | null;
  readonly pick: string | null;
  readonly priority: boolean | null;
}

const shown = `t.id, t.business_on as "businessOn", t.label as number, t.service_id as "serviceId", s.name as "serviceName",
  t.state, coalesce(t.first_joined_at, t.issued_at) as "issuedAt", t.called_at as "calledAt", t.started_at as "startedAt",
  t.ended_at as "endedAt", coalesce(c.number, t.counter_label) as counter, t.priority is not null as priority, t.channel`;
/** Of services and counters that were archived as well. */
const named = `join service s on s.tenant_id = t.tenant_id and s.id = t.service_id
  left join counter c on c.tenant_id = t.tenant_id and c.id = t.counter_id`;

/** Along the index ticket_office_day, backwards, from where the page before ended. */
export const searchTickets = statement(
  'tickets.search',
  `select ${shown} from (
     select * from ticket where tenant_id = $1 and office_id = $2 and business_on between $3 and $4
       and (business_on, id) < ($5::date, $6::uuid) and ($7::text is null or label in ($7, upper($7)))
       and ($8::text is null or state = $8) and ($9::uuid is null or service_id = $9)
       and ($10::uuid is null or counter_id = $10)
     order by business_on desc, id desc limit $11) t
   ${named} order by t.business_on desc, t.id desc`,
);

const oneTicket = statement(
  'tickets.one',
  `select ${shown}, t.call_count as "callCount", t.outcome from ticket t ${named}
   where t.tenant_id = $1 and t.office_id = $2 and t.business_on = $3 and t.id = $4`,
);

const ticketEvents = statement(
  'tickets.events',
  `select e.seq, e.at, e.type, e.data->>'from' as "from", e.data->>'to' as "to", e.actor->>'kind' as "actorKind",
     coalesce(p.name, d.name) as "actorName", coalesce(c.number, e.data->'after'->>'counterLabel') as counter,
     s.name as service, e.data->>'reason' as reason, e.data->'call'->>'reason' as pick,
     case when e.type <> 'ticket.issued' and e.data->'after' ? 'priority' then e.data->'after'->>'priority' is not null end
       as priority
   from ticket_event e
   left join staff p on p.tenant_id = $1 and p.id = case when e.actor->>'kind' in ('staff', 'greeter')
     then (e.actor->>'id')::uuid end
   left join device d on d.tenant_id = $1 and d.id = case when e.actor->>'kind' = 'device' then (e.actor->>'id')::uuid end
   left join counter c on c.tenant_id = $1 and c.id = e.counter_id
   left join service s on s.tenant_id = $1 and s.id = (e.data->'after'->>'serviceId')::uuid
   where e.tenant_id = $1 and e.business_on = $2 and e.ticket_id = $3 order by e.seq`,
);

const lastDayOf = statement(
  'tickets.last_day',
  'select business_on as day from office_live where tenant_id = $1 and office_id = $2',
);

/** Reads of tickets of any day, for people who look them up. */
@Injectable()
export class TicketsReader {
  /** The newest after a place in the list. @param limit at most so many */
  search(tx: Transaction, search: TicketSearch, after: ListPlace, limit: number): Promise<FoundTicket[]> {
    const { officeId, from, to, number, state, service, counter } = search;
    const until = after.day < to ? after.day : to;
    const wanted = [number, state, service, counter];
    return tx.rows(searchTickets, [tx.scope.tenantId, officeId, from, until, after.day, after.id, ...wanted, limit]);
  }

  one(tx: Transaction, officeId: string, day: string, id: string): Promise<WholeTicket | undefined> {
    return tx.row(oneTicket, [tx.scope.tenantId, officeId, day, id]);
  }

  /** All that happened to a ticket, the oldest first. */
  events(tx: Transaction, day: string, id: string): Promise<FoundMoment[]> {
    return tx.rows(ticketEvents, [tx.scope.tenantId, day, id]);
  }

  /** Business day of the office's last command; null = there was none yet. */
  async lastDay(tx: Transaction, officeId: string): Promise<string | null> {
    return (await tx.row<{ day: string | null }>(lastDayOf, [tx.scope.tenantId, officeId]))?.day ?? null;
  }
}
