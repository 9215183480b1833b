import { describe, expect, it } from '@jest/globals';
import {
  defaultTicketRules,
  issueTicket,
  moveCounter,
  moveTicket,
  ticketStates,
  type CounterAtMove,
  type Ticket,
  type TicketState,
} from '@sunbeon/domain';
import { at, counter, hall, now, ticket } from './spec-hall.ts';
import { mayBeCorrected, mayCall, mayComeNext, ownMoves, whatMayBeDone, type DeskAction } from './what-may-be-done.ts';

const me = { staffId: 'me', nowMs: now };
const rules = { ...defaultTicketRules, minCallsBeforeNoShow: 2 };
const atMove = (activeTicketId: string | null, state: CounterAtMove['state'] = 'open'): CounterAtMove => {
  return { id: 'counter-5', staffId: 'me', state, serviceIds: ['p'], activeTicketId };
};

/** A ticket of the domain in a state, at counter 5 where that state has one. */
function domainTicket(state: TicketState, callCount = 1): Ticket {
  const order = { id: 't1', officeId: 'o', seriesId: 's', businessOn: '2026-11-23', ordinal: 1, label: 't1' };
  const made = issueTicket({ ...order, serviceIds: ['p'], channel: 'kiosk' }, now - 600_000).ticket;
  return { ...made, state, callCount, counterId: 'counter-5', endedAt: now - 1_000 };
}

describe('whatMayBeDone, held against the domain’s table of moves', () => {
  const context = { now, rules, to: { serviceId: 'c' }, serviceId: 'c', priority: 'pregnant' };

  for (const state of ['called', 'serving'] as const) {
    for (const callCount of [1, 2]) {
      it(`offers for a ticket ${state} after ${callCount} call(s) exactly the moves that the domain makes`, () => {
        const own = ticket({ state, callCount, counter: '5', calledAt: at(1) });
        const may = whatMayBeDone(
          hall({ counters: [counter({ state, ticket: own })] }),
          counter({ state, ticket: own }),
          me,
        );
        for (const [action, move] of Object.entries(ownMoves)) {
          const moved = moveTicket(domainTicket(state, callCount), move, { ...context, counter: atMove('t1') });
          expect([action, may.has(action as DeskAction)]).toEqual([action, moved.ok]);
        }
      });
    }
  }

  for (const state of ['open', 'paused'] as const) {
    for (const busy of [true, false]) {
      it(`offers at a counter ${state}, ${busy ? 'with' : 'without'} a ticket, what the domain allows it`, () => {
        const own = busy ? ticket({ state: 'serving', number: 'own', counter: '5' }) : null;
        const desk = counter({
          state: own ? 'serving' : state,
          ticket: own,
          paused: state === 'paused',
        });
        const full = hall({ counters: [desk], waiting: [ticket()], held: [ticket({ number: 'h', state: 'held' })] });
        const may = whatMayBeDone(full, desk, me);
        const active = own && 'own';
        for (const move of ['pause', 'resume', 'close'] as const) {
          expect([move, may.has(move)]).toEqual([move, moveCounter(state, move, active).ok]);
        }
        const called = moveTicket(domainTicket('waiting'), 'call', { ...context, counter: atMove(active, state) });
        const taken = moveTicket(domainTicket('held'), 'take_up', { ...context, counter: atMove(active, state) });
        expect([may.has('callNext'), may.has('call')]).toEqual([called.ok, called.ok]);
        expect(may.has('takeUp')).toBe(taken.ok);
      });
    }
  }

  it('offers for a ticket of the list, by its state, exactly the corrections that the domain makes', () => {
    const moves = {
      priority: 'set_priority',
      addService: 'add_service',
      cancel: 'cancel',
      reinstate: 'reinstate',
    } as const;
    for (const state of ticketStates) {
      const may = mayBeCorrected(ticket({ state }));
      for (const [action, move] of Object.entries(moves)) {
        const moved = moveTicket(domainTicket(state), move, { ...context, line: [] });
        expect([state, action, may.has(action as keyof typeof moves)]).toEqual([state, action, moved.ok]);
      }
    }
  });

  it('offers no second return of an absent ticket, as the domain refuses it', () => {
    const again = { ...domainTicket('no_show'), reinstatedAt: now - 60_000 };
    expect(moveTicket(again, 'reinstate', { ...context, line: [] }).ok).toBe(false);
    expect(mayBeCorrected(ticket({ state: 'no_show', reinstated: true })).has('reinstate')).toBe(false);
  });
});

describe('whatMayBeDone', () => {
  const waiting = [ticket({ number: '214' })];

  it('offers a closed counter only to be opened', () => {
    const closed = counter({ state: 'closed', staff: null });
    expect([...whatMayBeDone(hall({ counters: [closed], waiting }), closed, me)]).toEqual(['open']);
  });

  it('offers somebody else’s counter only to be taken over', () => {
    const theirs = counter({ staff: { id: 'other', name: '이담당' } });
    expect([...whatMayBeDone(hall({ counters: [theirs], waiting }), theirs, me)]).toEqual(['takeOver']);
  });

  it('offers nothing where ticket hardware decides', () => {
    expect(whatMayBeDone(hall({ authority: 'hardware', waiting }), counter(), me).size).toBe(0);
  });

  it('offers no call when nobody waits for this counter', () => {
    const others = [ticket({ serviceId: 'c' })];
    const may = whatMayBeDone(hall({ waiting: others }), counter(), me);
    expect([may.has('callNext'), may.has('call')]).toEqual([false, false]);
  });

  it('offers a call when more wait than are told', () => {
    expect(whatMayBeDone(hall({ waitingTotal: 1_200 }), counter(), me).has('callNext')).toBe(true);
  });

  it('offers by hand, but not as next, a ticket kept for a colleague; one kept for this counter as both', () => {
    const kept = ticket({ targetCounter: '6' });
    expect([mayCall(counter(), kept), mayComeNext(counter(), kept)]).toEqual([true, false]);
    const mine = ticket({ serviceId: 'c', targetCounter: '5' });
    expect([mayCall(counter(), mine), mayComeNext(counter(), mine)]).toEqual([true, true]);
  });

  it('offers undo until its time is over', () => {
    const desk = counter({ undo: { move: 'complete', until: at(-1) } });
    expect(whatMayBeDone(hall(), desk, me).has('undo')).toBe(true);
    expect(whatMayBeDone(hall(), desk, { ...me, nowMs: now + 60_000 }).has('undo')).toBe(false);
  });

  it('offers no undo that would bring a second ticket to the counter, but one that frees it', () => {
    const own = ticket({ state: 'called', counter: '5' });
    const of = (move: string) => counter({ state: 'called', ticket: own, undo: { move, until: at(-1) } });
    expect(whatMayBeDone(hall(), of('complete'), me).has('undo')).toBe(false);
    expect(whatMayBeDone(hall(), of('call'), me).has('undo')).toBe(true);
    expect(whatMayBeDone(hall(), of('some_move_of_tomorrow'), me).has('undo')).toBe(true);
  });

  it('offers to answer a colleague’s call for help, also at a closed counter, never one’s own', () => {
    const calls = counter({ id: 'counter-6', number: '6', help: { kind: 'help', at: at(1) } });
    const closed = counter({ state: 'closed', staff: null });
    expect(whatMayBeDone(hall({ counters: [closed, calls] }), closed, me).has('answerHelp')).toBe(true);
    const own = counter({ help: { kind: 'help', at: at(1) } });
    const may = whatMayBeDone(hall({ counters: [own] }), own, me);
    expect([may.has('answerHelp'), may.has('help'), may.has('endHelp')]).toEqual([false, false, true]);
  });

  it('offers no further service when the ticket has them all', () => {
    const steps = [
      { serviceId: 'p', done: false },
      { serviceId: 'c', done: false },
    ];
    const desk = counter({ state: 'serving', ticket: ticket({ state: 'serving', steps }) });
    expect(whatMayBeDone(hall({ counters: [desk] }), desk, me).has('addService')).toBe(false);
  });
});
