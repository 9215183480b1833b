import { addDays, instantOf, officeDay, weekdayOf, businessDay } from '@sunbeon/domain';

const seoul = 'Asia/Seoul';

/** The last Monday that is no holiday, ten minutes before opening: the demo begins with a day that has a night office. */
export function demoStart(now: number): string {
  let on = businessDay(now, seoul);
  const monday = {
    zone: seoul,
    weekly: [{ weekday: 1, from: '09:00', to: '18:00', night: false }],
    holidays: 'kr' as const,
  };
  while (weekdayOf(on) !== 1 || officeDay(monday, on).closed) on = addDays(on, -1);
  return new Date(instantOf(on, '08:50', seoul)).toISOString();
}
