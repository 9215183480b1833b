import type { CallingPolicyInput, OfficeHours, Quota as QuotaSchema, TimeSpan } from '@sunbeon/contract';
import {
  defaultCallingPolicy,
  defaultTicketRules,
  priorityReasons,
  type CallingPolicy,
  type IssuingWindow,
  type OfficeCalendar,
  type TicketRules,
} from '@sunbeon/domain';
import type { z } from 'zod';

type Span = z.infer<typeof TimeSpan>;

/** A slip at the keyboard is noticed at once; later the visitor is on the way. */
const UNDO_SECONDS = 10;

/**
 * Hours as entered -> calendar of the domain.
 * @param counterIds number of a counter -> its id; lunch turns name counters by number
 */
export function calendarOf(
  office: { zone: string; dayStart: string; hours: OfficeHours },
  counterIds: ReadonlyMap<string, string>,
): OfficeCalendar {
  const { hours } = office;
  return {
    zone: office.zone,
    dayStart: office.dayStart,
    weekly: [...weekly(hours.week, false), ...weekly(hours.night, true)],
    holidays: hours.holidays === 'KR' ? 'kr' : 'none',
    exceptions: hours.exceptions.flatMap(exceptionOf),
    lunchTurns: hours.lunchTurns.map(({ span, counters }) => ({
      ...span,
      counterIds: counters.flatMap((number) => counterIds.get(number) ?? []),
    })),
    issueBeforeOpeningMinutes: hours.issueBeforeMinutes,
    issueStopBeforeClosingMinutes: hours.issueStopMinutes,
  };
}

function weekly(week: OfficeHours['week'], night: boolean): OfficeCalendar['weekly'] {
  // Entered 1 = Monday … 7 = Sunday, kept 0 = Sunday … 6 = Saturday.
  return Object.entries(week).flatMap(([day, spans]) =>
    (spans ?? []).map(({ from, to }) => ({ weekday: Number(day) % 7, from, to, night })),
  );
}

/** Other hours on a day are a closing of that day and an opening for each span. */
function exceptionOf({ on, open, reason }: OfficeHours['exceptions'][number]) {
  const closing = { on, kind: 'closed' as const, reason };
  return [closing, ...open.map(({ from, to }) => ({ on, kind: 'open' as const, from, to, reason }))];
}

export function callingPolicyOf(calling: CallingPolicyInput): CallingPolicy {
  return {
    ...defaultCallingPolicy,
    order: calling.order,
    priorityPerRegular: calling.priorityPerRegular,
    longestWaitMinutes: calling.longestWaitMinutes,
    // Ageing must come before the longest wait, or it would do nothing.
    ageAfterMinutes: Math.min(defaultCallingPolicy.ageAfterMinutes, calling.longestWaitMinutes),
  };
}

export function ticketRulesOf(calling: CallingPolicyInput, priorities: readonly { code: string }[]): TicketRules {
  return {
    ...defaultTicketRules,
    minCallsBeforeNoShow: calling.callsBeforeNoShow,
    reinstateWithinMinutes: calling.graceMinutes,
    reinstateAfter: calling.reinstateAfter,
    undoWithinSeconds: UNDO_SECONDS,
    priorityCodes: [...new Set([...priorityReasons, ...priorities.map(({ code }) => code)])],
  };
}

/**
 * Issuing spans and quota windows as entered -> windows of the domain, which do not overlap and say all: where there
 * are quota windows, the time around them stays open without a limit of its own.
 */
export function issuingWindowsOf(issuing: readonly Span[], quota: Quota | null): IssuingWindow[] {
  const limits = [...(quota?.windows ?? [])].sort((a, b) => compare(a.span.from, b.span.from));
  if (limits.length === 0) return issuing.map(({ from, to }) => ({ from, to, quota: null }));
  const spans = issuing.length > 0 ? [...issuing].sort((a, b) => compare(a.from, b.from)) : [wholeDay];
  return spans.flatMap((span) => cut(span, limits));
}

type Quota = z.infer<typeof QuotaSchema>;
const wholeDay: Span = { from: '00:00', to: '24:00' };
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function cut(span: Span, limits: Quota['windows']): IssuingWindow[] {
  const inside = limits.filter(({ span: { from, to } }) => span.from <= from && to <= span.to);
  const windows: IssuingWindow[] = [];
  let from = span.from;
  for (const limit of inside) {
    if (from < limit.span.from) windows.push({ from, to: limit.span.from, quota: null });
    windows.push({ ...limit.span, quota: limit.tickets });
    from = limit.span.to;
  }
  if (from < span.to) windows.push({ from, to: span.to, quota: null });
  return windows;
}
