import { Injectable } from '@nestjs/common';
import type { CallMessage } from '@sunbeon/contract';
import { Database, statement, type Transaction } from '../platform/database/database.ts';
import type { CounterLive, HallChange, LiveRow } from './hall-live.ts';
import { ticketColumns, ticketRecord, ticketSelect, ticketUpdates, type StoredTicket } from './stored-ticket.ts';

const liveColumns = `l.office_id as "officeId", l.revision, l.event_seq as "eventSeq", l.call_seq as "callSeq",
  l.config_revision as "configRevision", l.business_on as "businessOn", l.changed_at as "changedAt", l.turns, l.levels,
  l.last_called as "lastCalled", l.calls, l.stopped, l.hardware, l.heard_at as "heardAt", l.wake_at as "wakeAt",
  l.closed_on as "closedOn", c.anchor_real as "anchorReal", c.anchor_now as "anchorNow", c.rate`;
const liveFrom = 'from office_live l left join tenant_clock c on c.tenant_id = l.tenant_id';

const lockOffice = statement(
  'hall.lock',
  `select ${liveColumns} ${liveFrom} where l.tenant_id = $1 and l.office_id = $2 for update of l`,
);
const lockOfficeOfCounter = statement(
  'hall.lock_counter',
  `select ${liveColumns} ${liveFrom} where l.tenant_id = $1
     and l.office_id = (select office_id from counter where tenant_id = $1 and id = $2 and archived_at is null)
   for update of l`,
);
const lockOfficeOfTicket = statement(
  'hall.lock_ticket',
  `select ${liveColumns} ${liveFrom} where l.tenant_id = $1
     and l.office_id = (select office_id from ticket where tenant_id = $1 and id = $2 and business_on >= $3 limit 1)
   for update of l`,
);
const readLive = statement(
  'hall.read',
  `select ${liveColumns} ${liveFrom} where l.tenant_id = $1 and l.office_id = $2`,
);

// Hardware that never tells the end of a ticket leaves all of a day called; those at no counter are shown nowhere.
const readTickets = statement(
  'hall.tickets',
  `select ${ticketSelect} from ticket
   where tenant_id = $1 and office_id = $2 and business_on = $3
     and state in ('waiting', 'called', 'serving', 'held', 'no_show')
     and (source = 'sunbeon' or state <> 'no_show' and (state <> 'called' or counter_label is not null))
   order by place`,
);
const readCounters = statement(
  'hall.counters',
  `select counter_id as "counterId", state, since, staff_id as "staffId", shift_id as "shiftId",
     paused_until as "pausedUntil", pause_reason as "pauseReason", ticket_id as "ticketId", undo, help,
     call_back as "callBack"
   from counter_live where tenant_id = $1 and office_id = $2`,
);
const readTicket = statement(
  'hall.ticket',
  `select ${ticketSelect} from ticket where tenant_id = $1 and office_id = $2 and id = $3`,
);
const ensureMonth = statement('hall.ensure_month', 'select sys.ensure_month($1)');

/** Everything a command changed, written in one round trip. Empty parts cost next to nothing. */
const saveHall = statement(
  'hall.save',
  `with changed as (
     insert into ticket (${ticketColumns}) select ${ticketColumns} from jsonb_populate_recordset(null::ticket, $3)
     on conflict (tenant_id, business_on, id) do update set ${ticketUpdates}
   ), happened as (
     insert into ticket_event (tenant_id, business_on, id, office_id, seq, type, ticket_id, counter_id, service_id, at, actor, data)
     select $1, e.business_on, e.id, $2, e.seq, e.type, e.ticket_id, e.counter_id, e.service_id, e.at, e.actor, e.data
     from jsonb_to_recordset($4) as e(business_on date, id uuid, seq bigint, type text, ticket_id uuid, counter_id uuid,
       service_id uuid, at timestamptz, actor jsonb, data jsonb)
   ), told as (
     insert into outbox (tenant_id, office_id, id, seq, type, payload)
     select $1, $2, m.id, m.seq, m.type, m.payload from jsonb_to_recordset($5) as m(id uuid, seq bigint, type text, payload jsonb)
   ), manned as (
     update counter_live c set state = n.state, since = n.since, staff_id = n.staff_id, shift_id = n.shift_id,
       paused_until = n.paused_until, pause_reason = n.pause_reason, ticket_id = n.ticket_id, undo = n.undo, help = n.help,
       call_back = n.call_back
     from jsonb_to_recordset($6) as n(counter_id uuid, state text, since timestamptz, staff_id uuid, shift_id uuid,
       paused_until timestamptz, pause_reason text, ticket_id uuid, undo jsonb, help jsonb,
       call_back jsonb)
     where c.tenant_id = $1 and c.counter_id = n.counter_id
   ), worked as (
     insert into shift (tenant_id, id, office_id, counter_id, staff_id, business_on, opened_at, closed_at)
     select $1, s.id, $2, s.counter_id, s.staff_id, s.business_on, s.opened_at, s.closed_at
     from jsonb_to_recordset($7) as s(id uuid, counter_id uuid, staff_id uuid, business_on date, opened_at timestamptz, closed_at timestamptz)
     on conflict (tenant_id, id) do update set closed_at = excluded.closed_at -- the time of opening stands
   ), remembered as (
     insert into idempotency (tenant_id, actor, route, key, body_hash, response)
     select $1, k.actor, k.route, k.key, k.body_hash, k.response
     from jsonb_to_recordset($8) as k(actor text, route text, key text, body_hash text, response jsonb)
   ), to_print as (
     insert into print_job (tenant_id, id, office_id, device_id, ticket_id, business_on, label, language, again, asked_by, facts, state)
     select $1, p.id, $2, p.device_id, p.ticket_id, p.business_on, p.label, p.language, p.asked_by is not null, p.asked_by, p.facts, 'wanted'
     from jsonb_to_recordset($23) as p(id uuid, device_id uuid, ticket_id uuid, business_on date, label text, language text, asked_by uuid,
       facts jsonb)
     join device d on d.tenant_id = $1 and d.id = p.device_id and d.settings -> 'printer' ->> 'way' in ('network', 'serial')
     returning id, device_id
   ), told_to_print as (
     insert into outbox (tenant_id, office_id, id, seq, type, payload)
     select $1, $2, p.id, $10, 'print.wanted', jsonb_build_object('deviceId', p.device_id) from to_print p
   )
   update office_live set revision = $9, event_seq = $10, call_seq = $11, business_on = $12, changed_at = $13, turns = $14,
     levels = $15, last_called = $16, calls = $17, stopped = $18, hardware = $19, heard_at = $20, wake_at = $21, closed_on = $22
   where tenant_id = $1 and office_id = $2`,
);

/** Reads and writes of the live hall. Whoever writes has locked the office's row first: one writer at a time. */
@Injectable()
export class HallRepository {
  private readonly months = new Set<string>();

  constructor(private readonly database: Database) {}

  lock(tx: Transaction, officeId: string): Promise<LiveRow | undefined> {
    return tx.row<LiveRow>(lockOffice, [tx.scope.tenantId, officeId]);
  }

  lockByCounter(tx: Transaction, counterId: string): Promise<LiveRow | undefined> {
    return tx.row<LiveRow>(lockOfficeOfCounter, [tx.scope.tenantId, counterId]);
  }

  /** @param since business day (yyyy-MM-dd) before which the ticket is over anyway */
  lockByTicket(tx: Transaction, ticketId: string, since: string): Promise<LiveRow | undefined> {
    return tx.row<LiveRow>(lockOfficeOfTicket, [tx.scope.tenantId, ticketId, since]);
  }

  read(tx: Transaction, officeId: string): Promise<LiveRow | undefined> {
    return tx.row<LiveRow>(readLive, [tx.scope.tenantId, officeId]);
  }

  /** Tickets that wait, are called, served, held, or absent on a business day, in the order of the line. */
  tickets(tx: Transaction, officeId: string, businessOn: string): Promise<StoredTicket[]> {
    return tx.rows<StoredTicket>(readTickets, [tx.scope.tenantId, officeId, businessOn]);
  }

  /** One ticket in whatever state; of whatever day, since one may still be served after its day. */
  ticket(tx: Transaction, officeId: string, id: string): Promise<StoredTicket | undefined> {
    return tx.row<StoredTicket>(readTicket, [tx.scope.tenantId, officeId, id]);
  }

  counters(tx: Transaction, officeId: string): Promise<CounterLive[]> {
    return tx.rows<CounterLive>(readCounters, [tx.scope.tenantId, officeId]);
  }

  /** True when the partitions of a business day's month are known to be there. */
  hasMonth(businessOn: string): boolean {
    return this.months.has(businessOn.slice(0, 7));
  }

  /** Makes the partitions of a business day's month where they are missing, in a transaction of its own. */
  async makeMonth(businessOn: string): Promise<void> {
    await this.database.system(ensureMonth, [businessOn]);
    this.months.add(businessOn.slice(0, 7));
  }

  async save(tx: Transaction, change: HallChange): Promise<void> {
    const { live } = change;
    const tenantId = tx.scope.tenantId;
    await tx.rows(saveHall, [
      tenantId,
      live.officeId,
      JSON.stringify(change.tickets.map((ticket) => ticketRecord(tenantId, ticket))),
      JSON.stringify(change.events),
      JSON.stringify(change.messages),
      JSON.stringify(change.counters.map(counterRecord)),
      JSON.stringify(change.shifts),
      JSON.stringify(change.remember),
      live.revision,
      live.eventSeq,
      live.callSeq,
      live.businessOn,
      instant(live.changedAt),
      JSON.stringify(live.turns),
      JSON.stringify(live.levels),
      JSON.stringify(live.lastCalled),
      JSON.stringify(live.calls satisfies readonly CallMessage[]),
      JSON.stringify(live.stopped),
      live.hardware === null ? null : JSON.stringify(live.hardware),
      instant(live.heardAt),
      instant(live.wakeAt),
      live.closedOn,
      JSON.stringify(change.prints),
    ]);
  }
}

function counterRecord(counter: CounterLive): Record<string, unknown> {
  return {
    counter_id: counter.counterId,
    state: counter.state,
    since: instant(counter.since),
    staff_id: counter.staffId,
    shift_id: counter.shiftId,
    paused_until: instant(counter.pausedUntil),
    pause_reason: counter.pauseReason,
    ticket_id: counter.ticketId,
    undo: counter.undo,
    help: counter.help,
    call_back: counter.callBack,
  };
}

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
