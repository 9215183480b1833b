import { TICKET_SEARCH_DAYS } from '@sunbeon/contract';

/** Days that are searched when nobody says which. */
const DAYS_UNASKED = 31;

/** Business days, both of them included. */
export interface SearchedDays {
  readonly from: string;
  readonly to: string;
}

/**
 * Which days a search goes through: never more than `TICKET_SEARCH_DAYS`, however little was said.
 * @param lastDay the office's last business day; today where it had none
 */
export function searchedDays(
  asked: { from?: string | undefined; to?: string | undefined },
  lastDay: string,
): SearchedDays {
  const { from, to } = asked;
  if (from !== undefined) return { from, to: to ?? daysAfter(from, TICKET_SEARCH_DAYS - 1) };
  const last = to ?? lastDay;
  return { from: daysAfter(last, 1 - DAYS_UNASKED), to: last };
}

/** A place in the list: what stands before it was shown already. */
export interface ListPlace {
  readonly day: string;
  readonly id: string;
}

/** Where a page begins. @param before the answer's `next`; undefined = at the newest of the days */
export function startOf(before: string | undefined, to: string): ListPlace {
  const [day, id] = before?.split('_') ?? [];
  return day !== undefined && id !== undefined ? { day, id } : { day: to, id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
