import type { OfficeHours } from '@sunbeon/contract';
import { isTime } from './tidy-time.ts';

export type FaultCode =
  'time' | 'reversed' | 'overlap' | 'date' | 'twice' | 'reason' | 'minutes' | 'counters' | 'refused';
/** Path in the hours -> what is wrong there: `week.1.0`, `lunchTurns.0`, `exceptions.2.on`. */
export type HoursFaults = ReadonlyMap<string, FaultCode>;

export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;
export type Weekday = (typeof weekdays)[number];
export type Span = OfficeHours['exceptions'][number]['open'][number];
type Found = [path: string, code: FaultCode][];

/** Hours that cannot be, each at its place; empty = they can be sent. The server asks the same again. */
export function hoursFaults(hours: OfficeHours): HoursFaults {
  return new Map([
    ...weekdays.flatMap((day) => dayFaults(hours, day)),
    ...hours.lunchTurns.flatMap(({ span, counters }, index) => [
      ...spansFaults([span], () => `lunchTurns.${index}`),
      ...when(counters.length === 0, `lunchTurns.${index}.counters`, 'counters'),
    ]),
    ...hours.exceptions.flatMap((_, index) => exceptionFaults(hours.exceptions, index)),
    ...minutesFaults(hours),
  ]);
}

const when = (wrong: boolean, path: string, code: FaultCode): Found => (wrong ? [[path, code]] : []);

function dayFaults({ week, night }: OfficeHours, day: Weekday): Found {
  const usual = week[day] ?? [];
  const evening = night[day] ?? [];
  const late = evening.flatMap((span, index) =>
    when(
      usual.some((other) => meet(other, span)),
      `night.${day}.${index}`,
      'overlap',
    ),
  );
  return [
    ...spansFaults(usual, (index) => `week.${day}.${index}`),
    ...late,
    ...spansFaults(evening, (index) => `night.${day}.${index}`),
  ];
}

function spansFaults(spans: readonly Span[], path: (index: number) => string): Found {
  return spans.flatMap((span, index): Found => {
    if (!isTime(span.from) || !isTime(span.to)) return [[path(index), 'time']];
    if (span.from >= span.to) return [[path(index), 'reversed']];
    const earlier = spans.slice(0, index);
    return when(
      earlier.some((other) => meet(other, span)),
      path(index),
      'overlap',
    );
  });
}

const meet = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

function exceptionFaults(all: OfficeHours['exceptions'], index: number): Found {
  const one = all[index];
  if (!one) return [];
  const at = `exceptions.${index}`;
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(one.on);
  return [
    ...when(!isDate, `${at}.on`, 'date'),
    ...when(isDate && all.slice(0, index).some(({ on }) => on === one.on), `${at}.on`, 'twice'),
    ...when(one.reason.trim() === '', `${at}.reason`, 'reason'),
    ...spansFaults(one.open, (span) => `${at}.open.${span}`),
  ];
}

function minutesFaults(hours: OfficeHours): Found {
  return (['issueBeforeMinutes', 'issueStopMinutes'] as const).flatMap((field) =>
    when(!Number.isInteger(hours[field]) || hours[field] < 0 || hours[field] > 240, field, 'minutes'),
  );
}
