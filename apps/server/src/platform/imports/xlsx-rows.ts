import { readSheet } from 'read-excel-file/universal';
import { refuse } from '../http/problem.ts';
import { holdSmall } from './zip-size.ts';

/** Cells beyond are no table of ours. */
const MOST_COLUMNS = 100;

/**
 * Rows of the first sheet of an XLSX file. Its size unpacked is measured before anything is read from it.
 * @throws file_unreadable
 */
export async function xlsxRows(bytes: Buffer): Promise<string[][]> {
  holdSmall(bytes);
  try {
    const own = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    const rows = await readSheet(own, 1, { trim: true });
    return rows.map((cells) => cells.slice(0, MOST_COLUMNS).map(textOf));
  } catch {
    return refuse('file_unreadable', 'not a sheet that can be read');
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell as string | number | boolean)
    .replaceAll('\0', '')
    .trim();
}
