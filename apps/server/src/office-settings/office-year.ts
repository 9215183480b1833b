import type { OfficeYear, YearDay } from '@sunbeon/contract';
import { addDays, localTime, officeDay, type OfficeCalendar, type OfficeDay } from '@sunbeon/domain';

const pad = (n: number): string => String(n).padStart(2, '0');

/** Every day of a year as the hall's own calendar has it. @param year 2014 to 2100 */
export function officeYear(calendar: OfficeCalendar, year: number): OfficeYear {
  const days: YearDay[] = [];
  for (let on = `${year}-01-01`; on.startsWith(`${year}-`); on = addDays(on, 1)) {
    days.push(yearDay(officeDay(calendar, on), calendar.zone));
  }
  return { year, openDays: days.filter(({ closed }) => closed === null).length, days };
}

function yearDay({ on, intervals, closed, holiday, notes }: OfficeDay, zone: string): YearDay {
  const at = (instant: number): string => {
    const { date, minuteOfDay } = localTime(instant, zone);
    // Midnight at the end of the day is 24:00 of this one.
    return date === on ? `${pad(Math.floor(minuteOfDay / 60))}:${pad(minuteOfDay % 60)}` : '24:00';
  };
  const words = closed?.code === 'closing' ? closed.text : (intervals.find(({ reason }) => reason)?.reason ?? notes[0]);
  return {
    on,
    open: intervals.map(({ opensAt, closesAt, night }) => ({ from: at(opensAt), to: at(closesAt), night })),
    closed: closed?.code ?? null,
    holiday,
    reason: words ?? null,
  };
}
