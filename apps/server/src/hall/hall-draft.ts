import type { CallMessage, ProblemCode } from '@sunbeon/contract';
import {
  afterPick,
  businessDay,
  moveTicket,
  openState,
  pickNext,
  undoOf,
  type Actor,
  type CounterAtMove,
  type MoveContext,
  type OpenState,
  type Pick,
  type Ticket,
  type TicketEvent,
  type TicketMove,
} from '@sunbeon/domain';
import { v7 as uuidv7 } from 'uuid';
import type { CounterConfig, OfficeConfig } from '../offices/offices.reader.ts';
import { iso } from '../platform/clock/clock.ts';
import { refuse } from '../platform/http/problem.ts';
import { callWording } from './call-wording.ts';
import type {
  CounterLive,
  EventRecord,
  HallChange,
  LiveRow,
  MessageRecord,
  PrintRecord,
  RememberRecord,
  ShiftRecord,
} from './hall-live.ts';
import type { StoredTicket } from './stored-ticket.ts';

const CALLS_KEPT = 10;

/** A counter at which nobody works. */
const vacant = {
  state: 'closed',
  staffId: null,
  shiftId: null,
  pausedUntil: null,
  pauseReason: null,
  undo: null,
  help: null,
  callBack: null,
} as const;

/** What the office looked like when its row was locked. */
export interface HallSnapshot {
  readonly config: OfficeConfig;
  readonly live: LiveRow;
  readonly tickets: readonly StoredTicket[];
  readonly counters: readonly CounterLive[];
  /** The tenant's present instant, epoch milliseconds. */
  readonly now: number;
}

/**
 * The office under its lock, as one command changes it: the pure domain decides, the draft gathers tickets, counters,
 * events and messages, and the repository writes them all at once. A refusal throws; then nothing is written.
 */
export class HallDraft {
  readonly config: OfficeConfig;
  readonly now: number;
  readonly businessOn: string;
  readonly openState: OpenState;
  readonly live: LiveRow;
  private readonly ticketsById: Map<string, StoredTicket>;
  private readonly countersById: Map<string, CounterLive>;
  private readonly changedTickets = new Map<string, StoredTicket>();
  private readonly changedCounters = new Map<string, CounterLive>();
  private readonly events: EventRecord[] = [];
  private readonly messages: MessageRecord[] = [];
  private readonly shifts: ShiftRecord[] = [];
  private readonly remembered: RememberRecord[] = [];
  private readonly prints: PrintRecord[] = [];
  private visible = false;

  constructor(
    snapshot: HallSnapshot,
    readonly actor: Actor,
    /** Only the end of an old day is worked off under another day than the present one. */
    businessOn?: string,
  ) {
    this.config = snapshot.config;
    this.now = Math.round(snapshot.now);
    this.businessOn = businessOn ?? businessDay(this.now, this.config.zone, this.config.dayStart);
    this.openState = openState(this.config.calendar, this.now);
    this.live = { ...snapshot.live };
    this.ticketsById = new Map(snapshot.tickets.map((ticket) => [ticket.id, ticket]));
    this.countersById = new Map(snapshot.counters.map((counter) => [counter.counterId, counter]));
  }

  // ------------------------------------------------------------------ reading
  get tickets(): StoredTicket[] {
    return [...this.ticketsById.values()];
  }

  get waiting(): StoredTicket[] {
    return this.tickets.filter((ticket) => ticket.state === 'waiting');
  }

  get counters(): CounterLive[] {
    return [...this.countersById.values()];
  }

  ticket(id: string): StoredTicket {
    return this.ticketsById.get(id) ?? refuse('not_found');
  }

  /** Where ticket hardware decides, our own commands do nothing. */
  refuseOnHardware(): void {
    if (this.config.authority === 'hardware') refuse('hardware_authority');
  }

  /** A ticket of the day that was over when the draft was read joins it. */
  admit(ticket: StoredTicket): void {
    this.ticketsById.set(ticket.id, ticket);
  }

  counter(id: string): CounterLive {
    return this.countersById.get(id) ?? refuse('not_found');
  }

  counterConfig(id: string): CounterConfig {
    return this.config.counterById.get(id) ?? refuse('not_found');
  }

  /** The called or serving ticket of a counter, or undefined. */
  ticketAt(counterId: string): StoredTicket | undefined {
    const id = this.counter(counterId).ticketId;
    return id === null ? undefined : this.ticketsById.get(id);
  }

  /** The counter in the shape in which the domain asks for it. */
  counterAtMove(counterId: string): CounterAtMove {
    const live = this.counter(counterId);
    const { serviceIds } = this.counterConfig(counterId);
    return { id: counterId, staffId: live.staffId, state: live.state, serviceIds, activeTicketId: live.ticketId };
  }

  /** Whom the rules give to this counter now, or null when nobody whom it serves waits. */
  pickFor(counterId: string): Pick | null {
    const { id, staffId, serviceIds } = this.counterAtMove(counterId);
    return pickNext(
      { waiting: this.waiting.map(asTicket), policy: this.config.policy, turns: this.live.turns },
      { id, staffId, serviceIds },
      this.now,
    );
  }

  // ------------------------------------------------------------------ changing
  /** Makes a move by the domain's table. Refusals carry the domain's codes. `note` goes to the next counter. */
  move(ticketId: string, move: TicketMove, context: Partial<MoveContext> = {}, note?: string): StoredTicket {
    const stored = this.ticket(ticketId);
    const result = moveTicket(asTicket(stored), move, {
      now: this.now,
      rules: this.config.rules,
      policy: this.config.policy,
      actor: this.actor,
      ...context,
    });
    if (!result.ok) refuse(result.code satisfies ProblemCode);
    const holdReason = move === 'hold' ? (context.reason ?? null) : null;
    const next = { ...stored, ...result.ticket, note: note ?? stored.note, holdReason };
    this.putTicket(next, result.event, note);
    return next;
  }

  /**
   * Takes over a ticket that the domain made or moved, with its event. Returns the event's id.
   * @param drawn on issue: the service that was asked for, which of a bundle is not the one that the ticket waits for
   */
  putTicket(ticket: StoredTicket, event: TicketEvent, note?: string, drawn?: string): string {
    this.ticketsById.set(ticket.id, ticket);
    this.changedTickets.delete(ticket.id);
    this.changedTickets.set(ticket.id, ticket);
    this.visible = true;
    const { type, ticketId, counterId, at, actor, ...facts } = event;
    const data = note === undefined ? facts : { ...facts, note };
    // An old day's ticket that was still served is finished on its own day: its events stay together.
    const { businessOn } = ticket;
    const serviceId = drawn ?? ticket.serviceId;
    return this.log(type, { ticketId, counterId, serviceId, businessOn, at, actor: actor ?? this.actor, data });
  }

  /** Takes over a ticket as hardware told it. One of another day is stored and changes nothing that is shown. */
  putHardwareTicket(ticket: StoredTicket): void {
    this.changedTickets.set(ticket.id, ticket);
    if (ticket.businessOn !== this.businessOn) return;
    this.ticketsById.set(ticket.id, ticket);
    this.visible = true;
  }

  /** Writes a line into the office's log. Returns its id. */
  log(
    type: string,
    facts: {
      ticketId?: string | null;
      counterId?: string | null;
      serviceId?: string | null;
      at?: number;
      actor?: Actor;
      data?: object;
      /** Only what hardware told late belongs to another day than the present one. */
      businessOn?: string;
    },
  ): string {
    this.live.eventSeq += 1;
    const id = uuidv7();
    this.events.push({
      business_on: facts.businessOn ?? this.businessOn,
      id,
      seq: this.live.eventSeq,
      type,
      ticket_id: facts.ticketId ?? null,
      counter_id: facts.counterId ?? null,
      service_id: facts.serviceId ?? null,
      at: iso(facts.at ?? this.now),
      actor: facts.actor ?? this.actor,
      data: { ...facts.data },
    });
    return id;
  }

  setCounter(counterId: string, change: Partial<CounterLive>): void {
    const next = { ...this.counter(counterId), ...change };
    this.countersById.set(counterId, next);
    this.changedCounters.delete(counterId);
    this.changedCounters.set(counterId, next);
    this.visible = true;
  }

  /** Opens a counter for a person, which begins a shift (창구 운영). */
  openCounter(counterId: string, staffId: string): void {
    const shiftId = uuidv7();
    const times = { opened_at: iso(this.now), closed_at: null };
    this.shifts.push({ id: shiftId, counter_id: counterId, staff_id: staffId, business_on: this.businessOn, ...times });
    this.setCounter(counterId, { ...vacant, state: 'open', since: this.now, staffId, shiftId });
    this.log('counter.opened', { counterId });
  }

  /** Another person goes on at an open counter, with the ticket that is there. A new shift begins. */
  takeOverCounter(counterId: string, staffId: string): void {
    const { ticketId, staffId: before } = this.counter(counterId);
    this.closeCounter(counterId);
    this.openCounter(counterId, staffId);
    this.setCounter(counterId, { ticketId });
    this.log('counter.taken_over', { counterId, data: { before, after: staffId } });
  }

  /** @param until planned end, epoch milliseconds, or null */
  pauseCounter(counterId: string, reason: string | null, until: number | null): void {
    this.setCounter(counterId, {
      state: 'paused',
      since: this.now,
      pausedUntil: until,
      pauseReason: reason,
      undo: null,
      callBack: null,
    });
    this.log('counter.paused', { counterId, data: { reason, until: iso(until) } });
  }

  resumeCounter(counterId: string): void {
    const over = { pausedUntil: null, pauseReason: null, callBack: null };
    this.setCounter(counterId, { state: 'open', since: this.now, ...over });
    this.log('counter.resumed', { counterId });
  }

  /** What the counter remembers of its last move, so that it can be taken back for a short time. */
  undoable(ticketId: string, move: TicketMove): CounterLive['undo'] {
    const eventId = this.events.findLast((event) => event.ticket_id === ticketId)?.id;
    if (eventId === undefined || undoOf(move) === null) return null;
    return { ticketId, eventId, move, until: this.now + this.config.rules.undoWithinSeconds * 1000 };
  }

  /** Closes a counter that has no ticket, and ends its shift. */
  closeCounter(counterId: string): void {
    const { shiftId, staffId, since } = this.counter(counterId);
    if (shiftId !== null && staffId !== null) {
      const times = { opened_at: iso(since ?? this.now), closed_at: iso(this.now) };
      this.shifts.push({
        id: shiftId,
        counter_id: counterId,
        staff_id: staffId,
        business_on: this.businessOn,
        ...times,
      });
    }
    this.setCounter(counterId, { ...vacant, since: this.now });
    this.log('counter.closed', { counterId });
  }

  usedTurn(pick: Pick): void {
    this.live.turns = afterPick(this.live.turns, pick);
  }

  /** Says to every screen of the office: this number, that counter. A recall is a new call with a new seq. */
  announce(ticket: StoredTicket, counterLabel: string, recall: boolean): void {
    const service = this.config.services.get(ticket.serviceId);
    this.live.callSeq += 1;
    const call: CallMessage = {
      seq: this.live.callSeq,
      number: ticket.label,
      counter: counterLabel,
      service: { id: ticket.serviceId, name: service?.name ?? { ko: '-' } },
      wording: callWording(ticket.label, counterLabel),
      repeat: 1,
      recall,
      at: iso(this.now),
    };
    this.live.calls = [call, ...this.live.calls].slice(0, CALLS_KEPT);
    this.tell('call', call);
  }

  /** The number called last of a service; never goes back in time. */
  setLastCalled(serviceId: string, number: string, counter: string, at: number): void {
    const known = this.live.lastCalled[serviceId];
    if (known && known.at > at) return;
    this.live.lastCalled = { ...this.live.lastCalled, [serviceId]: { number, counter, at } };
    this.visible = true;
  }

  tell(type: string, payload: object): void {
    this.messages.push({ id: uuidv7(), seq: this.live.eventSeq, type, payload: { ...payload } });
  }

  /** Something that people see changed although no ticket and no counter did. */
  touch(): void {
    this.visible = true;
  }

  remember(record: RememberRecord): void {
    this.remembered.push(record);
  }

  /** A receipt for the ticket, where the device has a printer: stored and told with the ticket, printed after the commit. */
  print(record: PrintRecord): void {
    this.prints.push(record);
  }

  /** A business day that begins clears what belongs to the old one. */
  beginDay(): void {
    if (this.live.businessOn === this.businessOn) return;
    this.live.businessOn = this.businessOn;
    this.live.turns = {};
    this.live.lastCalled = {};
    this.live.calls = [];
    this.live.stopped = {};
    this.live.levels = {};
    this.live.hardware = null;
    this.visible = true;
  }

  // ------------------------------------------------------------------ the end
  get isVisible(): boolean {
    return this.visible;
  }

  /** Something is to be written at all. */
  get isChanged(): boolean {
    const told = this.events.length + this.remembered.length + this.messages.length + this.prints.length;
    return this.visible || told > 0;
  }

  /** Everything to be written. A visible change raises the revision and tells the screens. */
  finish(): HallChange {
    if (this.visible) {
      this.live.revision += 1;
      this.live.changedAt = this.now;
      this.tell('hall.changed', { revision: this.live.revision });
    }
    return {
      live: this.live,
      tickets: [...this.changedTickets.values()],
      events: this.events,
      messages: this.messages,
      counters: [...this.changedCounters.values()],
      shifts: this.shifts,
      remember: this.remembered,
      prints: this.prints,
    };
  }
}

/** The domain's ticket in a stored one. Hardware tickets have no series and are never moved by the domain's table. */
export function asTicket(stored: StoredTicket): Ticket {
  return stored as StoredTicket & { seriesId: string; ordinal: number };
}
