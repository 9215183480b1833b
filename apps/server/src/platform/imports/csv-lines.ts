import type { Column } from './import-kind.ts';

/** Things as a table that spreadsheets open and that can be imported again. UTF-8 with its mark: Excel knows it by this only. */
export function csvOf<T>(columns: readonly Column<T>[], things: readonly T[]): string {
  const lines = [columns.map(({ head }) => head), ...things.map((thing) => columns.map(({ show }) => show(thing)))];
  return `\ufeff${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** A cell that begins like a formula would be one: the mark before it is taken off again by who reads the table. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A text as the parts in which files are sent. */
export async function* inOnePart(text: string): AsyncGenerator<string> {
  yield text;
}
