import type { CallInput, Client } from '@sunbeon/client';
import type { AuditRow as AuditFacts } from '@sunbeon/contract';
import type { GetListParams } from 'react-admin';
import { ending, type MakeSource } from '../source.ts';

/** `id` is the number of the row. */
export type AuditRow = AuditFacts & { readonly id: number };
export type AuditFilter = Omit<NonNullable<CallInput<'auditList'>['query']>, 'before' | 'limit'>;

/** The audit is paged by the server, newest first, from a number on: page n begins where page n - 1 ended. */
export const auditSource: MakeSource = (client) => {
  const pages = new AuditPages(client);
  return { list: (params) => pages.read(params) };
};

/** Remembers where the pages of a search begin, so that going on and back costs one request. */
class AuditPages {
  private key = '';
  private begins: (number | undefined)[] = [undefined];

  constructor(private readonly client: Client) {}

  async read({ filter, pagination, signal }: GetListParams) {
    const { page, perPage } = pagination ?? { page: 1, perPage: 50 };
    const search = auditFilter(filter as AuditFilter);
    this.begin(JSON.stringify([search, perPage]), page);
    for (let at = this.begins.length; ; at += 1) {
      const before = this.begins[Math.min(at, page) - 1];
      const query = { ...search, limit: perPage, ...(before !== undefined && { before }) };
      const { rows, next } = await this.client.call('auditList', { query, ...ending(signal) });
      if (next !== null) this.begins[Math.min(at, page)] = next;
      if (at < page && next !== null) continue;
      const data = at < page ? [] : rows.map((row): AuditRow => ({ ...row, id: row.seq }));
      return { data, pageInfo: { hasNextPage: at >= page && next !== null, hasPreviousPage: page > 1 } };
    }
  }

  /** Another search, or the first page again (which has grown): begins anew. */
  private begin(key: string, page: number): void {
    if (key !== this.key || page === 1) this.begins = [undefined];
    this.key = key;
  }
}

/** The filter of a search: days of the form become instants, what is empty is left out. */
export function auditFilter(filter: AuditFilter = {}): AuditFilter {
  const entries = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(entries) as AuditFilter;
}
