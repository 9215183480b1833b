import type { Ticket } from '@sunbeon/domain';

/** A ticket as stored: the domain's ticket and what only the server needs. */
export interface StoredTicket extends Omit<Ticket, 'seriesId' | 'ordinal'> {
  /** Null for tickets of hardware, which has its own numbering. */
  seriesId: string | null;
  ordinal: number | null;
  source: 'sunbeon' | 'hardware';
  /** The hardware's own reference of the ticket. */
  sourceRef: string | null;
  /** Label of the counter, for hardware counters that are not in our configuration. */
  counterLabel: string | null;
  /** Note to the next counter. */
  note: string | null;
  /** Why it is on hold; null in every other state. */
  holdReason: string | null;
  tokenHash: string | null;
}

type Kind = 'plain' | 'instant' | 'json';

/** Column -> field -> how it is written. The one list from which every statement on tickets is made. */
const columns: readonly (readonly [column: string, field: keyof StoredTicket, kind: Kind])[] = [
  ['id', 'id', 'plain'],
  ['business_on', 'businessOn', 'plain'],
  ['office_id', 'officeId', 'plain'],
  ['service_id', 'serviceId', 'plain'],
  ['series_id', 'seriesId', 'plain'],
  ['ordinal', 'ordinal', 'plain'],
  ['label', 'label', 'plain'],
  ['source', 'source', 'plain'],
  ['source_ref', 'sourceRef', 'plain'],
  ['state', 'state', 'plain'],
  ['first_joined_at', 'firstJoinedAt', 'instant'],
  ['joined_at', 'joinedAt', 'instant'],
  ['place', 'place', 'plain'],
  ['priority', 'priority', 'plain'],
  ['appointment_at', 'appointmentAt', 'instant'],
  ['counter_id', 'counterId', 'plain'],
  ['counter_label', 'counterLabel', 'plain'],
  ['target_counter_id', 'targetCounterId', 'plain'],
  ['target_staff_id', 'targetStaffId', 'plain'],
  ['called_at', 'calledAt', 'instant'],
  ['last_called_at', 'lastCalledAt', 'instant'],
  ['started_at', 'startedAt', 'instant'],
  ['ended_at', 'endedAt', 'instant'],
  ['call_count', 'callCount', 'plain'],
  ['reinstated_at', 'reinstatedAt', 'instant'],
  ['postpone_count', 'postponeCount', 'plain'],
  ['steps', 'steps', 'json'],
  ['step_index', 'stepIndex', 'plain'],
  ['add_ons', 'addOns', 'json'],
  ['outcome', 'outcome', 'plain'],
  ['note', 'note', 'plain'],
  ['hold_reason', 'holdReason', 'plain'],
  ['language', 'language', 'plain'],
  ['channel', 'channel', 'plain'],
  ['token_hash', 'tokenHash', 'plain'],
];

/** Columns for a select, each under the name of its field. */
export const ticketSelect = columns.map(([column, field]) => `${column} as "${field}"`).join(', ');

/** Column names in the order of the list, for an insert. */
export const ticketColumns = ['tenant_id', ...columns.map(([column]) => column)].join(', ');

const keyColumns = ['id', 'business_on', 'office_id', 'series_id', 'ordinal', 'source', 'source_ref', 'token_hash'];
/** What an update may change; the number and where it belongs to never change. */
export const ticketUpdates = columns
  .filter(([column]) => !keyColumns.includes(column))
  .map(([column]) => `${column} = excluded.${column}`)
  .join(', ');

/** A ticket as a JSON record for jsonb_populate_recordset(null::ticket, …). */
export function ticketRecord(tenantId: string, ticket: StoredTicket): Record<string, unknown> {
  const record: Record<string, unknown> = { tenant_id: tenantId };
  for (const [column, field, kind] of columns) {
    const value = ticket[field];
    record[column] = kind === 'instant' && typeof value === 'number' ? new Date(value).toISOString() : value;
  }
  return record;
}
