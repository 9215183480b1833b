import type { Sheet } from './import-file.ts';
import type { Column, PlannedRow } from './import-kind.ts';

/** A row below the head of a table. */
export interface Line<T> {
  /** As spreadsheets count: the head is row 1. */
  readonly row: number;
  readonly cells: ReadonlyMap<Column<T>, string>;
}

interface Table<T> {
  readonly headFaults: PlannedRow<T>['faults'];
  readonly present: ReadonlySet<Column<T>>;
  readonly lines: readonly Line<T>[];
}

const plain = (head: string) => head.replaceAll(/\s+/g, '').toLowerCase();

/** A sheet by its columns, in whatever order they stand; empty rows are passed over. */
export function readTable<T>(sheet: Sheet, columns: readonly Column<T>[], code: Column<T>): Table<T> {
  const [head = []] = sheet;
  const found = head.map((cell) =>
    columns.find((column) => plain(column.head) === plain(cell) || column.also.includes(plain(cell))),
  );
  const headFaults = head.flatMap((cell, index): Table<T>['headFaults'] => {
    const column = found[index];
    if (!column) return cell === '' ? [] : [{ column: cell, code: 'column_unknown', value: cell }];
    return found.indexOf(column) < index ? [{ column: cell, code: 'column_twice', value: cell }] : [];
  });
  if (!found.includes(code)) headFaults.push({ column: code.head, code: 'column_missing', value: code.head });
  const lines = sheet.slice(1).flatMap((cells, index) => {
    if (cells.every((cell) => cell === '')) return [];
    const own = found.flatMap((column, at): [Column<T>, string][] => (column ? [[column, cells[at] ?? '']] : []));
    return [{ row: index + 2, cells: new Map(own) }];
  });
  return { headFaults, present: new Set(found.filter((column) => column !== undefined)), lines };
}
