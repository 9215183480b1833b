import { explainCall } from './explain.ts';
import { applyEvent } from './fold-events.ts';
import { same } from './same.ts';
import { isActive, moveRow, type LoggedEvent, type Ticket } from './ticket.ts';

export const violationCodes = [
  'seq_not_dense',
  'unknown_ticket',
  'issued_twice',
  'ordinal_twice',
  'ordinal_skipped',
  'number_twice',
  'move_not_allowed',
  'lost_update',
  'ticket_two_counters',
  'counter_two_tickets',
  'call_unexplained',
] as const;

export interface Violation {
  code: (typeof violationCodes)[number];
  /** seq of the event at which it shows; null when it is about the whole day. */
  seq: number | null;
  ticketId: string | null;
  /** In words, for the one who reads the failed test. */
  detail: string;
}

/**
 * Checks the event log of one office and business day: no number twice, no ordinal skipped or twice, no ticket with
 * two counters and no counter with two tickets, every move in the table and from the state the log gives, `seq` dense
 * and rising from the first event on, every call explained against everybody who waited. Empty = good.
 * @param events of tickets, in the order in which they were read; they are not sorted here.
 * @param otherSeqs `seq` of the office's other events of that day (of counters), which share the numbering.
 */
export function checkHistory(events: readonly LoggedEvent[], otherSeqs: readonly number[] = []): Violation[] {
  const day = new DayCheck(new Set(otherSeqs));
  for (const event of events) day.take(event);
  return day.finish();
}

class DayCheck {
  readonly #violations: Violation[] = [];
  readonly #tickets = new Map<string, Ticket>();
  readonly #counters = new Map<string, string>();
  readonly #labels = new Map<string, string>();
  readonly #ordinals = new Map<string, Set<number>>();
  readonly #otherSeqs: ReadonlySet<number>;
  #seq: number | null = null;

  constructor(otherSeqs: ReadonlySet<number>) {
    this.#otherSeqs = otherSeqs;
  }

  take(event: LoggedEvent): void {
    this.#checkSeq(event);
    const known = this.#tickets.get(event.ticketId) ?? null;
    if (event.move === 'issue') this.#checkIssue(event, known);
    else if (!known) this.#report('unknown_ticket', event, `${event.type} for a ticket that was never issued`);
    else this.#checkMove(event, known);
    const next = applyEvent(this.#tickets, event);
    this.#checkCounter(event, known, next);
  }

  finish(): Violation[] {
    for (const [series, ordinals] of this.#ordinals) {
      const missing = Math.max(...ordinals) - ordinals.size;
      if (missing > 0) this.#report('ordinal_skipped', null, `${missing} of series ${series} missing`);
    }
    return this.#violations;
  }

  #checkSeq({ seq, ...event }: LoggedEvent): void {
    const last = this.#seq;
    this.#seq = seq;
    if (this.#otherSeqs.has(seq)) this.#report('seq_not_dense', { ...event, seq }, `${seq} was given twice`);
    if (last === null) return;
    let next = last + 1;
    while (next < seq && this.#otherSeqs.has(next)) next += 1;
    if (next !== seq) this.#report('seq_not_dense', { ...event, seq }, `after ${last} came ${seq}`);
  }

  #checkIssue(event: LoggedEvent, known: Ticket | null): void {
    const { label = '', seriesId = '', ordinal = 0 } = event.after;
    if (known) this.#report('issued_twice', event, label);
    if (this.#labels.has(label))
      this.#report('number_twice', event, `${label}, first of ticket ${this.#labels.get(label)}`);
    this.#labels.set(label, event.ticketId);
    const ordinals = this.#ordinals.get(seriesId) ?? new Set();
    if (ordinals.has(ordinal)) this.#report('ordinal_twice', event, `${ordinal} of series ${seriesId}`);
    this.#ordinals.set(seriesId, ordinals.add(ordinal));
  }

  #checkMove(event: LoggedEvent, known: Ticket): void {
    const row = moveRow(event.move);
    const target = row.to === 'same' ? known.state : row.to === 'undone' ? event.to : row.to;
    const undone = !row.undoes || moveRow(row.undoes as LoggedEvent['move']).from.includes(event.to);
    const allowed = row.from.includes(known.state) && event.from === known.state && event.to === target && undone;
    if (!allowed || row.event !== event.type) {
      this.#report('move_not_allowed', event, `${event.move} ${known.state} -> ${event.to}`);
    }
    const stale = Object.entries(event.before).filter(([field, value]) => !same(known[field as keyof Ticket], value));
    if (stale.length > 0)
      this.#report('lost_update', event, `${event.move} saw an older ${stale.map(([f]) => f).join(', ')}`);
    if (event.move === 'call') this.#checkCall(event, known);
  }

  #checkCall(event: LoggedEvent, known: Ticket): void {
    for (const other of this.#tickets.values()) {
      if (other.state !== 'waiting' || other.id === known.id) continue;
      if (explainCall(event, known, other).length > 0) continue;
      this.#report(
        'call_unexplained',
        event,
        `${known.label} before ${other.label} as ${event.call?.reason ?? 'nothing'}`,
      );
    }
  }

  #checkCounter(event: LoggedEvent, known: Ticket | null, next: Ticket): void {
    if (known && isActive(known.state) && isActive(next.state) && known.counterId !== next.counterId) {
      this.#report('ticket_two_counters', event, `${next.label} at ${known.counterId} and ${next.counterId}`);
    }
    if (known?.counterId && this.#counters.get(known.counterId) === next.id) this.#counters.delete(known.counterId);
    if (!isActive(next.state) || next.counterId === null) return;
    const other = this.#counters.get(next.counterId);
    if (other) this.#report('counter_two_tickets', event, `${next.counterId} has ${other} and ${next.id}`);
    this.#counters.set(next.counterId, next.id);
  }

  #report(code: Violation['code'], event: LoggedEvent | null, detail: string): void {
    this.#violations.push({ code, seq: event?.seq ?? null, ticketId: event?.ticketId ?? null, detail });
  }
}
