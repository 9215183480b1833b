import type { CallInput } from '@sunbeon/client';
import type { TicketLife, TicketRow as TicketFacts } from '@sunbeon/contract';
import { FollowingPages } from '../following-pages.ts';
import { ending, type MakeSource } from '../source.ts';

/** `id` has in it by what the server finds a ticket: `main_2026-11-23_0193…`. */
export type TicketRow = TicketFacts;
/** A row and its life; what the list knows already stands in the same place. */
export type TicketShown = TicketRow & Omit<TicketLife, 'ticket'> & { readonly office: string };
export type TicketFilter = { office?: string } & Omit<
  NonNullable<CallInput<'ticketList'>['query']>,
  'before' | 'limit'
>;

/** Tickets of one office, paged by the server, newest first. */
export const ticketsSource: MakeSource = (client) => {
  const pages = new FollowingPages<string>();
  return {
    list: (params) => {
      const { office, ...search } = ticketFilter(params.filter as TicketFilter);
      // Only until the form knows which offices there are.
      if (office === undefined)
        return Promise.resolve({ data: [], pageInfo: { hasNextPage: false, hasPreviousPage: false } });
      return pages.read({ office, search }, params, async (before, limit) => {
        const query = { ...search, limit, ...(before !== undefined && { before }) };
        const { rows, next } = await client.call('ticketList', { params: { office }, query, ...ending(params.signal) });
        return { rows: rows.map((row): TicketRow => ({ ...row, id: `${office}_${row.day}_${row.id}` })), next };
      });
    },
    one: async (key, signal) => {
      const [office = '', day = '', id = ''] = key.split('_');
      const { ticket, ...life } = await client.call('ticketLife', { params: { office, day, id }, ...ending(signal) });
      return { ...ticket, ...life, id: key, office } satisfies TicketShown;
    },
  };
};

/** The filter of a search; what is empty is left out. */
export function ticketFilter(filter: TicketFilter = {}): TicketFilter {
  const wished = Object.entries(filter).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return Object.fromEntries(wished) as TicketFilter;
}
