import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { explainCalls, explainOrder, orderReasonCodes } from './explain.ts';
import { foldEvents } from './fold-events.ts';
import { issueTicket, moveTicket } from './move-ticket.ts';
import { defaultCallingPolicy, defaultTicketRules } from './policy.ts';
import { counterOf, minute, nineOClock, OfficeModel } from './spec-support.ts';
import type { LoggedEvent, PickReason, Ticket, TicketEvent } from './ticket.ts';

/** A small log written by hand. */
class Log {
  readonly events: LoggedEvent[] = [];
  readonly tickets = new Map<string, Ticket>();
  add(result: { ticket: Ticket; event: TicketEvent }): void {
    this.tickets.set(result.ticket.label, result.ticket);
    this.events.push({ ...result.event, seq: this.events.length + 1 });
  }
  issue(
    label: string,
    minutes: number,
    changes: { serviceId?: string; priority?: string; appointmentAt?: number } = {},
  ): void {
    const { serviceId = 'passport', ...rest } = changes;
    const at = nineOClock + minutes * minute;
    const fixed = { officeId: 'o', seriesId: 's', businessOn: '2026-11-23', channel: 'kiosk' as const };
    this.add(issueTicket({ ...fixed, id: label, ordinal: Number(label), label, serviceIds: [serviceId], ...rest }, at));
  }
  move(
    label: string,
    move: 'call' | 'complete' | 'postpone' | 'no_show' | 'reinstate',
    minutes: number,
    pick?: PickReason,
  ): void {
    const line = [...this.tickets.values()].filter(({ state }) => state === 'waiting').map(({ place }) => place);
    const context = {
      now: nineOClock + minutes * minute,
      rules: defaultTicketRules,
      counter: counterOf(),
      line,
      behind: 1,
      ...(pick ? { pick } : {}),
    };
    const moved = moveTicket(this.tickets.get(label) as Ticket, move, { ...context, policy: defaultCallingPolicy });
    if (!moved.ok) throw new Error(moved.code);
    this.add(moved);
  }
  why(a: string, b: string): string {
    const explanation = explainOrder(this.events, a, b);
    return explanation ? `${explanation.first}: ${explanation.reasons.map(({ code }) => code).join(' ')}` : 'nothing';
  }
}

describe('why was 214 before 211?', () => {
  it('joined earlier', () => {
    const log = new Log();
    log.issue('211', 0);
    log.issue('214', 1);
    log.move('211', 'call', 2, 'first_come');
    expect(log.why('214', '211')).toBe('211: a_joined_earlier');
    expect(explainOrder(log.events, '211', '214')?.reasons[0]?.values).toEqual({
      aJoinedAt: nineOClock,
      bJoinedAt: nineOClock + minute,
    });
  });

  it('priority, a number called by hand, not yet there, another counter’s service', () => {
    const log = new Log();
    log.issue('211', 0);
    log.issue('212', 0, { serviceId: 'permit' });
    log.issue('214', 1, { priority: 'age_75' });
    log.move('214', 'call', 2, 'priority');
    log.move('214', 'complete', 3);
    log.issue('215', 4);
    log.move('215', 'call', 5);
    expect(log.why('214', '211')).toBe('214: a_priority');
    expect(log.why('212', '214')).toBe('214: b_not_served_by_counter');
    expect(log.why('214', '215')).toBe('214: b_not_joined');
    expect(log.why('211', '215')).toBe('215: a_called_by_number');
  });

  it('the other one postponed, or came back', () => {
    const log = new Log();
    log.issue('211', 0);
    log.issue('212', 1);
    log.move('211', 'postpone', 2);
    log.move('212', 'call', 3, 'first_come');
    expect(log.why('212', '211')).toBe('212: b_postponed');
  });

  it('the other one was at a counter or gone at that moment', () => {
    const log = new Log();
    log.issue('211', 0);
    log.issue('212', 1);
    log.issue('213', 1);
    log.move('211', 'call', 3, 'first_come');
    log.move('211', 'no_show', 4);
    log.move('212', 'call', 5, 'first_come');
    expect(log.why('212', '211')).toBe('211: a_joined_earlier');
    expect(log.why('213', '999')).toBe('nothing');
  });

  it('gives no reason for an order that the rules do not give', () => {
    const log = new Log();
    log.issue('211', 0);
    log.issue('214', 1);
    for (const pick of [
      'first_come',
      'priority',
      'aged',
      'longest_wait',
      'targeted',
      'appointment',
      'regular_turn',
      'preference',
    ] as const) {
      const wrong = new Log();
      wrong.issue('211', 0);
      wrong.issue('214', 1);
      wrong.move('214', 'call', 2, pick);
      expect([pick, wrong.why('214', '211')]).toEqual([pick, '214: ']);
    }
  });

  it('explains every pair of calls of any random day, from the stored log alone and always the same', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom('first_come' as const, 'preference' as const), (seed, order) => {
        const { events } = new OfficeModel(seed, { order }).run(150);
        const labels = [...foldEvents(events).values()]
          .filter(({ id }) => events.some((e) => e.move === 'call' && e.ticketId === id))
          .map(({ label }) => label);
        for (const [index, a] of labels.entries()) {
          for (const b of labels.slice(index + 1)) {
            const explanations = explainCalls(events, a, b);
            expect(explanations.length).toBeGreaterThan(0);
            for (const explanation of explanations) {
              if (explanation.reasons.length === 0) throw new Error(`${a} and ${b}: ${JSON.stringify(explanation)}`);
              for (const { code } of explanation.reasons) seen.add(code);
            }
            expect(explainOrder(events, b, a)).toEqual(explanations[0]);
          }
        }
      }),
      { numRuns: 40, seed: 7 },
    );
    expect(orderReasonCodes.filter((code) => !seen.has(code))).toEqual([]);
  });
});
