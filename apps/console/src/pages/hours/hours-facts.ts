import type { OfficeHours } from '@sunbeon/contract';
import type { Translate } from '@sunbeon/ui';
import { weekdays, type Span } from './hours-faults.ts';
import type { hoursTexts } from './hours-texts.ts';

/** Hours in words, each under its name, so that two contents can be compared. What is not there has no name. */
export function hoursFacts(hours: OfficeHours, t: Translate<typeof hoursTexts>): Record<string, string> {
  const spans = (all: readonly Span[]) => all.map(({ from, to }) => `${from}–${to}`).join(', ');
  const week = weekdays.flatMap((day): [string, string][] => [
    [t(`day_${day}`), spans(hours.week[day] ?? []) || t('closed')],
    [`${t(`day_${day}`)} ${t('night')}`, spans(hours.night[day] ?? [])],
  ]);
  const turns = hours.lunchTurns.map(({ span, counters }, index): [string, string] => [
    t('lunch_name', { n: String(index + 1) }),
    `${spans([span])}: ${counters.join(', ')}`,
  ]);
  const days = hours.exceptions.map(({ on, open, reason }): [string, string] => [
    on,
    `${spans(open) || t('day_closed')} · ${reason}`,
  ]);
  return {
    ...Object.fromEntries(week),
    [t('holidays')]: hours.holidays === 'KR' ? t('holidays_kr') : t('holidays_none'),
    [t('issue_before')]: String(hours.issueBeforeMinutes),
    [t('issue_stop')]: String(hours.issueStopMinutes),
    ...Object.fromEntries([...turns, ...days]),
  };
}
