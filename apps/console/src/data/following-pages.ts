import type { GetListParams, GetListResult, RaRecord } from 'react-admin';

/** What the server gives of a list that it pages by where the page before it ended. */
interface Following<Cursor> {
  readonly rows: readonly RaRecord[];
  /** Where the next page begins; null = there is none. */
  readonly next: Cursor | null;
}

/**
 * Pages of a list in which page n begins where page n - 1 ended: remembers where those of a search begin, so that going on
 * and back costs one request.
 */
export class FollowingPages<Cursor> {
  private key = '';
  private begins: (Cursor | undefined)[] = [undefined];

  /** @param read one page. @param before where it begins, undefined = at the start */
  async read(
    search: unknown,
    { pagination }: GetListParams,
    read: (before: Cursor | undefined, limit: number) => Promise<Following<Cursor>>,
  ): Promise<GetListResult> {
    const { page, perPage } = pagination ?? { page: 1, perPage: 50 };
    this.begin(JSON.stringify([search, perPage]), page);
    for (let at = this.begins.length; ; at += 1) {
      const { rows, next } = await read(this.begins[Math.min(at, page) - 1], perPage);
      if (next !== null) this.begins[Math.min(at, page)] = next;
      if (at < page && next !== null) continue;
      const data = at < page ? [] : [...rows];
      return { data, pageInfo: { hasNextPage: at >= page && next !== null, hasPreviousPage: page > 1 } };
    }
  }

  /** Another search, or the first page again (which has grown): begins anew. */
  private begin(key: string, page: number): void {
    if (key !== this.key || page === 1) this.begins = [undefined];
    this.key = key;
  }
}
