import type { Hall, HallCounter, PublicStatus } from '@sunbeon/contract';
import type { CounterConfig } from '../offices/offices.reader.ts';
import { iso } from '../platform/clock/clock.ts';
import type { CounterLive } from '../hall/hall-live.ts';
import type { StoredTicket } from '../hall/stored-ticket.ts';
import { presentHallTicket } from '../hall/ticket.presenter.ts';
import type { BoardFacts } from './board-facts.ts';
import { counterState, presentClock } from './board.presenter.ts';

const WAITING_SHOWN = 1_000;

/** The hall as staff see it: who waits, who is where, what may come back. */
export function presentHall(facts: BoardFacts, board: PublicStatus): Hall {
  const { config, live, tickets, now } = facts;
  const inState = (state: StoredTicket['state']) => tickets.filter((ticket) => ticket.state === state);
  const present = (ticket: StoredTicket) => presentHallTicket(config, ticket);
  const waiting = inState('waiting');
  return {
    revision: live.revision,
    at: iso(live.changedAt),
    clock: presentClock(facts),
    board,
    services: [...config.services.values()].map((service) => ({
      id: service.id,
      code: service.code,
      name: service.name,
      targetMinutes: service.targetMinutes,
      limitMinutes: service.limitMinutes,
      addOns: service.addOns.map(({ code, name }) => ({ code, name })),
      atKiosk: service.atKiosk,
    })),
    waiting: waiting.slice(0, WAITING_SHOWN).map(present),
    waitingTotal: waiting.length,
    held: inState('held').map(present),
    absent: inState('no_show')
      .filter((ticket) => mayComeBack(ticket, config.rules.reinstateWithinMinutes, now))
      .map(present),
    counters: config.counters.map((counter) => presentCounter(facts, counter)),
    policy: {
      callsBeforeNoShow: config.rules.minCallsBeforeNoShow,
      graceMinutes: config.rules.reinstateWithinMinutes,
      reinstateAfter: config.rules.reinstateAfter,
      undoSeconds: config.rules.undoWithinSeconds,
      priorities: config.priorities.map(({ code, name }) => ({ code, name })),
    },
    authority: config.authority,
  };
}

function mayComeBack(ticket: StoredTicket, graceMinutes: number, now: number): boolean {
  return ticket.reinstatedAt === null && ticket.endedAt !== null && now - ticket.endedAt <= graceMinutes * 60_000;
}

function presentCallBack({ at, by, seenAt }: NonNullable<CounterLive['callBack']>): HallCounter['callBack'] {
  return { at: iso(at), by, seenAt: iso(seenAt) };
}

function presentCounter(facts: BoardFacts, counter: CounterConfig): HallCounter {
  const live = facts.counters.find(({ counterId }) => counterId === counter.id);
  const ticket = live?.ticketId ? facts.tickets.find(({ id }) => id === live.ticketId) : undefined;
  const staffId = live?.staffId ?? null;
  return {
    id: counter.id,
    number: counter.number,
    name: counter.name.ko,
    state: counterState(live, ticket),
    since: iso(live?.since),
    paused: live?.state === 'paused',
    pausedUntil: iso(live?.pausedUntil),
    pauseReason: live?.pauseReason ?? null,
    staff: staffId === null ? null : { id: staffId, name: facts.staffNames.get(staffId) ?? '' },
    ticket: ticket ? presentHallTicket(facts.config, ticket) : null,
    serviceIds: [...counter.serviceIds],
    undo: live?.undo && live.undo.until > facts.now ? { move: live.undo.move, until: iso(live.undo.until) } : null,
    help: live?.help ? { kind: live.help.kind, at: iso(live.help.at) } : null,
    callBack: live?.callBack ? presentCallBack(live.callBack) : null,
  };
}
