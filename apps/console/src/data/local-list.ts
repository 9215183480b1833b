import type { GetListParams, GetListResult, RaRecord } from 'react-admin';
import { ending } from './source.ts';

/**
 * List and single rows of what the server gives whole.
 * @param read gives all rows; `options` are those of the call
 */
export function wholeList<Row extends RaRecord>(read: (options: ReturnType<typeof ending>) => Promise<readonly Row[]>) {
  return {
    list: async (params: GetListParams) => localList(await read(ending(params.signal)), params),
    one: async (id: string, signal?: AbortSignal) => {
      const row = (await read(ending(signal))).find((one) => one.id === id);
      if (!row) throw new Error('ra.notification.item_doesnt_exist');
      return row;
    },
  };
}

/**
 * Filter, sort and page of a list that the server gives whole: devices, alerts, staff of a tenant, fewer than 1,000 each.
 * Audit and tenants are paged by the server. Filters: `q` looks into all texts of a row, any other field must be equal or,
 * where row or filter hold several values, share one. Texts are compared as Korean is sorted.
 */
export function localList<Row extends RaRecord>(rows: readonly Row[], params: GetListParams): GetListResult<Row> {
  const { filter = {}, sort, pagination } = params;
  const found = rows.filter((row) => matches(row, filter as Readonly<Record<string, unknown>>));
  if (sort) found.sort(comparing(sort.field, sort.order === 'DESC' ? -1 : 1));
  const { page, perPage } = pagination ?? { page: 1, perPage: found.length };
  return { data: found.slice((page - 1) * perPage, page * perPage), total: found.length };
}

function matches(row: RaRecord, filter: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(filter).every(([field, wanted]) => {
    if (wanted === undefined || wanted === null || wanted === '') return true;
    if (field === 'q') return textOf(row).includes(String(wanted).trim().toLocaleLowerCase());
    return listOf(wanted).some((one) => listOf(valueAt(row, field)).includes(one));
  });
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.toLocaleLowerCase();
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(textOf).join('\n');
}

/** A field by its path: `config.wanted`. */
function valueAt(row: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | null | undefined)?.[key], row);
}

const korean = new Intl.Collator('ko', { numeric: true });

/** What is not known comes last, whichever way. */
function comparing(field: string, direction: 1 | -1) {
  return (a: RaRecord, b: RaRecord): number => {
    const [left, right] = [valueAt(a, field), valueAt(b, field)];
    if (left == null || right == null) return Number(left == null) - Number(right == null);
    if (typeof left === 'number' && typeof right === 'number') return direction * (left - right);
    return direction * korean.compare(String(left), String(right));
  };
}
