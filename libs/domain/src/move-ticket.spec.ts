import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { issueTicket, lastUndoable, moveTicket, placeBehind, undoOf, type MoveContext } from './move-ticket.ts';
import { stepsOf } from './journey.ts';
import { defaultTicketRules } from './policy.ts';
import { counterOf, minute, nineOClock, ticketOf } from './spec-support.ts';
import type { Ticket, TicketEvent, TicketMove } from './ticket.ts';

const at = (minutes: number): number => nineOClock + minutes * minute;
const context = (minutes: number, more: Partial<MoveContext> = {}): MoveContext => ({
  now: at(minutes),
  rules: defaultTicketRules,
  counter: counterOf(),
  ...more,
});

function make(ticket: Ticket, move: TicketMove, given: MoveContext): { ticket: Ticket; event: TicketEvent } {
  const moved = moveTicket(ticket, move, given);
  if (!moved.ok) throw new Error(`${move}: ${moved.code}`);
  return moved;
}
const refusal = (ticket: Ticket, move: TicketMove, given: MoveContext): string | null => {
  const moved = moveTicket(ticket, move, given);
  return moved.ok ? null : moved.code;
};

const called = make(ticketOf(), 'call', context(10)).ticket;
const serving = make(called, 'start', context(11)).ticket;

describe('issuing', () => {
  it('logs the whole ticket, which stands in the line by its microsecond of joining', () => {
    const { ticket, event } = issueTicket(
      {
        id: 't1',
        officeId: 'o',
        seriesId: 's',
        businessOn: '2026-11-23',
        ordinal: 7,
        label: '107',
        serviceIds: ['marriage', 'move_in'],
        channel: 'kiosk',
      },
      nineOClock,
      { kind: 'device', id: 'k1' },
    );
    expect(ticket).toMatchObject({
      state: 'waiting',
      place: nineOClock * 1000,
      serviceId: 'marriage',
      stepIndex: 0,
      callCount: 0,
    });
    expect(ticket.steps).toEqual([
      { serviceId: 'marriage', done: false },
      { serviceId: 'move_in', done: false },
    ]);
    expect(event).toMatchObject({ type: 'ticket.issued', from: null, to: 'waiting', before: {}, after: ticket });
  });
});

describe('the counter', () => {
  it('must be named, free, open and the right one', () => {
    const waiting = ticketOf();
    expect(refusal(waiting, 'call', context(1, { counter: null }))).toBe('counter_required');
    expect(refusal(waiting, 'call', context(1, { counter: counterOf({ activeTicketId: 'other' }) }))).toBe(
      'counter_busy',
    );
    expect(refusal(waiting, 'call', context(1, { counter: counterOf({ state: 'closed' }) }))).toBe('counter_closed');
    expect(refusal(waiting, 'call', context(1, { counter: counterOf({ state: 'paused' }) }))).toBe('counter_paused');
    expect(refusal(called, 'start', context(11, { counter: counterOf({ id: 'c2' }) }))).toBe('not_this_counter');
    expect(
      refusal(serving, 'complete', context(12, { counter: counterOf({ state: 'paused', activeTicketId: called.id }) })),
    ).toBeNull();
  });

  it('calls by number only its own services, or what was sent to it', () => {
    const permit = ticketOf({ serviceId: 'permit' });
    expect(refusal(permit, 'call', context(1))).toBe('service_not_at_counter');
    expect(refusal({ ...permit, targetCounterId: 'c1' }, 'call', context(1))).toBeNull();
    expect(refusal({ ...permit, targetStaffId: 's1' }, 'call', context(1))).toBeNull();
  });

  it('writes into the call why and by which rules', () => {
    const { event } = make(ticketOf(), 'call', context(1, { pick: 'priority' }));
    expect(event.call).toMatchObject({
      reason: 'priority',
      serviceIds: ['passport'],
      staffId: 's1',
      policy: { order: 'first_come' },
    });
    expect(make(ticketOf(), 'call', context(1)).event.call?.reason).toBe('by_number');
  });
});

describe('calling', () => {
  it('keeps the first call of a calling and counts recalls', () => {
    const { ticket } = make(called, 'recall', context(12));
    expect(ticket).toMatchObject({ calledAt: at(10), lastCalledAt: at(12), callCount: 2 });
  });

  it('puts back to the old place with the counts of the calling gone', () => {
    const { ticket } = make(called, 'put_back', context(12));
    expect(ticket).toMatchObject({
      place: called.place,
      joinedAt: called.joinedAt,
      calledAt: null,
      callCount: 0,
      counterId: null,
    });
  });

  it('marks a no-show only after the least number of calls, except at the end of the day', () => {
    const rules = { ...defaultTicketRules, minCallsBeforeNoShow: 2 };
    expect(refusal(called, 'no_show', context(12, { rules }))).toBe('too_few_calls');
    expect(refusal(make(called, 'recall', context(11)).ticket, 'no_show', context(12, { rules }))).toBeNull();
    expect(refusal(called, 'no_show', context(12, { rules, counter: null, reason: 'day_end' }))).toBeNull();
  });
});

describe('transfer', () => {
  it('keeps number, time of joining and place, and goes to a service, a counter or a person', () => {
    const { ticket } = make(serving, 'transfer', context(15, { to: { serviceId: 'family', staffId: 's7' } }));
    expect(ticket).toMatchObject({
      state: 'waiting',
      serviceId: 'family',
      label: serving.label,
      joinedAt: serving.joinedAt,
    });
    expect(ticket).toMatchObject({ place: serving.place, targetStaffId: 's7', counterId: null, startedAt: null });
    expect(ticket.steps).toEqual([{ serviceId: 'family', done: false }]);
  });

  it('to a bundle takes all of its steps, none twice, and undo takes all of them back', () => {
    const to = { serviceId: 'family', furtherIds: ['move'] };
    const { ticket, event } = make(serving, 'transfer', context(15, { to }));
    expect(ticket.steps).toEqual(stepsOf(['family', 'move']));
    expect(make(ticket, 'undo_transfer', context(15, { undo: event })).ticket).toEqual(serving);
    expect(refusal(serving, 'transfer', context(15, { to: { serviceId: 'family', furtherIds: ['family'] } }))).toBe(
      'service_already_there',
    );
  });

  it('must lead somewhere', () => {
    expect(refusal(serving, 'transfer', context(15, { to: { serviceId: 'passport' } }))).toBe('transfer_nowhere');
    expect(refusal(serving, 'transfer', context(15))).toBe('transfer_nowhere');
  });
});

describe('a no-show comes back', () => {
  const gone = make(called, 'no_show', context(12)).ticket;
  const line = [1, 2, 3, 4].map((n) => at(n) * 1000);

  it('behind the next three of its service', () => {
    const { ticket } = make(gone, 'reinstate', context(20, { line }));
    expect(ticket.place).toBe(at(3) * 1000 + 1);
    expect(ticket).toMatchObject({
      state: 'waiting',
      joinedAt: gone.joinedAt,
      reinstatedAt: at(20),
      callCount: 0,
      endedAt: null,
    });
  });

  it('once, and within the grace time to the minute', () => {
    expect(refusal({ ...gone, reinstatedAt: at(13) }, 'reinstate', context(20))).toBe('already_reinstated');
    expect(refusal(gone, 'reinstate', context(42))).toBeNull();
    expect(refusal(gone, 'reinstate', { ...context(42), now: at(42) + 1 })).toBe('too_late');
  });

  it('stands at the end when nobody waits', () => {
    expect(make(gone, 'reinstate', context(20)).ticket.place).toBe(at(20) * 1000);
  });
});

describe('postponing', () => {
  const line = [0, 1, 2, 3].map((n) => at(n) * 1000);

  it('lets the next n pass, counted from the own place', () => {
    expect(make(ticketOf(), 'postpone', context(5, { line, behind: 2 })).ticket.place).toBe(at(2) * 1000 + 1);
    expect(make(ticketOf(), 'postpone', context(5, { line, behind: 99 })).ticket.place).toBe(at(3) * 1000 + 1);
    expect(make(ticketOf(), 'postpone', context(5, { line: [] })).ticket.place).toBe(ticketOf().place);
  });

  it('has a limit', () => {
    expect(refusal(ticketOf({ postponeCount: 3 }), 'postpone', context(5, { line }))).toBe('postpone_limit');
  });
});

describe('placeBehind', () => {
  it('always has exactly the next n (or all) of the line in front, and is nobody else’s place', () => {
    const places = fc.uniqueArray(
      fc.integer({ min: 1, max: 50 }).map((ms) => ms * 1000),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 5 }), (joined, n, squeezed) => {
        let line = joined;
        for (let i = 0; i < squeezed; i += 1) line = [...line, placeBehind(line, n) ?? 0];
        const place = placeBehind(joined, n) ?? 0;
        expect(joined.filter((other) => other < place)).toHaveLength(Math.min(n, joined.length));
        const last = placeBehind(line, n) ?? 0;
        expect(line).not.toContain(last);
        expect(line.filter((other) => other < last).length).toBeGreaterThanOrEqual(Math.min(n, line.length));
      }),
    );
  });
});

describe('a journey', () => {
  const two = { ...serving, steps: [...serving.steps, { serviceId: 'family', done: false }] };

  it('goes on to its next step with the same number; the new wait begins now, the visit began with the number', () => {
    const { ticket, event } = make(two, 'complete', context(30));
    expect(event).toMatchObject({ move: 'next_step', type: 'ticket.step_completed', to: 'waiting' });
    expect(ticket).toMatchObject({
      serviceId: 'family',
      stepIndex: 1,
      joinedAt: at(30),
      firstJoinedAt: at(0),
      place: at(0) * 1000,
    });
    expect(ticket.steps[0]?.done).toBe(true);
    expect(ticket.counterId).toBeNull();
  });

  it('has no next step when none is left', () => {
    expect(refusal(serving, 'next_step', context(30))).toBe('move_not_allowed');
  });

  it('stands at the end of the line where the office wants that', () => {
    const rules = { ...defaultTicketRules, nextStepPlace: 'end' as const };
    expect(make(two, 'complete', context(30, { rules })).ticket.place).toBe(at(30) * 1000);
  });

  it('ends with its last step', () => {
    const second = make(two, 'complete', context(30)).ticket;
    const family = counterOf({ serviceIds: ['family'] });
    const done = make(
      make(second, 'call', context(31, { counter: family })).ticket,
      'complete',
      context(33, { outcome: 'done' }),
    ).ticket;
    expect(done).toMatchObject({ state: 'completed', outcome: 'done', endedAt: at(33) });
    expect(done.steps.every((step) => step.done)).toBe(true);
  });

  it('takes a further service once', () => {
    const { ticket } = make(serving, 'add_service', context(12, { serviceId: 'family' }));
    expect(ticket.steps.map(({ serviceId }) => serviceId)).toEqual(['passport', 'family']);
    expect(refusal(ticket, 'add_service', context(12, { serviceId: 'family' }))).toBe('service_already_there');
    const addOn = make(serving, 'add_service', context(12, { addOn: 'driving_permit' })).ticket;
    expect(addOn.addOns).toEqual(['driving_permit']);
    expect(refusal(addOn, 'add_service', context(12, { addOn: 'driving_permit' }))).toBe('service_already_there');
  });
});

describe('priority', () => {
  it('takes known codes only, and can be taken away', () => {
    expect(refusal(ticketOf(), 'set_priority', context(1, { priority: 'vip' }))).toBe('unknown_priority');
    const marked = make(ticketOf(), 'set_priority', context(1, { priority: 'pregnant' })).ticket;
    expect(marked.priority).toBe('pregnant');
    expect(make(marked, 'set_priority', context(1, { priority: null })).ticket.priority).toBeNull();
  });
});

describe('a correction', () => {
  const done = make(serving, 'complete', context(20, { outcome: 'issued' })).ticket;

  it('puts somebody who was completed by mistake back where they stood', () => {
    const back = make(done, 'correct_to_waiting', context(22)).ticket;
    const { place, joinedAt, steps } = ticketOf();
    expect(back).toMatchObject({
      state: 'waiting',
      place,
      joinedAt,
      steps,
      counterId: null,
      calledAt: null,
      endedAt: null,
    });
    expect(back.outcome).toBeNull();
  });

  it('of what was recorded changes service and outcome, and keeps what is not named', () => {
    const other = make(done, 'correct', context(30, { serviceId: 'family' })).ticket;
    expect(other).toMatchObject({ state: 'completed', serviceId: 'family', outcome: 'issued', endedAt: done.endedAt });
    expect(other.steps).toEqual([{ serviceId: 'family', done: true }]);
    expect(make(done, 'correct', context(30, { outcome: null })).ticket.outcome).toBeNull();
    expect(refusal(done, 'correct', context(30, { serviceId: done.serviceId }))).toBe('transfer_nowhere');
    expect(refusal(done, 'correct', context(30))).toBe('transfer_nowhere');
  });

  it('makes an absence of a completion and a completion of an absence, over when it was over', () => {
    const absent = make(done, 'correct_to_no_show', context(30)).ticket;
    expect(absent).toMatchObject({ state: 'no_show', endedAt: done.endedAt, outcome: null });
    expect(make(absent, 'correct_to_completed', context(31, { outcome: 'issued' })).ticket).toEqual(done);
  });

  it('neither completes a visit with services left nor names one of these twice', () => {
    const both = make(ticketOf(), 'add_service', context(1, { serviceId: 'family' })).ticket;
    const gone = make(both, 'cancel', context(2)).ticket;
    expect(refusal(gone, 'correct_to_completed', context(3))).toBe('move_not_allowed');
    expect(refusal(both, 'correct', context(3, { serviceId: 'family' }))).toBe('service_already_there');
  });
});

describe('undo', () => {
  it('of a call gives back place, calls and time, also after a recall', () => {
    const before = ticketOf({ place: 12_345 });
    const call = make(before, 'call', context(10));
    const recalled = make(call.ticket, 'recall', context(11));
    expect(lastUndoable([call.event, recalled.event])).toBe(call.event);
    expect(make(recalled.ticket, 'undo_call', context(11, { undo: call.event })).ticket).toEqual(before);
  });

  it('of a completion serves again, if the counter is free', () => {
    const done = make(serving, 'complete', context(20));
    const undo = { undo: done.event };
    expect(make(done.ticket, 'undo_complete', context(21, undo)).ticket).toEqual(serving);
    expect(
      refusal(done.ticket, 'undo_complete', context(21, { ...undo, counter: counterOf({ activeTicketId: 'x' }) })),
    ).toBe('counter_busy');
    expect(refusal(done.ticket, 'undo_complete', context(21, { ...undo, counter: counterOf({ id: 'c9' }) }))).toBe(
      'not_this_counter',
    );
  });

  it('of a cancellation of somebody called needs that counter again', () => {
    const cancelled = make(called, 'cancel', context(12, { counter: null }));
    const undo = { undo: cancelled.event };
    expect(refusal(cancelled.ticket, 'undo_cancel', context(13, { ...undo, counter: null }))).toBe('counter_required');
    expect(
      refusal(cancelled.ticket, 'undo_cancel', context(13, { ...undo, counter: counterOf({ state: 'closed' }) })),
    ).toBe('counter_closed');
    expect(make(cancelled.ticket, 'undo_cancel', context(13, undo)).ticket).toEqual(called);
  });

  it('is refused without its event, too late, or when something else happened since', () => {
    const back = make(called, 'put_back', context(12));
    expect(refusal(back.ticket, 'undo_put_back', context(13))).toBe('nothing_to_undo');
    expect(refusal(back.ticket, 'undo_put_back', context(13, { undo: { ...back.event, ticketId: 'x' } }))).toBe(
      'nothing_to_undo',
    );
    expect(refusal(back.ticket, 'undo_put_back', { ...context(15, { undo: back.event }), now: at(15) + 1 })).toBe(
      'too_late',
    );
    expect(refusal({ ...back.ticket, counterId: 'c4' }, 'undo_put_back', context(14, { undo: back.event }))).toBe(
      'undo_overtaken',
    );
    const again = make(back.ticket, 'call', context(13));
    const sent = make(again.ticket, 'transfer', context(13, { to: { counterId: 'c2' } }));
    expect(lastUndoable([back.event, again.event, sent.event])).toBe(sent.event);
  });

  it('exists for moves that change the state and not for undos', () => {
    expect(undoOf('call')).toBe('undo_call');
    expect(undoOf('recall')).toBeNull();
    expect(undoOf('undo_call')).toBeNull();
    expect(lastUndoable([])).toBeNull();
  });
});
