import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient, ProblemError } from '@sunbeon/client';
import type { CounterAnswer, Hall } from '@sunbeon/contract';
import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from './app.ts';
import { deskAt, type Desk, type DeskCommand } from './desk.ts';
import { makeHall, type TestHall } from './hall.ts';
import { ModelHall, type Expected, type ModelCounter, type ModelState, type ModelTicket } from './hall-model.ts';
import { faultsOf, readOffice } from './history.ts';
import { randomOf, type Random } from './random.ts';

/** Set MODEL_SEED to repeat a run that failed; its name says which. */
const seeds = process.env['MODEL_SEED']?.split(',') ?? ['sunbeon', String(Date.now())];
const STEPS = Number(process.env['MODEL_STEPS'] ?? 200);

let server: TestApp;
beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.stop());

const services = ['PASSPORT', 'FAMILY', 'MOVE', 'BUNDLE'] as const;
const singles = ['PASSPORT', 'FAMILY', 'MOVE'] as const;
const serving: Record<string, readonly string[]> = { '1': ['PASSPORT'], '2': ['FAMILY', 'MOVE'], '3': [...singles] };

type CounterCommand = Exclude<DeskCommand, 'help'>;
const any = [
  'counterOpen',
  'callNext',
  'call',
  'recall',
  'start',
  'complete',
  'noShow',
  'putBack',
  'hold',
  'takeUp',
  'transfer',
  'undo',
  'counterPause',
  'counterResume',
  'counterClose',
] as const satisfies readonly CounterCommand[];

/** One walk: random commands through HTTP, each with what the model says must come of it. */
class Walk {
  readonly model: ModelHall;
  readonly resident = createClient({ baseUrl: server.url });
  readonly codes = new Map<string, number>();
  done = 0;

  constructor(
    readonly hall: TestHall,
    readonly desks: ReadonlyMap<string, Desk>,
    readonly random: Random,
  ) {
    const counters = Object.entries(serving).map(([number, own]): [string, ModelCounter] => {
      return [number, { number, services: own, state: 'closed', ticket: null }];
    });
    const ranges = { PASSPORT: 101, FAMILY: 301, MOVE: 401, BUNDLE: 301 };
    this.model = new ModelHall(new Map(counters), ranges, { BUNDLE: ['FAMILY', 'MOVE'] });
  }

  async step(): Promise<void> {
    const { random } = this;
    const choice = random.next();
    if (choice < 0.22) return this.issue();
    if (choice < 0.3) return this.resident_();
    if (choice < 0.4) return this.correct();
    return this.atCounter();
  }

  private async issue(): Promise<void> {
    const service = this.random.pick(services);
    const expected = this.model.nextNumber(service);
    const priority = this.random.chance(0.2) ? { priority: 'pregnant' } : {};
    const ticket = await this.hall.draw(service, priority);
    expect(ticket.number).toBe(expected);
    this.model.issue(service, ticket);
  }

  private async resident_(): Promise<void> {
    const ticket = this.anyTicket();
    if (!ticket) return;
    const params = { token: ticket.token };
    if (this.random.chance(0.5)) {
      const expected =
        ticket.state !== 'waiting' ? 'move_not_allowed' : ticket.postponed >= 3 ? 'postpone_limit' : 'done';
      await this.expectCode('postpone', expected, () =>
        this.resident.call('publicTicketPostpone', {
          params,
          body: { behind: 1 + Math.floor(this.random.next() * 4) },
        }),
      );
      if (expected === 'done') ticket.postponed += 1;
    } else await this.cancel(ticket, () => this.resident.call('publicTicketCancel', { params, body: {} }));
  }

  private async correct(): Promise<void> {
    const ticket = this.anyTicket();
    if (!ticket) return;
    const { owner } = this.hall;
    const params = { id: ticket.id };
    const alive = ['waiting', 'called', 'serving', 'held'].includes(ticket.state);
    switch (this.random.pick(['cancel', 'reinstate', 'add', 'priority'] as const)) {
      case 'cancel':
        return this.cancel(ticket, () => owner.call('ticketCancel', { params, body: {} }));
      case 'reinstate': {
        const expected =
          ticket.state !== 'no_show' ? 'move_not_allowed' : ticket.reinstated ? 'already_reinstated' : 'done';
        await this.expectCode('reinstate', expected, () => owner.call('ticketReinstate', { params, body: {} }));
        if (expected === 'done') {
          ticket.reinstated = true;
          this.model.release(ticket, 'waiting');
        }
        return;
      }
      case 'add': {
        const service = this.random.pick(singles);
        const expected = !alive
          ? 'move_not_allowed'
          : ticket.steps.includes(service)
            ? 'service_already_there'
            : 'done';
        await this.expectCode('add', expected, () =>
          owner.call('ticketAddService', { params, body: { serviceId: this.id(service) } }),
        );
        if (expected === 'done') ticket.steps.push(service);
        return;
      }
      case 'priority':
        await this.expectCode('priority', alive ? 'done' : 'move_not_allowed', () =>
          owner.call('ticketPriority', { params, body: { priority: this.random.pick(['age_75', null]) } }),
        );
    }
  }

  private async cancel(ticket: ModelTicket, send: () => Promise<unknown>): Promise<void> {
    const expected = ticket.state === 'waiting' || ticket.state === 'called' ? 'done' : 'move_not_allowed';
    await this.expectCode('cancel', expected, send);
    if (expected === 'done') this.model.release(ticket, 'cancelled');
  }

  private async atCounter(): Promise<void> {
    const counter = this.model.counter(this.random.pick(['1', '2', '3']));
    const list = this.random.chance(0.7) ? this.sensible(counter) : any;
    const command = this.random.pick(list);
    await this[command](counter);
  }

  /** Commands that fit, so that a walk gets somewhere; the others come at random. */
  private sensible(counter: ModelCounter): readonly CounterCommand[] {
    if (counter.state === 'closed') return ['counterOpen'];
    if (counter.ticket === null)
      return counter.state === 'paused' ? ['counterResume'] : ['callNext', 'callNext', 'takeUp'];
    return this.model.ticket(counter.ticket).state === 'called'
      ? ['start', 'start', 'start', 'recall', 'recall', 'noShow', 'noShow', 'putBack', 'undo']
      : ['complete', 'complete', 'hold', 'transfer', 'undo'];
  }

  private async counterOpen(counter: ModelCounter): Promise<void> {
    const expected = counter.state === 'closed' ? 'done' : 'counter_open';
    await this.at(counter, 'counterOpen', expected, {}, () => (counter.state = 'open'));
  }

  private async counterPause(counter: ModelCounter): Promise<void> {
    const expected = this.model.atCounter(counter) ?? (counter.state === 'open' ? 'done' : 'move_not_allowed');
    await this.at(counter, 'counterPause', expected, {}, () => (counter.state = 'paused'));
  }

  private async counterResume(counter: ModelCounter): Promise<void> {
    const expected = this.model.atCounter(counter) ?? (counter.state === 'paused' ? 'done' : 'move_not_allowed');
    await this.at(counter, 'counterResume', expected, {}, () => (counter.state = 'open'));
  }

  private async counterClose(counter: ModelCounter): Promise<void> {
    const expected = this.model.atCounter(counter) ?? (counter.ticket === null ? 'done' : 'counter_has_ticket');
    await this.at(counter, 'counterClose', expected, {}, () => (counter.state = 'closed'));
  }

  private async callNext(counter: ModelCounter): Promise<void> {
    const callable = this.model.callable(counter);
    const expected = this.model.free(counter) ?? (callable.length > 0 ? 'done' : 'nobody');
    await this.at(counter, 'callNext', expected, {}, (answer) => {
      const ticket = this.model.ticket(answer?.ticket?.id ?? '');
      expect(callable).toContain(ticket); // whom the rules chose is somebody whom they may choose
      this.model.take(counter, ticket, 'called');
    });
  }

  private async call(counter: ModelCounter): Promise<void> {
    const ticket = this.anyTicket();
    if (!ticket) return;
    const served = ticket.target === counter.number || counter.services.includes(ticket.steps[0] ?? '');
    const expected =
      this.model.free(counter) ??
      (ticket.state !== 'waiting' ? 'move_not_allowed' : served ? 'done' : 'service_not_at_counter');
    await this.at(counter, 'call', expected, { ticketId: ticket.id }, () => this.model.take(counter, ticket, 'called'));
  }

  private async takeUp(counter: ModelCounter): Promise<void> {
    const ticket = this.anyTicket('held');
    if (!ticket) return;
    const expected = this.model.free(counter) ?? (ticket.state === 'held' ? 'done' : 'move_not_allowed');
    await this.at(counter, 'takeUp', expected, { ticketId: ticket.id }, () =>
      this.model.take(counter, ticket, 'serving'),
    );
  }

  private recall = (counter: ModelCounter) =>
    this.onOwn(counter, 'recall', ['called'], (ticket) => {
      ticket.calls += 1;
    });
  private start = (counter: ModelCounter) =>
    this.onOwn(counter, 'start', ['called'], (ticket) => {
      ticket.state = 'serving';
    });
  private complete = (counter: ModelCounter) =>
    this.onOwn(counter, 'complete', ['called', 'serving'], (ticket) => this.model.complete(ticket));
  private putBack = (counter: ModelCounter) =>
    this.onOwn(counter, 'putBack', ['called'], (ticket) => this.model.release(ticket, 'waiting'));
  private hold = (counter: ModelCounter) =>
    this.onOwn(counter, 'hold', ['serving'], (ticket) => this.model.release(ticket, 'held'));

  private async noShow(counter: ModelCounter): Promise<void> {
    const own = this.model.own(counter, ['called']);
    const calls = counter.ticket === null ? 0 : this.model.ticket(counter.ticket).calls;
    const expected = own ?? (calls < 2 ? 'too_few_calls' : 'done');
    const ticket = counter.ticket;
    await this.at(counter, 'noShow', expected, {}, () =>
      this.model.release(this.model.ticket(ticket ?? ''), 'no_show'),
    );
  }

  private async transfer(counter: ModelCounter): Promise<void> {
    const service = this.random.chance(0.7) ? this.random.pick(singles) : undefined;
    const target = service === undefined || this.random.chance(0.2) ? this.random.pick(['1', '2', '3']) : undefined;
    const ticket = counter.ticket === null ? undefined : this.model.ticket(counter.ticket);
    const nowhere = service === ticket?.steps[0] && target === undefined;
    const expected = this.model.own(counter, ['called', 'serving']) ?? (nowhere ? 'transfer_nowhere' : 'done');
    const body = {
      ...(service && { serviceId: this.id(service) }),
      ...(target && { counterId: this.hall.counters[target] }),
    };
    await this.at(counter, 'transfer', expected, body, () => ticket && this.model.transfer(ticket, service, target));
  }

  /** Whether there is something to undo is left to the server; what it says was undone is taken over and checked. */
  private async undo(counter: ModelCounter): Promise<void> {
    const desk = this.desk(counter);
    const before = counter.ticket;
    let answer: CounterAnswer | undefined;
    const code = await codeIn(async () => (answer = await desk.give('undo')));
    this.count('undo', code);
    const closed = this.model.atCounter(counter);
    if (closed) return expect(code).toBe(closed);
    if (code !== 'done')
      return expect(['nothing_to_undo', 'undo_overtaken', 'move_not_allowed', 'counter_busy', 'too_late']).toContain(
        code,
      );
    const undone = answer?.ticket;
    const ticket = this.model.ticket(undone?.id ?? '');
    const state = undone?.state as ModelState;
    expect(before === null || before === ticket.id).toBe(true); // never behind the back of another ticket
    this.model.release(ticket, state);
    if (state === 'called' || state === 'serving') counter.ticket = ticket.id;
    const steps = (undone?.steps ?? []).filter(({ done }) => !done).map(({ serviceId }) => this.code(serviceId));
    Object.assign(ticket, {
      state,
      steps,
      counter: undone?.counter ?? null,
      target: undone?.targetCounter ?? null,
      calls: undone?.callCount ?? 0,
    });
  }

  private async onOwn(
    counter: ModelCounter,
    command: DeskCommand,
    states: readonly ModelState[],
    change: (ticket: ModelTicket) => void,
  ): Promise<void> {
    const ticket = counter.ticket;
    await this.at(counter, command, this.model.own(counter, states) ?? 'done', {}, () =>
      change(this.model.ticket(ticket ?? '')),
    );
  }

  private async at(
    counter: ModelCounter,
    command: DeskCommand,
    expected: Expected,
    body: object,
    change: (answer: CounterAnswer | undefined) => void,
  ): Promise<void> {
    let answer: CounterAnswer | undefined;
    await this.expectCode(command, expected === 'nobody' ? 'done' : expected, async () => {
      answer = await this.desk(counter).give(command, body, randomUUID());
    });
    if (expected === 'nobody') expect(answer).toBeUndefined();
    if (expected === 'done') change(answer);
  }

  private async expectCode(command: string, expected: Expected, send: () => Promise<unknown>): Promise<void> {
    const code = await codeIn(send);
    this.count(command, code);
    expect(`${command}: ${code}`).toBe(`${command}: ${expected}`);
  }

  private count(command: string, code: string): void {
    this.codes.set(`${command} ${code}`, (this.codes.get(`${command} ${code}`) ?? 0) + 1);
    if (code === 'done') this.done += 1;
  }

  private anyTicket(state?: ModelState): ModelTicket | undefined {
    const all = [...this.model.tickets.values()];
    const wished = all.filter((ticket) => ticket.state === state);
    const list = wished.length > 0 && this.random.chance(0.8) ? wished : all;
    return list.length > 0 ? this.random.pick(list) : undefined;
  }

  private desk(counter: ModelCounter): Desk {
    const desk = this.desks.get(counter.number);
    if (!desk) throw new Error('no desk');
    return desk;
  }

  private id = (service: string): string => this.hall.services[service] ?? '';
  private code = (id: string): string => singles.find((code) => this.hall.services[code] === id) ?? id;

  /** What staff see must be what the model says. */
  compare(view: Hall): void {
    const of = (state: ModelState) => [...this.model.tickets.values()].filter((ticket) => ticket.state === state);
    const numbers = (list: readonly { number: string }[]) => list.map(({ number }) => number).sort();
    expect(numbers(view.waiting)).toEqual(numbers(of('waiting')));
    expect(numbers(view.held)).toEqual(numbers(of('held')));
    expect(numbers(view.absent)).toEqual(numbers(of('no_show').filter(({ reinstated }) => !reinstated)));
    for (const counter of this.model.counters.values()) {
      const shown = view.counters.find(({ number }) => number === counter.number);
      const ticket = counter.ticket === null ? undefined : this.model.ticket(counter.ticket);
      expect([counter.number, shown?.state, shown?.ticket?.number]).toEqual([
        counter.number,
        ticket?.state ?? counter.state,
        ticket?.number,
      ]);
    }
    for (const { id, steps, target } of of('waiting')) {
      const shown = view.waiting.find((one) => one.id === id);
      expect([this.code(shown?.serviceId ?? ''), shown?.targetCounter]).toEqual([steps[0], target]);
    }
  }
}

async function codeIn(send: () => Promise<unknown>): Promise<string> {
  try {
    await send();
    return 'done';
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
}

describe('random commands beside a model of the hall', () => {
  it.each(seeds)(
    'come to what the model says, and leave a history without a fault (MODEL_SEED=%s)',
    async (seed) => {
      const hall = await makeHall(server);
      const clerk = await hall.person();
      const desks = new Map(Object.keys(serving).map((number) => [number, deskAt(hall, number, clerk)]));
      const walk = new Walk(hall, desks, randomOf(seed));
      for (const desk of desks.values()) await desk.give('counterOpen');
      for (const counter of walk.model.counters.values()) counter.state = 'open';
      for (let step = 0; step < STEPS; step += 1) {
        await walk.step();
        if (step % 10 === 0) walk.compare(await hall.owner.call('hall', { params: { office: 'main' } }));
      }
      walk.compare(await hall.owner.call('hall', { params: { office: 'main' } }));
      expect(faultsOf(await readOffice(server.database.superUrl, hall.officeId))).toEqual([]);
      // A walk that is refused everything proves nothing.
      expect(walk.done).toBeGreaterThan(STEPS / 4);
      expect(walk.codes.get('callNext done') ?? 0).toBeGreaterThan(5);
    },
    120_000,
  );
});
