/**
 * A small model of a hall, written by hand from product.md and on purpose without libs/domain: which states there are,
 * who has whom, which numbers are given out, and which commands must be refused. What the model leaves open (whom the
 * rules choose, estimates, levels) is proved elsewhere; here it takes over what the server answers and checks it.
 */
export type ModelState = 'waiting' | 'called' | 'serving' | 'held' | 'completed' | 'no_show' | 'cancelled';

export interface ModelTicket {
  readonly id: string;
  readonly token: string;
  readonly number: string;
  state: ModelState;
  /** Codes of the services still to come, the present one first. */
  steps: string[];
  counter: string | null;
  target: string | null;
  calls: number;
  reinstated: boolean;
  postponed: number;
}

export interface ModelCounter {
  readonly number: string;
  readonly services: readonly string[];
  state: 'closed' | 'open' | 'paused';
  ticket: string | null;
}

/** What a command must come to: 'done', 'nobody' (204), or the code of the refusal. */
export type Expected = string;

export class ModelHall {
  readonly tickets = new Map<string, ModelTicket>();
  private readonly issued = new Map<number, number>();

  constructor(
    readonly counters: ReadonlyMap<string, ModelCounter>,
    /** First number of a service's range. Services with the same one share it. */
    private readonly rangeFrom: Readonly<Record<string, number>>,
    private readonly bundles: Readonly<Record<string, readonly string[]>>,
  ) {}

  /** The number that the next ticket of a service must bear. */
  nextNumber(service: string): string {
    const from = this.rangeFrom[service] ?? 0;
    return String(from + (this.issued.get(from) ?? 0));
  }

  issue(service: string, { id, token, number }: { id: string; token: string; number: string }): void {
    const from = this.rangeFrom[service] ?? 0;
    this.issued.set(from, (this.issued.get(from) ?? 0) + 1);
    const steps = [...(this.bundles[service] ?? [service])];
    this.tickets.set(id, {
      id,
      token,
      number,
      steps,
      state: 'waiting',
      counter: null,
      target: null,
      calls: 0,
      reinstated: false,
      postponed: 0,
    });
  }

  counter(number: string): ModelCounter {
    const counter = this.counters.get(number);
    if (!counter) throw new Error(`no counter ${number}`);
    return counter;
  }

  ticket(id: string): ModelTicket {
    const ticket = this.tickets.get(id);
    if (!ticket) throw new Error(`no ticket ${id}`);
    return ticket;
  }

  /** Tickets that a counter may be given by the rules. */
  callable(counter: ModelCounter): ModelTicket[] {
    return [...this.tickets.values()].filter(({ state, target, steps }) => {
      if (state !== 'waiting') return false;
      return target === null ? counter.services.includes(steps[0] ?? '') : target === counter.number;
    });
  }

  // ---------------------------------------------------------------- what must come of it
  atCounter(counter: ModelCounter): Expected | null {
    return counter.state === 'closed' ? 'counter_closed' : null;
  }

  free(counter: ModelCounter): Expected | null {
    if (counter.state === 'closed') return 'counter_closed';
    if (counter.state === 'paused') return 'counter_paused';
    return counter.ticket === null ? null : 'counter_busy';
  }

  /** Of a command on the ticket that the counter has, allowed in these states. */
  own(counter: ModelCounter, states: readonly ModelState[]): Expected | null {
    if (counter.state === 'closed') return 'counter_closed';
    if (counter.ticket === null) return 'counter_idle';
    return states.includes(this.ticket(counter.ticket).state) ? null : 'move_not_allowed';
  }

  // ---------------------------------------------------------------- what it changes
  take(counter: ModelCounter, ticket: ModelTicket, state: 'called' | 'serving'): void {
    counter.ticket = ticket.id;
    Object.assign(ticket, { state, counter: counter.number, calls: state === 'called' ? 1 : ticket.calls });
  }

  release(ticket: ModelTicket, state: ModelState): void {
    for (const counter of this.counters.values()) if (counter.ticket === ticket.id) counter.ticket = null;
    ticket.state = state;
    if (state === 'waiting') Object.assign(ticket, { counter: null, calls: 0 });
  }

  complete(ticket: ModelTicket): void {
    const [, ...rest] = ticket.steps;
    if (rest.length === 0) return this.release(ticket, 'completed');
    this.release(ticket, 'waiting');
    ticket.steps = rest;
    ticket.target = null;
  }

  transfer(ticket: ModelTicket, service: string | undefined, counter: string | undefined): void {
    const [present = '', ...rest] = ticket.steps;
    this.release(ticket, 'waiting');
    ticket.steps = [service ?? present, ...rest];
    ticket.target = counter ?? null;
  }
}
