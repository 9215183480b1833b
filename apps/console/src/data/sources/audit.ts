import type { CallInput } from '@sunbeon/client';
import type { AuditRow as AuditFacts } from '@sunbeon/contract';
import { FollowingPages } from '../following-pages.ts';
import { ending, type MakeSource } from '../source.ts';

/** `id` is the number of the row. */
export type AuditRow = AuditFacts & { readonly id: number };
export type AuditFilter = Omit<NonNullable<CallInput<'auditList'>['query']>, 'before' | 'limit'>;

/** The audit is paged by the server, newest first, from a number on. */
export const auditSource: MakeSource = (client) => {
  const pages = new FollowingPages<number>();
  return {
    list: (params) => {
      const search = auditFilter(params.filter as AuditFilter);
      return pages.read(search, params, async (before, limit) => {
        const query = { ...search, limit, ...(before !== undefined && { before }) };
        const { rows, next } = await client.call('auditList', { query, ...ending(params.signal) });
        return { rows: rows.map((row): AuditRow => ({ ...row, id: row.seq })), next };
      });
    },
  };
};

/** The filter of a search: days of the form become instants, what is empty is left out. */
export function auditFilter(filter: AuditFilter = {}): AuditFilter {
  const entries = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(entries) as AuditFilter;
}
