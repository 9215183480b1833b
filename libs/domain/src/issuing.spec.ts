import { describe, expect, it } from '@jest/globals';
import type { OpenState } from './calendar.ts';
import { checkWindows, issuingWindowAt, mayIssue, remainingQuota, type IssuingRules } from './issuing.ts';

const office = (minuteOfDay: number, changes: Partial<OpenState> = {}): OpenState => ({
  openNow: true,
  opensAt: null,
  closesAt: null,
  nightOffice: false,
  reason: 'open',
  reasonText: null,
  issuing: 'open',
  issuingChangesAt: null,
  localDate: '2026-11-23',
  minuteOfDay,
  ...changes,
});
const free: IssuingRules = { quotaPerDay: null, windows: [], stopped: null };
const windowed: IssuingRules = {
  quotaPerDay: 70,
  windows: [
    { from: '09:00', to: '12:00', quota: 30 },
    { from: '13:00', to: '18:00', quota: 50 },
  ],
  stopped: null,
};
const reasonAt = (
  rules: IssuingRules,
  minute: number,
  today: number,
  inWindow: number,
  changes: Partial<OpenState> = {},
): string => {
  const answer = mayIssue(rules, office(minute, changes), { today, inWindow });
  return answer.ok ? 'ok' : answer.reason;
};

describe('whether a ticket is given', () => {
  it('follows the office’s hours', () => {
    expect(reasonAt(free, 600, 0, 0)).toBe('ok');
    expect(reasonAt(free, 500, 0, 0, { issuing: 'not_yet' })).toBe('not_yet');
    expect(reasonAt(free, 1100, 0, 0, { issuing: 'over' })).toBe('closed');
    expect(mayIssue(free, office(600, { issuing: 'closed', reasonText: '설날' }), { today: 0, inWindow: 0 })).toEqual({
      ok: false,
      reason: 'closed',
      text: '설날',
    });
  });

  it('stops with a reason, but a closed office is closed first', () => {
    const stopped = { ...free, stopped: { reason: '여권 발급기 장애' } };
    expect(mayIssue(stopped, office(600), { today: 0, inWindow: 0 })).toEqual({
      ok: false,
      reason: 'stopped',
      text: '여권 발급기 장애',
    });
    expect(reasonAt(stopped, 600, 0, 0, { issuing: 'over' })).toBe('closed');
  });

  it('keeps the quota of the window and of the day to the ticket', () => {
    expect(reasonAt(windowed, 540, 29, 29)).toBe('ok');
    expect(reasonAt(windowed, 540, 30, 30)).toBe('quota');
    expect(reasonAt(windowed, 780, 30, 0)).toBe('ok');
    expect(reasonAt(windowed, 900, 69, 39)).toBe('ok');
    expect(reasonAt(windowed, 900, 70, 40)).toBe('quota');
  });

  it('knows before, between and after windows', () => {
    expect(reasonAt(windowed, 539, 0, 0)).toBe('not_yet');
    expect(reasonAt(windowed, 720, 0, 0)).toBe('not_yet');
    expect(reasonAt(windowed, 779, 0, 0)).toBe('not_yet');
    expect(reasonAt(windowed, 1080, 0, 0)).toBe('closed');
    expect(issuingWindowAt(windowed, 719)?.quota).toBe(30);
    expect(issuingWindowAt(windowed, 720)).toBeNull();
  });

  it('counts what is left', () => {
    expect(remainingQuota(windowed, 600, { today: 10, inWindow: 10 })).toBe(20);
    expect(remainingQuota(windowed, 800, { today: 65, inWindow: 1 })).toBe(5);
    expect(remainingQuota(windowed, 800, { today: 75, inWindow: 1 })).toBe(0);
    expect(remainingQuota(free, 800, { today: 75, inWindow: 1 })).toBeNull();
  });

  it('finds faulty windows', () => {
    expect(checkWindows(windowed.windows)).toEqual([]);
    expect(checkWindows([{ from: '12:00', to: '09:00', quota: 1 }])).toEqual([{ code: 'reversed', index: 0 }]);
    expect(checkWindows([...windowed.windows, { from: '11:00', to: '13:00', quota: 1 }])).toEqual([
      { code: 'overlaps', index: 2 },
    ]);
  });
});
