import type { Hall, HallCounter, HallTicket } from '@sunbeon/contract';
import { mayCall } from './what-may-be-done.ts';

/** How long a ticket has waited, held against its service's figures. */
export const urgencies = ['fresh', 'target', 'limit'] as const;
export type Urgency = (typeof urgencies)[number];

export interface WaitingRow {
  readonly ticket: HallTicket;
  /** Whole minutes of the present wait. */
  readonly minutes: number;
  readonly urgency: Urgency;
  /** This counter may call it. */
  readonly mine: boolean;
}

export interface WaitingGroup {
  readonly service: Hall['services'][number];
  readonly rows: readonly WaitingRow[];
  /** One of the counter's own services. */
  readonly mine: boolean;
}

/** Whole minutes from an instant until now, at least 0. */
export function minutesSince(instant: string, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - Date.parse(instant)) / 60_000));
}

export function urgencyOf(minutes: number, service: { targetMinutes: number; limitMinutes: number }): Urgency {
  if (minutes >= service.limitMinutes) return 'limit';
  return minutes >= service.targetMinutes ? 'target' : 'fresh';
}

/**
 * Who waits, by service: the counter's own in its order of preference, then the others in the office's order; within a
 * service in the order of the line, oldest first. Services for which nobody waits are left out.
 * @param filter mine = what this counter may call; all = everybody
 */
export function waitingGroups(
  hall: Hall,
  counter: Pick<HallCounter, 'number' | 'serviceIds'> | null,
  filter: 'mine' | 'all',
  nowMs: number,
): WaitingGroup[] {
  const mayHave = (ticket: HallTicket) => counter !== null && mayCall(counter as HallCounter, ticket);
  const shown = hall.waiting.filter((ticket) => filter === 'all' || mayHave(ticket));
  const groups = ordered(hall, counter?.serviceIds ?? []).map((service) => ({
    service,
    mine: counter?.serviceIds.includes(service.id) ?? false,
    rows: shown
      .filter((ticket) => ticket.serviceId === service.id)
      .sort((a, b) => a.place - b.place)
      .map((ticket) => row(ticket, service, mayHave(ticket), nowMs)),
  }));
  return groups.filter(({ rows }) => rows.length > 0);
}

/** The row that has waited longest among some groups, or null. */
export function longestWaiting(groups: readonly WaitingGroup[]): WaitingRow | null {
  const rows = groups.flatMap((group) => group.rows);
  return rows.reduce<WaitingRow | null>(
    (oldest, next) => (oldest && oldest.minutes >= next.minutes ? oldest : next),
    null,
  );
}

/** Tickets of the hall whose number is the typed one, or starts with it; exact ones first, then in the given order. */
export function findByNumber(tickets: readonly HallTicket[], typed: string): HallTicket[] {
  const wanted = typed.trim().toUpperCase();
  if (wanted === '') return [];
  const found = tickets.filter((ticket) => ticket.number.toUpperCase().startsWith(wanted));
  return found.sort((a, b) => Number(b.number.toUpperCase() === wanted) - Number(a.number.toUpperCase() === wanted));
}

/** All tickets that the hall tells of, wherever they are. */
export function allTickets(hall: Hall): HallTicket[] {
  const atCounters = hall.counters.flatMap(({ ticket }) => (ticket === null ? [] : [ticket]));
  return [...atCounters, ...hall.waiting, ...hall.held, ...hall.absent];
}

function row(ticket: HallTicket, service: Hall['services'][number], mine: boolean, nowMs: number): WaitingRow {
  const minutes = minutesSince(ticket.joinedAt, nowMs);
  return { ticket, minutes, urgency: urgencyOf(minutes, service), mine };
}

function ordered(hall: Hall, ownIds: readonly string[]): Hall['services'] {
  const own = ownIds.flatMap((id) => hall.services.find((service) => service.id === id) ?? []);
  return [...own, ...hall.services.filter((service) => !ownIds.includes(service.id))];
}
