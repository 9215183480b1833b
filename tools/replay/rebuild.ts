import type { RelayEvent } from '@sunbeon/contract';
import type { ArchiveRow } from './archive-row.ts';
import type { DayService, OfficeDay, Snapshot } from './day.ts';
import { countDirt, type DirtCount, type Explanation } from './dirt.ts';

/** What the public status must say of a service after the events of a step, and what of it is the archive's dirt. */
export interface Expectation {
  readonly waiting: number;
  readonly number: string | null;
  /** Kind by which `waiting` may differ from the archive's row; null = it must not. */
  readonly waitingDiffersBy: Explanation | null;
  /** Kind by which `number` may differ from the archive's row; null = it must not. */
  readonly numberDiffersBy: Explanation | null;
}

/** From one snapshot to the next: what happened between, and how it must look then. */
export interface Step {
  readonly snapshot: Snapshot;
  /** In order of time, all before or at the snapshot. */
  readonly events: readonly RelayEvent[];
  /** By code of the service; one for each row of the snapshot. */
  readonly expected: ReadonlyMap<string, Expectation>;
}

/** A day as events of ticket hardware. */
export interface RebuiltDay {
  readonly day: OfficeDay;
  readonly steps: readonly Step[];
  readonly issued: number;
  readonly called: number;
  readonly dirt: DirtCount;
}

/** More numbers in so many minutes nobody calls: from there on it is a jump. */
const JUMP = 20;
const JUMP_MS = 5 * 60_000;

/**
 * Rebuilds the tickets of a day from its snapshots. Between two snapshots, for a service with the number N called last
 * and Q people waiting: N + 1 … N' were called, from the front of the line and then of those who came between; then as
 * many came as make Q' waiting. The ticket issued last is N + Q. Where a step is not so, it is dirt, counted by kind.
 * The instants between two snapshots are not known: they are spread evenly.
 */
export function rebuildDay(day: OfficeDay): RebuiltDay {
  const dirt: DirtCount = new Map(day.dirt);
  const start = day.snapshots[0]?.at ?? 0;
  const lines = day.services.map((service) => new Line(day, service, start - JUMP_MS, dirt));
  let before = start - JUMP_MS;
  const steps = day.snapshots.map((snapshot): Step => {
    const from = before;
    before = snapshot.at;
    const expected = new Map<string, Expectation>();
    const events: RelayEvent[] = [];
    for (const line of lines) {
      const row = snapshot.rows.get(line.service.code);
      if (!row) continue;
      events.push(...line.advance(row, Math.min(from, snapshot.at), snapshot.at));
      expected.set(row.service, line.expectation(row));
    }
    return { snapshot, events: events.sort(byTime), expected };
  });
  const sum = (key: 'issued' | 'called') => lines.reduce((total, line) => total + line[key], 0);
  return { day, steps, issued: sum('issued'), called: sum('called'), dirt };
}

const byTime = (a: RelayEvent, b: RelayEvent): number => Date.parse(a.occurredAt) - Date.parse(b.occurredAt);

interface TicketNumber {
  readonly letter: string;
  readonly value: number;
  readonly digits: number;
}

/** 'A124' -> A, 124, 3 digits; null for anything that is not up to two letters and up to four digits. */
export function readNumber(text: string): TicketNumber | null {
  const [, letter = '', digits = ''] = /^([A-Z]{0,2})(\d{1,4})$/.exec(text) ?? [];
  return digits === '' ? null : { letter, value: Number(digits), digits: digits.length };
}

const writeNumber = ({ letter, value, digits }: TicketNumber): string =>
  `${letter}${String(value).padStart(digits, '0')}`;

interface Action {
  readonly type: 'ticket.issued' | 'ticket.called';
  readonly ref: string;
  readonly number: string | null;
}

/** The line of one service through a day. */
class Line {
  issued = 0;
  called = 0;
  /** Tickets given out and not called, the oldest first. */
  private readonly waiting: string[] = [];
  private shown: string | null = null;
  /** Highest number of the service's own series so far today, or what it restarted with. */
  private own: TicketNumber | null = null;
  private seenAt: number;
  private tickets = 0;
  private events = 0;
  private surplus = 0;

  constructor(
    private readonly day: OfficeDay,
    readonly service: DayService,
    start: number,
    private readonly dirt: DirtCount,
  ) {
    this.seenAt = start;
  }

  /** Goes on to the next row. Returns what happened since the last. */
  advance(row: ArchiveRow, from: number, at: number): RelayEvent[] {
    const actions = this.numbersCalled(row, at).flatMap((number) => this.call(number));
    while (this.waiting.length < row.waiting) actions.push(this.issue(this.nextNumber()));
    const surplus = this.waiting.length - row.waiting;
    if (surplus > this.surplus) countDirt(this.dirt, 'waiting_fell');
    this.surplus = surplus;
    return actions.map((action, index) =>
      this.event(action, from + ((at - from) * (index + 1)) / (actions.length + 1)),
    );
  }

  expectation(row: ArchiveRow): Expectation {
    const missing = row.number === '' ? 'number_missing' : 'number_unknown_format';
    return {
      waiting: this.waiting.length,
      number: this.shown,
      waitingDiffersBy: this.surplus > 0 ? 'waiting_fell' : null,
      numberDiffersBy: this.shown === (row.number || null) ? null : missing,
    };
  }

  /** The numbers called since the last row, in order. */
  private numbersCalled({ number }: ArchiveRow, at: number): string[] {
    if (number === '') {
      if (this.shown !== null) countDirt(this.dirt, 'number_missing');
      return [];
    }
    const next = readNumber(number);
    if (!next) {
      countDirt(this.dirt, 'number_unknown_format');
      return [];
    }
    const same = number === this.shown;
    const numbers = same ? [] : this.inTurn(next, at);
    if (!same && next.letter !== this.service.letter) countDirt(this.dirt, 'number_foreign');
    if (next.letter === this.service.letter) {
      this.own = this.isAgain(next) ? this.own : next;
      this.seenAt = at;
    }
    this.shown = number;
    return numbers;
  }

  /** A number little below the highest: it was called before, and the series goes on from the highest. */
  private isAgain({ value }: TicketNumber): boolean {
    const last = this.own?.value ?? 0;
    return value <= last && last - value <= JUMP;
  }

  /** All numbers from the last one of the series to this, or this one alone where it does not follow. Days begin at 1. */
  private inTurn(next: TicketNumber, at: number): string[] {
    const alone = [writeNumber(next)];
    if (next.letter !== this.service.letter) return alone;
    const last = this.own?.value ?? 0;
    const most = JUMP * Math.max(1, Math.ceil((at - this.seenAt) / JUMP_MS));
    if (next.value > last + most) {
      if (this.own) countDirt(this.dirt, 'number_jumped');
      return alone;
    }
    if (next.value > last) {
      return Array.from({ length: next.value - last }, (_, i) => writeNumber({ ...next, value: last + 1 + i }));
    }
    const restarted = last - next.value > JUMP && next.value <= JUMP;
    if (next.value < last) countDirt(this.dirt, restarted ? 'number_restarted' : 'number_fell');
    return alone;
  }

  /** The front of the line is called; with nobody in it, somebody came and was called at once. */
  private call(number: string): Action[] {
    const came = this.waiting.length === 0 ? [this.issue(number)] : [];
    const ref = this.waiting.shift() ?? '';
    this.called += 1;
    return [...came, { type: 'ticket.called', ref, number }];
  }

  private issue(number: string | null): Action {
    this.tickets += 1;
    this.issued += 1;
    const ref = `${this.day.date}/${this.service.code}/${this.tickets}`;
    this.waiting.push(ref);
    return { type: 'ticket.issued', ref, number };
  }

  /** Last ticket issued = number called last + people waiting. Not known before a number was called. */
  private nextNumber(): string | null {
    if (!this.own) return null;
    const value = this.own.value + this.waiting.length + 1;
    return value > 9999 ? null : writeNumber({ ...this.own, value });
  }

  private event({ type, ref, number }: Action, at: number): RelayEvent {
    this.events += 1;
    return {
      id: `${this.day.date}/${this.service.code}/e${this.events}`,
      type,
      occurredAt: new Date(Math.floor(at)).toISOString(),
      ticketRef: ref,
      serviceCode: this.service.code,
      ...(number !== null && { number }),
    };
  }
}
