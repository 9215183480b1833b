import { checkHistory, foldEvents, type LoggedEvent, type Ticket } from '@sunbeon/domain';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { valueTypes } from '../src/platform/database/value-types.ts';
import { ticketSelect, type StoredTicket } from '../src/hall/stored-ticket.ts';

type Row = Pick<LoggedEvent, 'seq' | 'type' | 'ticketId' | 'counterId' | 'officeId' | 'businessOn' | 'at' | 'actor'> & {
  data: object;
};

interface CounterRow {
  counterId: string;
  state: string;
  staffId: string | null;
  ticketId: string | null;
}

/** Everything that the database holds of an office, read past all policies. */
export interface OfficeRecord {
  readonly events: readonly LoggedEvent[];
  readonly tickets: readonly StoredTicket[];
  readonly counters: readonly CounterRow[];
  readonly series: readonly { seriesId: string; businessOn: string; lastOrdinal: number }[];
  readonly live: { revision: number; eventSeq: number; callSeq: number };
  readonly unpublished: number;
}

/** Runs SQL as the superuser. Instants come back as epoch milliseconds. */
export async function withSuperuser<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, types: valueTypes });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function readOffice(superUrl: string, officeId: string): Promise<OfficeRecord> {
  return withSuperuser(superUrl, async (client) => {
    const rows = async <R extends object>(sql: string): Promise<R[]> => (await client.query<R>(sql, [officeId])).rows;
    await client.query('begin isolation level repeatable read');
    const events = await rows<Row>(
      `select seq, type, ticket_id as "ticketId", counter_id as "counterId", office_id as "officeId",
         business_on as "businessOn", at, actor, data from ticket_event where office_id = $1 order by seq`,
    );
    const [live] = await rows<OfficeRecord['live']>(
      'select revision, event_seq as "eventSeq", call_seq as "callSeq" from office_live where office_id = $1',
    );
    const [outbox] = await rows<{ n: number }>('select count(*)::int as n from outbox where office_id = $1');
    if (!live) throw new Error('no such office');
    return {
      events: events.map(({ data, ...row }) => ({ ...data, ...row }) as LoggedEvent),
      tickets: await rows<StoredTicket>(`select ${ticketSelect} from ticket where office_id = $1`),
      counters: await rows<CounterRow>(
        `select counter_id as "counterId", state, staff_id as "staffId", ticket_id as "ticketId"
         from counter_live where office_id = $1`,
      ),
      series: await rows(
        `select series_id as "seriesId", business_on as "businessOn", last_ordinal as "lastOrdinal"
         from series_day where series_id = $1 or series_id in (select id from number_series where office_id = $1)`,
      ),
      live,
      unpublished: outbox?.n ?? 0,
    };
  });
}

/**
 * Everything in an office's record that must not be, in words; empty = good. The history of every day is checked, the
 * tickets must be the fold of their events, numbers dense, counters and tickets must agree on who has whom.
 */
export function faultsOf(record: OfficeRecord): string[] {
  return [
    ...historyFaults(record),
    ...seqFaults(record),
    ...foldFaults(record),
    ...numberFaults(record),
    ...counterFaults(record),
  ];
}

const isOfTicket = ({ type }: LoggedEvent): boolean => type.startsWith('ticket.');

function historyFaults({ events }: OfficeRecord): string[] {
  const days = [...new Set(events.map(({ businessOn }) => businessOn))];
  return days.flatMap((day) => {
    const own = events.filter((event) => event.businessOn === day && isOfTicket(event));
    const others = events.filter((event) => !own.includes(event)).map(({ seq }) => seq);
    return checkHistory(own, others).map(({ code, seq, detail }) => `${day} ${code} at ${seq}: ${detail}`);
  });
}

function seqFaults({ events, live }: OfficeRecord): string[] {
  const gap = events.findIndex(({ seq }, index) => seq !== index + 1);
  if (gap >= 0) return [`seq ${gap + 1} is missing or twice`];
  return live.eventSeq === events.length ? [] : [`event_seq is ${live.eventSeq}, the log has ${events.length}`];
}

function foldFaults({ events, tickets }: OfficeRecord): string[] {
  const folded = foldEvents(events.filter(isOfTicket));
  const unknown = tickets.filter(({ id }) => !folded.has(id)).map(({ label }) => `${label} has no events`);
  const stored = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  return [...folded.values()].reduce(
    (faults, ticket) => [...faults, ...differences(ticket, stored.get(ticket.id))],
    unknown,
  );
}

function differences(folded: Ticket, stored: StoredTicket | undefined): string[] {
  if (!stored) return [`${folded.label} is in the log only`];
  return (Object.keys(folded) as (keyof Ticket)[])
    .filter((field) => !isDeepStrictEqual(folded[field], stored[field]))
    .map(
      (field) =>
        `${folded.label}.${field}: log ${JSON.stringify(folded[field])}, table ${JSON.stringify(stored[field])}`,
    );
}

function numberFaults({ tickets, series }: OfficeRecord): string[] {
  return series.flatMap(({ seriesId, businessOn, lastOrdinal }) => {
    const own = tickets.filter((ticket) => ticket.seriesId === seriesId && ticket.businessOn === businessOn);
    if (own.length === 0) return []; // the overflow range draws under the office's id
    const highest = Math.max(...own.map(({ ordinal }) => ordinal ?? 0));
    return own.length === lastOrdinal && highest === lastOrdinal
      ? []
      : [`series ${seriesId} on ${businessOn}: ${lastOrdinal} drawn, ${own.length} tickets, highest ${highest}`];
  });
}

function counterFaults({ tickets, counters }: OfficeRecord): string[] {
  const active = tickets.filter(({ state }) => state === 'called' || state === 'serving');
  const lost = active
    .filter(({ id, counterId }) => !counters.some((one) => one.ticketId === id && one.counterId === counterId))
    .map(({ label, state }) => `${label} is ${state} and no counter has it`);
  const wrong = counters
    .filter(({ ticketId }) => ticketId !== null && !active.some(({ id }) => id === ticketId))
    .map(({ counterId }) => `counter ${counterId} has a ticket that is not there`);
  const ghosts = counters
    .filter(({ state, staffId, ticketId }) => state === 'closed' && (staffId !== null || ticketId !== null))
    .map(({ counterId }) => `counter ${counterId} is closed and somebody is there`);
  return [...lost, ...wrong, ...ghosts];
}
