import { endDay } from './day-end.ts';
import { issueTicket, lastUndoable, moveTicket, undoOf, type CounterAtMove, type MoveContext } from './move-ticket.ts';
import { labelFor, overflowLabel, type Series } from './numbering.ts';
import { afterPick, pickNext, type Turns } from './pick-next.ts';
import { defaultCallingPolicy, defaultTicketRules, type CallingPolicy, type TicketRules } from './policy.ts';
import {
  isActive,
  moveRow,
  type LoggedEvent,
  type Ticket,
  type TicketEvent,
  type TicketMove,
  type TicketState,
} from './ticket.ts';

/** Made for the specs only: tickets, counters and whole random office days. Not exported by index.ts. */
export const nineOClock = Date.UTC(2026, 10, 23, 0, 0);
export const minute = 60_000;

export function ticketOf(changes: Partial<Ticket> = {}): Ticket {
  const number = changes.ordinal ?? 1;
  const joinedAt = changes.joinedAt ?? nineOClock;
  const { ticket } = issueTicket(
    {
      id: changes.id ?? `t${String(number).padStart(4, '0')}`,
      officeId: 'office',
      seriesId: 'series',
      businessOn: '2026-11-23',
      ordinal: number,
      label: String(100 + number),
      serviceIds: [changes.serviceId ?? 'passport'],
      channel: 'kiosk',
    },
    joinedAt,
  );
  return { ...ticket, ...changes };
}

export const counterOf = (changes: Partial<CounterAtMove> = {}): CounterAtMove => ({
  id: 'c1',
  staffId: 's1',
  state: 'open',
  serviceIds: ['passport'],
  activeTicketId: null,
  ...changes,
});

/** A small deterministic generator (mulberry32): 0 <= value < 1. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface RandomDay {
  events: LoggedEvent[];
  tickets: Map<string, Ticket>;
  flagged: string[];
}

const seriesOfDay: Series[] = [
  { id: 'red', prefix: '', rangeFrom: 101, rangeTo: 120 },
  { id: 'blue', prefix: 'A', rangeFrom: 201, rangeTo: 215 },
];
const services = [
  { id: 'passport', series: 'red' },
  { id: 'family', series: 'red' },
  { id: 'permit', series: 'blue' },
];

/** One office with three services and three counters, driven by random commands through the real functions. */
export class OfficeModel {
  readonly events: LoggedEvent[] = [];
  readonly tickets = new Map<string, Ticket>();
  readonly counters: CounterAtMove[] = [
    counterOf({ id: 'c1', staffId: 's1', serviceIds: ['passport', 'family'] }),
    counterOf({ id: 'c2', staffId: 's2', serviceIds: ['family', 'passport', 'permit'] }),
    counterOf({ id: 'c3', staffId: 's3', serviceIds: ['permit'] }),
  ];
  readonly rules: TicketRules = { ...defaultTicketRules, maxPostpones: 1 };
  readonly policy: CallingPolicy;
  turns: Turns = {};
  now = nineOClock;
  readonly #random: () => number;
  readonly #drawn = new Map<string, number>();
  /** Refusals met, by code: shows that the random commands do reach the rules. */
  readonly refused = new Map<string, number>();

  constructor(seed: number, policy: Partial<CallingPolicy> = {}) {
    this.#random = randomOf(seed);
    this.policy = { ...defaultCallingPolicy, ageAfterMinutes: 20, longestWaitMinutes: 30, ...policy };
  }

  run(steps: number): RandomDay {
    for (let step = 0; step < steps; step += 1) {
      this.now += Math.floor(this.#random() * 90_000);
      this.#step();
    }
    const end = endDay([...this.tickets.values()], this.now, this.rules);
    for (const { ticket, event } of end.moved) this.#record(ticket, event);
    return { events: this.events, tickets: this.tickets, flagged: end.flagged };
  }

  #step(): void {
    const dice = this.#random();
    if (dice < 0.36) return this.#issue();
    if (dice < 0.55) return this.#callNext();
    const moves: TicketMove[] = [
      'call',
      'recall',
      'start',
      'start',
      'start',
      'complete',
      'complete',
      'complete',
      'complete',
    ];
    moves.push(
      'no_show',
      'no_show',
      'put_back',
      'hold',
      'take_up',
      'take_up',
      'take_up',
      'transfer',
      'transfer',
      'cancel',
      'reinstate',
      'postpone',
      'add_service',
      'set_priority',
      'correct',
      'correct_to_waiting',
      'correct_to_completed',
      'correct_to_no_show',
    );
    if (dice < 0.64) return this.#undo();
    this.#attempt(this.#one(moves));
  }

  #issue(): void {
    const service = this.#one(services);
    const series = seriesOfDay.find(({ id }) => id === service.series) as Series;
    const draw = labelFor(series, this.#next(series.id));
    const label =
      draw.kind === 'label' ? draw.label : overflowLabel({ rangeFrom: 900, rangeTo: 905 }, ['', 'A'], this.#overflow());
    const second = this.#random() < 0.1 ? [this.#one(services).id] : [];
    const { ticket, event } = issueTicket(
      {
        id: `t${String(this.tickets.size).padStart(4, '0')}`,
        officeId: 'office',
        seriesId: series.id,
        businessOn: '2026-11-23',
        ordinal: this.#drawn.get(series.id) ?? 0,
        label,
        serviceIds: [service.id, ...second],
        priority: this.#random() < 0.2 ? 'age_75' : null,
        appointmentAt: this.#random() < 0.1 ? this.now + Math.floor(this.#random() * 40) * minute : null,
        channel: 'kiosk',
      },
      this.now,
    );
    this.#record(ticket, event);
  }

  #next(key: string): number {
    const next = (this.#drawn.get(key) ?? 0) + 1;
    this.#drawn.set(key, next);
    return next;
  }
  #overflow = (): number => this.#next('overflow');

  #callNext(): void {
    const counter = this.#one(this.counters);
    if (counter.activeTicketId) return;
    const pick = pickNext(
      { waiting: [...this.tickets.values()], policy: this.policy, turns: this.turns },
      counter,
      this.now,
    );
    if (!pick) return;
    this.turns = afterPick(this.turns, pick);
    this.#move(this.tickets.get(pick.ticketId) as Ticket, 'call', { counter, pick: pick.reason });
  }

  #attempt(move: TicketMove): void {
    if (this.tickets.size === 0) return;
    const from: readonly TicketState[] = moveRow(move).from;
    const fitting = [...this.tickets.values()].filter(({ state }) => from.includes(state));
    const blind = fitting.length === 0 || this.#random() < 0.1;
    const ticket = this.#one(blind ? [...this.tickets.values()] : fitting);
    const busy = this.counters.find(({ id }) => id === ticket.counterId && isActive(ticket.state));
    const counter = busy ?? this.#one(this.counters);
    this.#move(ticket, move, {
      counter,
      line: [...this.tickets.values()]
        .filter((t) => t.state === 'waiting' && t.serviceId === ticket.serviceId)
        .map((t) => t.place),
      behind: 1 + Math.floor(this.#random() * 4),
      serviceId: this.#one(services).id,
      priority: this.#random() < 0.5 ? 'pregnant' : null,
      to: this.#random() < 0.6 ? { serviceId: this.#one(services).id } : { counterId: this.#one(this.counters).id },
    });
  }

  #undo(): void {
    const last = this.#one(this.events.slice(-5));
    const counter = this.counters.find(({ id }) => id === last?.counterId) ?? this.#one(this.counters);
    const own = last && lastUndoable(this.events.filter((event) => event.ticketId === last.ticketId));
    const move = own && undoOf(own.move);
    if (own && move) this.#move(this.tickets.get(own.ticketId) as Ticket, move, { counter, undo: own });
  }

  #move(ticket: Ticket, move: TicketMove, context: Partial<MoveContext>): void {
    const moved = moveTicket(ticket, move, { now: this.now, rules: this.rules, policy: this.policy, ...context });
    if (moved.ok) this.#record(moved.ticket, moved.event);
    else this.refused.set(moved.code, (this.refused.get(moved.code) ?? 0) + 1);
  }

  #record(ticket: Ticket, event: TicketEvent): void {
    this.tickets.set(ticket.id, ticket);
    this.events.push(stored({ ...event, seq: this.events.length + 1 }));
    for (const counter of this.counters) {
      const active = [...this.tickets.values()].find(
        ({ counterId, state }) => counterId === counter.id && isActive(state),
      );
      counter.activeTicketId = active?.id ?? null;
    }
  }

  #one<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)] as T;
  }
}

/** As the database gives it back: the keys of objects in jsonb's own order. */
function stored(event: LoggedEvent): LoggedEvent {
  const reorder = (_: string, value: unknown): unknown =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1)))
      : value;
  return JSON.parse(JSON.stringify(event, reorder)) as LoggedEvent;
}
