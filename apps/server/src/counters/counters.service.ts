import { Injectable } from '@nestjs/common';
import {
  moveCounter,
  moveRow,
  undoOf,
  type CounterMove,
  type Actor,
  type MoveContext,
  type TicketEvent,
  type TicketMove,
} from '@sunbeon/domain';
import type { CounterAnswer } from '@sunbeon/contract';
import type { TenantScope, Transaction } from '../platform/database/database.ts';
import type { IdempotentRequest } from '../platform/http/idempotency.ts';
import { refuse } from '../platform/http/problem.ts';
import type { HallDraft } from '../hall/hall-draft.ts';
import { HallCommands } from '../hall/hall.commands.ts';
import { pauseForLunch } from '../hall/lunch.ts';
import type { StoredTicket } from '../hall/stored-ticket.ts';
import { presentHallTicket } from '../hall/ticket.presenter.ts';
import { stepIdsOf } from '../hall/steps.ts';
import { EventsReader } from '../hall/events.reader.ts';

/** Who gives a command at which counter, and the key under which it may be sent again. */
export interface CounterCommand {
  readonly scope: TenantScope;
  readonly staffId: string;
  readonly counterId: string;
  /** Offices the person works for; empty = all of the tenant. */
  readonly officeIds: readonly string[];
  readonly idempotent: IdempotentRequest | undefined;
}

/** What a command does on the draft; the ticket concerned, if any. */
type Work = (hall: HallDraft, tx: Transaction) => Promise<StoredTicket | null> | StoredTicket | null;

/** Everything that staff do at a counter (창구). Each method is one transaction under the office's lock. */
@Injectable()
export class CountersService {
  constructor(
    private readonly commands: HallCommands,
    private readonly events: EventsReader,
  ) {}

  /** Opens a counter for a person. One who takes over a counter does so on purpose. */
  open(command: CounterCommand, takeOver: boolean): Promise<CounterAnswer> {
    return this.run(command, (hall) => {
      const { state, staffId } = hall.counter(command.counterId);
      if (state === 'closed') {
        hall.openCounter(command.counterId, command.staffId);
      } else if (staffId === command.staffId) {
        refuse('counter_open');
      } else {
        if (!takeOver) refuse('counter_taken');
        hall.takeOverCounter(command.counterId, command.staffId);
      }
      return hall.ticketAt(command.counterId) ?? null;
    });
  }

  pause(command: CounterCommand, reason: string | null, until: number | null): Promise<CounterAnswer> {
    return this.atOwn(command, (hall) => {
      checkMove(hall, command.counterId, 'pause');
      hall.pauseCounter(command.counterId, reason, until);
      return hall.ticketAt(command.counterId) ?? null;
    });
  }

  resume(command: CounterCommand): Promise<CounterAnswer> {
    return this.atOwn(command, (hall) => {
      checkMove(hall, command.counterId, 'resume');
      hall.resumeCounter(command.counterId);
      return hall.ticketAt(command.counterId) ?? null;
    });
  }

  close(command: CounterCommand): Promise<CounterAnswer> {
    return this.atOwn(command, (hall) => {
      checkMove(hall, command.counterId, 'close');
      hall.closeCounter(command.counterId);
      return null;
    });
  }

  /** Calls whom the rules give to this counter. Undefined when nobody waits whom it serves. */
  async callNext(command: CounterCommand): Promise<CounterAnswer | undefined> {
    return this.commands.run(
      command.scope,
      actorOf(command),
      target(command),
      { idempotent: command.idempotent },
      (hall) => {
        this.check(hall, command);
        refuseUnlessFree(hall, command.counterId);
        const pick = hall.pickFor(command.counterId);
        if (!pick) return undefined;
        const ticket = this.callTicket(hall, command.counterId, pick.ticketId, { pick: pick.reason });
        hall.usedTurn(pick);
        return answer(hall, ticket);
      },
    );
  }

  /** Calls a certain ticket, out of order. */
  call(command: CounterCommand, ticketId: string): Promise<CounterAnswer> {
    return this.atOwn(command, async (hall, tx) => {
      refuseUnlessFree(hall, command.counterId);
      await this.commands.admit(tx, hall, ticketId);
      return this.callTicket(hall, command.counterId, ticketId, {});
    });
  }

  recall(command: CounterCommand): Promise<CounterAnswer> {
    return this.atOwn(command, (hall) => {
      const ticket = this.moveOwn(hall, command, 'recall');
      const label = hall.counterConfig(command.counterId).number;
      hall.announce(ticket, label, true);
      return ticket;
    });
  }

  start(command: CounterCommand): Promise<CounterAnswer> {
    return this.atOwn(command, (hall) => this.moveOwn(hall, command, 'start'));
  }

  complete(command: CounterCommand, outcome: string | null, note?: string): Promise<CounterAnswer> {
    return this.atOwn(command, (hall) => this.moveOwn(hall, command, 'complete', { outcome }, note));
  }

  noShow(command: CounterCommand): Promise<CounterAnswer> {
    return this.atOwn(command, (hall) => this.moveOwn(hall, command, 'no_show'));
  }

  putBack(command: CounterCommand): Promise<CounterAnswer> {
    return this.atOwn(command, (hall) => this.moveOwn(hall, command, 'put_back'));
  }

  hold(command: CounterCommand, reason: string | null): Promise<CounterAnswer> {
    return this.atOwn(command, (hall) => this.moveOwn(hall, command, 'hold', { reason }));
  }

  /** Takes up a held ticket; it is served on at once. */
  takeUp(command: CounterCommand, ticketId: string): Promise<CounterAnswer> {
    return this.atOwn(command, async (hall, tx) => {
      refuseUnlessFree(hall, command.counterId);
      await this.commands.admit(tx, hall, ticketId);
      return this.take(hall, command.counterId, ticketId, 'take_up', {});
    });
  }

  transfer(
    command: CounterCommand,
    to: { serviceId?: string | undefined; counterId?: string | undefined },
    note?: string,
  ): Promise<CounterAnswer> {
    return this.atOwn(command, (hall) => {
      const [serviceId, ...furtherIds] = stepsTo(hall, to.serviceId);
      if (to.counterId !== undefined) hall.counterConfig(to.counterId);
      const target = { ...(serviceId ? { serviceId } : {}), furtherIds, counterId: to.counterId ?? null };
      return this.moveOwn(hall, command, 'transfer', { to: target }, note);
    });
  }

  /** Takes back the last move made at this counter, where it is still true. */
  undo(command: CounterCommand): Promise<CounterAnswer> {
    return this.commands.run(
      command.scope,
      actorOf(command),
      target(command),
      { idempotent: command.idempotent },
      async (hall, tx) => {
        this.check(hall, command);
        const last = hall.counter(command.counterId).undo ?? refuse('nothing_to_undo');
        await this.commands.admit(tx, hall, last.ticketId);
        const event =
          (await this.events.event(tx, hall.ticket(last.ticketId).businessOn, last.eventId)) ??
          refuse('nothing_to_undo');
        return answer(hall, this.takeBack(hall, command.counterId, event));
      },
    );
  }

  /** Calls a colleague, silently; `answer` says that somebody is on the way. */
  help(command: CounterCommand, kind: 'help' | 'emergency' | 'answer'): Promise<CounterAnswer> {
    return this.run(command, (hall) => {
      const help = kind === 'answer' ? null : { kind, at: hall.now };
      hall.setCounter(command.counterId, { help });
      hall.log(kind === 'answer' ? 'counter.help_answered' : 'counter.help_called', {
        counterId: command.counterId,
        data: { kind },
      });
      return hall.ticketAt(command.counterId) ?? null;
    });
  }

  /** Asks who is on a break to come back (복귀 요청). @param by name of who asks; null = takes it back */
  callBack(command: CounterCommand, by: string | null): Promise<CounterAnswer> {
    const { counterId } = command;
    return this.run(command, (hall) => {
      if (hall.counter(counterId).state !== 'paused') refuse('counter_working');
      hall.setCounter(counterId, { callBack: by === null ? null : { at: hall.now, by, seenAt: null } });
      hall.log(by === null ? 'counter.call_back_withdrawn' : 'counter.called_back', { counterId });
      return hall.ticketAt(counterId) ?? null;
    });
  }

  /** The person says that they read it; coming back is a command of its own. */
  callBackSeen(command: CounterCommand): Promise<CounterAnswer> {
    const { counterId } = command;
    return this.atOwn(command, (hall) => {
      const callBack = hall.counter(counterId).callBack ?? refuse('call_back_missing');
      if (callBack.seenAt === null) {
        hall.setCounter(counterId, { callBack: { ...callBack, seenAt: hall.now } });
        hall.log('counter.call_back_seen', { counterId });
      }
      return hall.ticketAt(counterId) ?? null;
    });
  }

  private takeBack(hall: HallDraft, counterId: string, event: TicketEvent): StoredTicket {
    const move = undoOf(event.move) ?? refuse('nothing_to_undo');
    const ticket = hall.move(event.ticketId, move, { counter: hall.counterAtMove(counterId), undo: event });
    const active = ticket.state === 'called' || ticket.state === 'serving';
    hall.setCounter(counterId, { ticketId: active ? ticket.id : null, undo: null });
    return ticket;
  }

  private callTicket(
    hall: HallDraft,
    counterId: string,
    ticketId: string,
    context: Partial<MoveContext>,
  ): StoredTicket {
    const ticket = this.take(hall, counterId, ticketId, 'call', context);
    const label = hall.counterConfig(counterId).number;
    hall.setLastCalled(ticket.serviceId, ticket.label, label, hall.now);
    hall.announce(ticket, label, false);
    return ticket;
  }

  /** A move by which the counter gets a ticket. */
  private take(
    hall: HallDraft,
    counterId: string,
    ticketId: string,
    move: TicketMove,
    context: Partial<MoveContext>,
  ): StoredTicket {
    const ticket = hall.move(ticketId, move, { ...context, counter: hall.counterAtMove(counterId) });
    hall.setCounter(counterId, { ticketId: ticket.id, undo: hall.undoable(ticket.id, move) });
    return ticket;
  }

  /** A move of the ticket that the counter has. */
  private moveOwn(
    hall: HallDraft,
    { counterId }: CounterCommand,
    move: TicketMove,
    context: Partial<MoveContext> = {},
    note?: string,
  ): StoredTicket {
    const own = hall.counter(counterId).ticketId ?? refuse('counter_idle');
    const ticket = hall.move(own, move, { ...context, counter: hall.counterAtMove(counterId) }, note);
    const frees = moveRow(move).counter === 'frees';
    // A recall is not undone, and it does not stand in the way of undoing the call.
    const undo = move === 'recall' ? hall.counter(counterId).undo : hall.undoable(ticket.id, move);
    hall.setCounter(counterId, { ticketId: frees ? null : ticket.id, undo });
    if (frees) pauseForLunch(hall, counterId);
    return ticket;
  }

  private atOwn(command: CounterCommand, work: Work): Promise<CounterAnswer> {
    return this.run(command, (hall, tx) => {
      this.checkOwn(hall, command);
      return work(hall, tx);
    });
  }

  private run(command: CounterCommand, work: Work): Promise<CounterAnswer> {
    const { scope, idempotent } = command;
    return this.commands.run(scope, actorOf(command), target(command), { idempotent }, async (hall, tx) => {
      this.checkOffice(hall, command);
      const own = hall.counter(command.counterId).ticketId;
      if (own !== null) await this.commands.admit(tx, hall, own);
      return answer(hall, await work(hall, tx));
    });
  }

  private check(hall: HallDraft, command: CounterCommand): void {
    this.checkOffice(hall, command);
    this.checkOwn(hall, command);
  }

  private checkOffice(hall: HallDraft, { officeIds }: CounterCommand): void {
    if (officeIds.length > 0 && !officeIds.includes(hall.config.id)) refuse('not_found');
    hall.refuseOnHardware();
  }

  /** Only the person who opened the counter works there; others take it over first. */
  private checkOwn(hall: HallDraft, { counterId, staffId }: CounterCommand): void {
    const counter = hall.counter(counterId);
    if (counter.state === 'closed') refuse('counter_closed');
    if (counter.staffId !== staffId) refuse('counter_taken');
  }
}

function checkMove(hall: HallDraft, counterId: string, move: CounterMove): void {
  const { state, ticketId } = hall.counter(counterId);
  const result = moveCounter(state, move, ticketId);
  if (!result.ok) refuse(result.code);
}

function refuseUnlessFree(hall: HallDraft, counterId: string): void {
  const { state, ticketId } = hall.counter(counterId);
  if (state === 'paused') refuse('counter_paused');
  if (ticketId !== null) refuse('counter_busy');
}

/** Where a transfer leads: the steps of a bundle, the service itself, or nowhere else. */
function stepsTo(hall: HallDraft, serviceId: string | undefined): readonly string[] {
  if (serviceId === undefined) return [];
  return stepIdsOf(hall.config.services.get(serviceId) ?? refuse('service_unknown'));
}

function answer(hall: HallDraft, ticket: StoredTicket | null): CounterAnswer {
  return { ticket: ticket && presentHallTicket(hall.config, ticket), revision: hall.live.revision + 1 };
}

const actorOf = ({ staffId }: CounterCommand): Actor => ({ kind: 'staff', id: staffId });
const target = ({ counterId }: CounterCommand) => ({ counterId });
