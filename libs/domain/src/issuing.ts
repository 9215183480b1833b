import { minutesOf } from './business-day.ts';
import type { Hours, OpenState } from './calendar.ts';

/** A window of the day in which a service gives tickets, with its own quota (null = no limit but the day's). */
export interface IssuingWindow extends Hours {
  quota: number | null;
}

/** A service's rules for issuing: plain JSON. */
export interface IssuingRules {
  quotaPerDay: number | null;
  /** Empty = whenever the office gives tickets. Windows do not overlap. */
  windows: readonly IssuingWindow[];
  /** Set by staff: no more tickets, with a reason in words; null = not stopped. */
  stopped: { reason: string } | null;
}

/** Tickets of the service already issued on this business day; `inWindow`: in the window that holds now. */
export interface IssuedCounts {
  today: number;
  inWindow: number;
}

export const acceptingReasons = ['closed', 'quota', 'stopped', 'not_yet'] as const;
export type AcceptingReason = (typeof acceptingReasons)[number];

export type Issuing = { ok: true } | { ok: false; reason: AcceptingReason; text: string | null };

/**
 * Whether a service gives a ticket now. `closed`: the office's or the service's hours are over; `not_yet`: they begin
 * later today; `quota`: the day's or the window's is used up; `stopped`: by staff. `text` in words where there are any.
 */
export function mayIssue(service: IssuingRules, office: OpenState, counts: IssuedCounts): Issuing {
  const refuse = (reason: AcceptingReason, text: string | null = null): Issuing => ({ ok: false, reason, text });
  if (office.issuing === 'closed' || office.issuing === 'over') return refuse('closed', office.reasonText);
  if (service.stopped) return refuse('stopped', service.stopped.reason);
  if (office.issuing === 'not_yet') return refuse('not_yet', office.reasonText);
  if (service.quotaPerDay !== null && counts.today >= service.quotaPerDay) return refuse('quota');
  if (service.windows.length === 0) return { ok: true };
  const window = issuingWindowAt(service, office.minuteOfDay);
  if (!window) return refuse(opensLater(service, office.minuteOfDay) ? 'not_yet' : 'closed');
  return window.quota !== null && counts.inWindow >= window.quota ? refuse('quota') : { ok: true };
}

/** The window that holds this minute of the day (0..1439), or null: tells the server which tickets to count. */
export function issuingWindowAt(service: IssuingRules, minuteOfDay: number): IssuingWindow | null {
  return service.windows.find(({ from, to }) => minutesOf(from) <= minuteOfDay && minuteOfDay < minutesOf(to)) ?? null;
}

const opensLater = (service: IssuingRules, minuteOfDay: number): boolean =>
  service.windows.some(({ from }) => minutesOf(from) > minuteOfDay);

/** Tickets that may still be given now, null = no limit: for "오늘 남은 번호표 12매" and the warning before a quota ends. */
export function remainingQuota(service: IssuingRules, minuteOfDay: number, counts: IssuedCounts): number | null {
  const window = issuingWindowAt(service, minuteOfDay);
  const limits = [
    service.quotaPerDay === null ? Infinity : service.quotaPerDay - counts.today,
    window === null || window.quota === null ? Infinity : window.quota - counts.inWindow,
  ];
  const left = Math.max(0, Math.min(...limits));
  return left === Infinity ? null : left;
}

export interface WindowFault {
  code: 'reversed' | 'overlaps';
  index: number;
}

/** Faults of windows as configured: reversed or overlapping ones, by index. Empty = usable. */
export function checkWindows(windows: readonly IssuingWindow[]): WindowFault[] {
  return windows.flatMap(({ from, to }, index): WindowFault[] => {
    if (minutesOf(from) >= minutesOf(to)) return [{ code: 'reversed', index }];
    const earlier = windows.slice(0, index);
    const overlaps = earlier.some(
      (other) => minutesOf(other.from) < minutesOf(to) && minutesOf(from) < minutesOf(other.to),
    );
    return overlaps ? [{ code: 'overlaps', index }] : [];
  });
}
