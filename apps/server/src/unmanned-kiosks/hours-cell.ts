import type { UnmannedKioskHours } from '@sunbeon/contract';
import { weekdayKeys, weekGroups, type WeekdayKey } from '@sunbeon/domain';
import { CellFault } from '../platform/imports/import-kind.ts';

type Week = UnmannedKioskHours['week'];
type Span = NonNullable<Week['1']>[number];

const names = ['월', '화', '수', '목', '금', '토', '일'] as const;
const nameOf = (day: WeekdayKey): string => names[Number(day) - 1] ?? '';
const words: Readonly<Record<string, readonly WeekdayKey[]>> = {
  매일: weekdayKeys,
  평일: ['1', '2', '3', '4', '5'],
  주말: ['6', '7'],
};
const ALL_DAY = '24시간';

/** `24시간`, or days and spans as people write them: `월-금 09:00-18:00; 토·일 10:00-17:00`. */
export function hoursText({ allDay, week }: UnmannedKioskHours): string {
  if (allDay) return ALL_DAY;
  return weekGroups(week)
    .flatMap(({ runs, spans }) => {
      const days = runs.map(([first, last]) => (first === last ? nameOf(first) : `${nameOf(first)}-${nameOf(last)}`));
      return spans.map(({ from, to }) => `${days.join('·')} ${from}-${to}`);
    })
    .join('; ');
}

/** Reads what `hoursText` writes, and what people write like it. @throws CellFault */
export function hoursOf(text: string, onHolidays: boolean): UnmannedKioskHours {
  if (/^(?:24\s*시간|상시|연중무휴)/.test(text)) return { allDay: true, week: {}, onHolidays };
  const week: Week = {};
  for (const entry of text.split(/[;,\n]/).filter((one) => one.trim() !== '')) {
    const { days, span } = entryOf(entry);
    for (const day of days) week[day] = [...(week[day] ?? []), span].sort((a, b) => (a.from < b.from ? -1 : 1));
  }
  const overlaps = Object.values(week).some((spans) =>
    spans.some(({ from }, index) => index > 0 && (spans[index - 1]?.to ?? '') > from),
  );
  if (overlaps || Object.keys(week).length === 0) throw new CellFault('bad_hours', text);
  return { allDay: false, week, onHolidays };
}

/** `월-금 09:00-18:00` */
function entryOf(entry: string): { days: WeekdayKey[]; span: Span } {
  const found = /^(.+?)\s+(\d{1,2}:\d{2})\s*[-~–]\s*(\d{1,2}:\d{2})$/.exec(entry.trim());
  const [, days = '', from = '', to = ''] = found ?? [];
  const span = { from: from.padStart(5, '0'), to: to.padStart(5, '0') };
  if (!found || !isTime(span.from) || !isTime(span.to) || span.from >= span.to)
    throw new CellFault('bad_hours', entry.trim());
  return { days: daysOf(days, entry), span };
}

const isTime = (text: string) => /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);

/** `월-금`, `토·일`, `매일` */
function daysOf(text: string, entry: string): WeekdayKey[] {
  const all = text
    .split(/[·/\s]+/)
    .filter((one) => one !== '')
    .flatMap((part): readonly WeekdayKey[] => {
      const [first = '', last = first] = part.split(/[-~–]/).map((name) => name.replace(/요일$/, ''));
      if (Object.hasOwn(words, part)) return words[part] ?? [];
      const [from, to] = [names.findIndex((name) => name === first), names.findIndex((name) => name === last)];
      return from < 0 || to < from ? [] : weekdayKeys.slice(from, to + 1);
    });
  const days = [...new Set(all)];
  if (days.length === 0 || days.length < all.length) throw new CellFault('bad_hours', entry.trim());
  return days;
}
