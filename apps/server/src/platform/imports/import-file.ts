import { IMPORT_MOST } from '@sunbeon/contract';
import { refuse } from '../http/problem.ts';
import { csvRows } from './csv-rows.ts';
import { xlsxRows } from './xlsx-rows.ts';

/** Cells of a table as texts, row by row, empty rows too: their places are those of the spreadsheet. */
export type Sheet = readonly (readonly string[])[];

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
/** The old binary format of Excel, and what a password makes of the new one. */
const OLD_OFFICE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * The table of a file that somebody sent. What it is, its first bytes say, not its name.
 * @param file base64
 * @throws body_too_large, file_unreadable, file_too_long
 */
export async function importedSheet(file: string): Promise<Sheet> {
  const bytes = Buffer.from(file, 'base64');
  if (bytes.length > IMPORT_MOST.bytes) refuse('body_too_large');
  if (bytes.subarray(0, 8).equals(OLD_OFFICE)) refuse('file_unreadable', 'an old or encrypted Excel file');
  const rows = bytes.subarray(0, 4).equals(ZIP) ? await xlsxRows(bytes) : csvRows(bytes);
  const sheet = rows.map((cells) => cells.map(plainCell));
  const last = sheet.findLastIndex((cells) => cells.some((cell) => cell !== ''));
  if (last < 0) refuse('file_unreadable', 'the file is empty');
  if (last > IMPORT_MOST.rows) refuse('file_too_long');
  return sheet.slice(0, last + 1);
}

/** Tables of ours mark what would be taken for a formula with an apostrophe (csv-lines.ts). */
const plainCell = (cell: string) => cell.trim().replace(/^'(?=[=+\-@])/, '');
