import type { SetupTemplate } from '@sunbeon/contract';
import { hoursDraft, isOpenAt } from './hours.ts';
import { koreanNow } from './korean-now.ts';

/** Outside of a template's hours the office is opened for today, or nobody could draw the first ticket. */
export function opensToday({ hours }: SetupTemplate): boolean {
  const { weekday, at } = koreanNow(Date.now());
  return !isOpenAt(hoursDraft(hours, false), weekday, at);
}
