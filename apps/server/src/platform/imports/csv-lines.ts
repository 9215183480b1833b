import { csvLine, csvMark } from '../http/csv.ts';
import type { Column } from './import-kind.ts';

/** Things as a table that spreadsheets open and that can be imported again: who reads it takes off what marks formulas. */
export function csvOf<T>(columns: readonly Column<T>[], things: readonly T[]): string {
  const lines = [columns.map(({ head }) => head), ...things.map((thing) => columns.map(({ show }) => show(thing)))];
  return csvMark + lines.map(csvLine).join('');
}
