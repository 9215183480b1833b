import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf } from './business-day.ts';
import type { OfficeCalendar } from './calendar.ts';
import {
  moveTenant,
  restsAt,
  statusMeanings,
  tenantDue,
  tenantMoves,
  tenantStatuses,
  trialReminderDue,
  type TenantLife,
  type TenantMove,
  type TenantStatus,
} from './tenant-status.ts';

const zone = 'Asia/Seoul';
const at = (time: string, on = '2026-11-23') => instantOf(on, time, zone);
const DAY = 86_400_000;

/** The whole table once more, by hand: `>` = after the halls' day, `=` = only under a condition of its own. */
const expected: Record<TenantMove, Record<TenantStatus, string>> = {
  approve: { pending: 'trial', trial: '', active: '', suspended: '', closed: '' },
  refuse: { pending: 'closed', trial: '', active: '', suspended: '', closed: '' },
  activate: { pending: '', trial: 'active', active: '', suspended: 'active', closed: '' },
  suspend: { pending: '', trial: '> suspended', active: '> suspended', suspended: '', closed: '' },
  resume: { pending: '', trial: '', active: '', suspended: 'trial', closed: '' },
  close: { pending: 'closed', trial: '> closed', active: '> closed', suspended: 'closed', closed: '' },
  extend: { pending: '', trial: 'trial', active: '', suspended: 'trial', closed: '' },
  end_trial: { pending: '', trial: '', active: '', suspended: '', closed: '' },
};

const noon = at('12:00');
const lifeOf = (status: TenantStatus, life: Partial<TenantLife> = {}): TenantLife => ({
  status,
  trialEndsAt: status === 'trial' || status === 'suspended' ? noon + 5 * DAY : null,
  next: null,
  ...life,
});
const context = { now: noon, restsAt: at('04:00', '2026-11-24'), days: 30 };

describe('the table of moves of a tenant', () => {
  const cases = tenantMoves.flatMap((move) => tenantStatuses.map((status) => ({ move, status })));

  it.each(cases)('$move of a tenant that is $status', ({ move, status }) => {
    const after = moveTenant(lifeOf(status), move, context);
    const told = after === undefined ? '' : after.next ? `> ${after.next.status}` : after.status;
    expect(told).toBe(expected[move][status]);
    if (after?.next) expect(after).toMatchObject({ status, next: { at: context.restsAt } });
  });

  it('nothing waits when no hall works, or when closing is told to be at once', () => {
    const resting = { ...context, restsAt: noon };
    expect(moveTenant(lifeOf('active'), 'suspend', resting)).toMatchObject({ status: 'suspended', next: null });
    expect(moveTenant(lifeOf('active'), 'close', { ...context, immediately: true })?.status).toBe('closed');
  });

  it('a change that waits takes effect at its time and not before', () => {
    const life = moveTenant(lifeOf('active'), 'suspend', context) as TenantLife;
    expect(tenantDue(life, context.restsAt - 1)).toBeUndefined();
    expect(tenantDue(life, context.restsAt)).toEqual({ status: 'suspended', trialEndsAt: null, next: null });
    expect(tenantDue(lifeOf('active'), context.restsAt)).toBeUndefined();
  });

  it('a change that waits can be taken back', () => {
    const life = moveTenant(lifeOf('active'), 'suspend', context) as TenantLife;
    expect(moveTenant(life, 'resume', context)).toEqual(lifeOf('active'));
  });

  it('a closing that waits is taken back on purpose or hastened, and set aside by nothing else', () => {
    for (const status of ['trial', 'active'] as const) {
      const closing = moveTenant(lifeOf(status), 'close', context) as TenantLife;
      for (const move of ['suspend', 'activate', 'extend', 'close', 'end_trial'] as const)
        expect([move, moveTenant(closing, move, context)]).toEqual([move, undefined]);
      expect(moveTenant(closing, 'resume', context)).toEqual(lifeOf(status));
      expect(moveTenant(closing, 'close', { ...context, immediately: true })?.status).toBe('closed');
    }
  });

  it('a suspension that waits is not begun twice, and gives way to a closing and to a plan', () => {
    const resting = moveTenant(lifeOf('trial'), 'suspend', context) as TenantLife;
    expect(moveTenant(resting, 'suspend', context)).toBeUndefined();
    expect(moveTenant(resting, 'close', context)?.next).toMatchObject({ status: 'closed' });
    expect(moveTenant(resting, 'activate', context)).toEqual(lifeOf('active'));
  });

  it('the end of a trial is told 14 and 3 days before, each once, the later one in the place of one that was missed', () => {
    const endsIn = (days: number) => lifeOf('trial', { trialEndsAt: noon + days * DAY });
    const due = (days: number, told: 14 | 3 | null) => trialReminderDue(endsIn(days), told, noon);
    expect([14.01, 14, 3.01, 3, 0.5].map((days) => due(days, null))).toEqual([undefined, 14, 14, 3, 3]);
    expect([14, 3.01, 3, 0].map((days) => due(days, 14))).toEqual([undefined, undefined, 3, 3]);
    expect([3, 1, -1].map((days) => due(days, 3))).toEqual([undefined, undefined, undefined]);
    const closing = moveTenant(endsIn(2), 'close', context) as TenantLife;
    expect(trialReminderDue(closing, null, noon)).toBeUndefined();
    for (const status of ['pending', 'active', 'suspended', 'closed'] as const)
      expect(trialReminderDue({ ...endsIn(2), status }, null, noon)).toBeUndefined();
    expect(trialReminderDue({ ...endsIn(2), trialEndsAt: null }, null, noon)).toBeUndefined();
  });

  it('a trial begins with its days, is extended from its end, or from now when it is over, and activation ends it', () => {
    expect(moveTenant(lifeOf('pending'), 'approve', context)?.trialEndsAt).toBe(noon + 30 * DAY);
    expect(moveTenant(lifeOf('trial'), 'extend', context)?.trialEndsAt).toBe(noon + 35 * DAY);
    const over = lifeOf('suspended', { trialEndsAt: noon - DAY });
    expect(moveTenant(over, 'extend', context)).toEqual({
      status: 'trial',
      trialEndsAt: noon + 30 * DAY,
      next: null,
    });
    expect(moveTenant(over, 'resume', context)).toBeUndefined();
    expect(moveTenant(over, 'activate', context)).toEqual(lifeOf('active'));
    expect(moveTenant(lifeOf('suspended', { trialEndsAt: null }), 'resume', context)?.status).toBe('active');
    expect(moveTenant(lifeOf('suspended', { trialEndsAt: null }), 'extend', context)).toBeUndefined();
  });

  it('a trial ends after the day in which its time is over, once', () => {
    const over = lifeOf('trial', { trialEndsAt: noon });
    const ending = moveTenant(over, 'end_trial', context) as TenantLife;
    expect(ending).toMatchObject({ status: 'trial', next: { status: 'suspended' } });
    expect(moveTenant(ending, 'end_trial', context)).toBeUndefined();
  });

  it('whatever happens, a hall that works is stopped by closing at once only', () => {
    const step = fc.constantFrom(...tenantMoves);
    fc.assert(
      fc.property(fc.constantFrom(...tenantStatuses), fc.array(step, { maxLength: 8 }), (status, steps) => {
        let life = lifeOf(status);
        for (const move of steps) {
          const before = statusMeanings[life.status].hall;
          life = moveTenant(life, move, context) ?? life;
          const refused = move === 'refuse' || (move === 'close' && status === 'pending');
          if (before && !refused) expect(statusMeanings[life.status].hall).toBe(true);
          if (statusMeanings[life.status].hall === false) return;
        }
      }),
    );
  });
});

describe('when halls rest', () => {
  const calendar: OfficeCalendar = {
    zone,
    weekly: [
      { weekday: 1, from: '09:00', to: '18:00', night: false },
      { weekday: 1, from: '18:00', to: '20:00', night: true },
    ],
    holidays: 'none',
  };
  const rest = (time: string, hall: { businessOn?: string; closedOn?: string } = {}, on = '2026-11-23') =>
    restsAt([{ calendar, businessOn: null, closedOn: null, ...hall }], at(time, on)) - at(time, on);
  const nextDay = (time: string) => at('04:00', '2026-11-24') - at(time);

  it.each(['04:00', '08:59', '09:00', '17:59', '19:59'])('on a working day at %s: after the business day', (time) => {
    expect(rest(time)).toBe(nextDay(time));
  });

  it('after closing: at once when the day was ended or nothing happened in it, else with the business day', () => {
    expect(rest('21:30', { businessOn: '2026-11-23', closedOn: '2026-11-23' })).toBe(0);
    expect(rest('21:30')).toBe(0);
    expect(rest('21:30', { businessOn: '2026-11-23' })).toBe(nextDay('21:30'));
  });

  it('past midnight the evening before still counts', () => {
    expect(rest('01:00', { businessOn: '2026-11-23' }, '2026-11-24')).toBe(3 * 3_600_000);
  });

  it('on a day off: at once', () => {
    expect(rest('10:00', { businessOn: '2026-11-23', closedOn: '2026-11-23' }, '2026-11-24')).toBe(0);
  });

  it('the last office decides', () => {
    const idle = { calendar: { ...calendar, weekly: [] }, businessOn: null, closedOn: null };
    const working = { calendar, businessOn: null, closedOn: null };
    expect(restsAt([idle, working, idle], noon)).toBe(at('04:00', '2026-11-24'));
    expect(restsAt([], noon)).toBe(noon);
  });
});
