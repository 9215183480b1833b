import type { CallMessage } from '@sunbeon/contract';
import type { LevelState, Turns } from '@sunbeon/domain';
import type { StoredTicket } from './stored-ticket.ts';

/** Number called last for a service; never goes back. */
export interface LastCalled {
  number: string;
  counter: string;
  /** Epoch milliseconds. */
  at: number;
  /** Hardware's id of the call: decides between two of the same instant. */
  eventId?: string;
}

/** The row of office_live with the tenant's clock. Instants are epoch milliseconds. */
export interface LiveRow {
  officeId: string;
  revision: number;
  eventSeq: number;
  callSeq: number;
  configRevision: number;
  /** Business day of the last command. */
  businessOn: string | null;
  changedAt: number;
  turns: Turns;
  levels: Record<string, LevelState>;
  lastCalled: Record<string, LastCalled>;
  calls: CallMessage[];
  /** Service id -> reason why no tickets are given out. */
  stopped: Record<string, string>;
  hardware: HardwareState | null;
  heardAt: number | null;
  wakeAt: number | null;
  /** Business day whose end was worked off. */
  closedOn: string | null;
  anchorReal: number | null;
  anchorNow: number | null;
  rate: number | null;
}

/** What ticket hardware told that is not a ticket. */
export interface HardwareState {
  businessOn: string;
  /** Service id -> counts of the newest snapshot. */
  counts: Record<string, { waiting: number; openCounters: number | null; at: number }>;
  /** Label of a counter -> its state as told. */
  counters: Record<string, { state: 'closed' | 'open' | 'paused'; at: number }>;
}

/** Live side of a counter. */
export interface CounterLive {
  counterId: string;
  state: 'closed' | 'open' | 'paused';
  since: number | null;
  staffId: string | null;
  shiftId: string | null;
  pausedUntil: number | null;
  pauseReason: string | null;
  ticketId: string | null;
  /** The last move here that may still be undone. */
  undo: { ticketId: string; eventId: string; move: string; until: number } | null;
  help: { kind: 'help' | 'emergency'; at: number } | null;
  /** Who is on a break is asked to come back; `seenAt` null = not read yet. */
  callBack: { at: number; by: string; seenAt: number | null } | null;
}

/** A row of ticket_event, as JSON for the statement that saves it. */
export interface EventRecord {
  business_on: string;
  id: string;
  seq: number;
  type: string;
  ticket_id: string | null;
  counter_id: string | null;
  service_id: string | null;
  at: string;
  actor: { kind: string; id: string | null };
  data: Record<string, unknown>;
}

export interface MessageRecord {
  id: string;
  seq: number;
  type: string;
  payload: Record<string, unknown>;
}

export interface ShiftRecord {
  id: string;
  counter_id: string;
  staff_id: string;
  business_on: string;
  opened_at: string;
  closed_at: string | null;
}

export interface RememberRecord {
  actor: string;
  route: string;
  key: string;
  body_hash: string;
  response: unknown;
}

/** A receipt that a ticket is to have, where its device has a printer. */
export interface PrintRecord {
  id: string;
  device_id: string;
  ticket_id: string;
  /** Of the ticket. */
  business_on: string;
  label: string;
  language: string;
  /** Asked for once more by this person; null = with the ticket. */
  asked_by: string | null;
  facts: unknown;
}

/** All that a command changed. */
export interface HallChange {
  live: LiveRow;
  tickets: StoredTicket[];
  events: EventRecord[];
  messages: MessageRecord[];
  counters: CounterLive[];
  shifts: ShiftRecord[];
  remember: RememberRecord[];
  prints: PrintRecord[];
}

/** Hardware that was not heard for so long is late, or away. */
export const DELAYED_MS = 60_000;
export const DOWN_MS = 300_000;

/** When screens must say that hardware heard last at this instant is late, and that it is away. */
export const silencesAfter = (heardAt: number): number[] => [heardAt + DELAYED_MS, heardAt + DOWN_MS];
