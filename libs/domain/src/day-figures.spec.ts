import { describe, expect, it } from '@jest/globals';
import { figuresOf, legsOf, type HourFigure } from './day-figures.ts';
import type { Ticket, TicketEvent, TicketEventType } from './ticket.ts';

const zone = 'Asia/Seoul';
const at = (time: string) => Date.parse(`2026-11-23T${time}+09:00`);
const limits = new Map([['passport', 10]]);

let clock = 0;
/** An event of ticket `id`, with the fields of the ticket that it changed. */
function event(type: TicketEventType, time: string, after: Partial<Ticket>, id = 'a'): TicketEvent {
  clock = at(time);
  const common = { ticketId: id, officeId: 'o', businessOn: '2026-11-23', actor: null, counterId: null, from: null };
  const rest = { move: 'issue', to: 'waiting', before: {}, call: null, reason: null } as const;
  return { type, at: clock, ...common, ...rest, after: { id, ...after } };
}
const issued = (time: string, id = 'a', extra: Partial<Ticket> = {}) =>
  event(
    'ticket.issued',
    time,
    {
      serviceId: 'passport',
      state: 'waiting',
      joinedAt: at(time),
      priority: null,
      calledAt: null,
      startedAt: null,
      endedAt: null,
      ...extra,
    },
    id,
  );
const called = (time: string, id = 'a') => event('ticket.called', time, { state: 'called', calledAt: at(time) }, id);
const started = (time: string, id = 'a') =>
  event('ticket.started', time, { state: 'serving', startedAt: at(time) }, id);
const done = (time: string, id = 'a') => event('ticket.completed', time, { state: 'completed', endedAt: at(time) }, id);
const figures = (...events: TicketEvent[]): HourFigure[] => figuresOf(legsOf(events), zone, limits);

describe('figures of a day', () => {
  it('count a visit in the hour in which it joined, with wait and time at the counter', () => {
    expect(figures(issued('09:55:00'), called('10:04:00'), started('10:05:00'), done('10:10:30'))).toEqual([
      {
        serviceId: 'passport',
        hour: 9,
        issued: 1,
        priority: 0,
        night: 0,
        served: 1,
        noShow: 0,
        cancelled: 0,
        expired: 0,
        waits: 1,
        waitSeconds: 540,
        waitMedianSeconds: 540,
        waitP90Seconds: 540,
        withinLimit: 1,
        limitMinutes: 10,
        services: 1,
        serviceSeconds: 330,
      },
    ]);
  });

  it('know how waits end, the limit, the evening and the priority', () => {
    const [morning, evening] = figures(
      issued('09:00:00', 'a'),
      issued('09:01:00', 'b', { priority: 'age_75' }),
      called('09:20:00', 'a'),
      event('ticket.no_show_marked', '09:25:00', { state: 'no_show' }, 'a'),
      event('ticket.cancelled', '09:30:00', { state: 'cancelled' }, 'b'),
      issued('18:30:00', 'c'),
      event('ticket.expired', '21:00:00', { state: 'expired' }, 'c'),
    );
    expect(morning).toMatchObject({
      issued: 2,
      priority: 1,
      noShow: 1,
      cancelled: 1,
      waits: 1,
      withinLimit: 0,
      services: 0,
    });
    expect(evening).toMatchObject({ hour: 18, issued: 1, night: 1, expired: 1, waits: 0, waitMedianSeconds: null });
  });

  it('give a step of a journey its own wait, and a transfer none', () => {
    const step = event('ticket.step_completed', '09:20:00', {
      state: 'waiting',
      serviceId: 'family',
      joinedAt: at('09:20:00'),
      calledAt: null,
      startedAt: null,
    });
    const transfer = event('ticket.transferred', '09:40:00', {
      state: 'waiting',
      serviceId: 'passport',
      calledAt: null,
      startedAt: null,
    });
    const all = figures(
      issued('09:00:00'),
      called('09:05:00'),
      started('09:05:00'),
      step,
      called('09:30:00'),
      transfer,
      called('09:50:00'),
      done('10:00:00'),
    );
    expect(all.find(({ serviceId }) => serviceId === 'family')).toMatchObject({
      issued: 0,
      waits: 1,
      waitSeconds: 600,
      served: 0,
      services: 0,
    });
    // Drawn once, served twice: at the first step, and after the transfer, of which the wait does not count.
    expect(all.filter(({ serviceId }) => serviceId === 'passport')).toMatchObject([
      { issued: 1, waits: 1, waitSeconds: 300, served: 2, serviceSeconds: 900 + 600 },
    ]);
  });

  it('forget what was undone', () => {
    const plain = figures(issued('09:00:00'), called('09:05:00'), done('09:10:00'));
    const undone = figures(
      issued('09:00:00'),
      called('09:01:00'),
      event('ticket.call_undone', '09:02:00', { state: 'waiting', calledAt: null }),
      called('09:05:00'),
      event('ticket.transferred', '09:06:00', { state: 'waiting', serviceId: 'family', calledAt: null }),
      event('ticket.transfer_undone', '09:07:00', { state: 'called', serviceId: 'passport', calledAt: at('09:05:00') }),
      done('09:10:00'),
    );
    expect(undone).toEqual(plain);
  });

  it('rank waits by nearest rank', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((minutes) => {
      const id = `t${minutes}`;
      return [issued('09:00:00', id), called(`09:${String(minutes).padStart(2, '0')}:00`, id)];
    });
    expect(figures(...waits)[0]).toMatchObject({ waitMedianSeconds: 300, waitP90Seconds: 540, waitSeconds: 3300 });
  });
});
