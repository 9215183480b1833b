import { IMPORT_MOST } from '@sunbeon/contract';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { refuse } from '../http/problem.ts';

/** Longest row: 20 columns with the longest texts. */
const MOST_IN_ROW = 64 * 1024;

/**
 * Rows of a CSV file: UTF-8 with or without its mark, UTF-16 with it, else the CP949 in which Korean Excel writes "CSV".
 * @throws file_unreadable
 */
export function csvRows(bytes: Buffer): string[][] {
  const text = textOf(bytes);
  if (text === undefined || text.includes('\0')) return refuse('file_unreadable');
  try {
    const options = { relax_column_count: true, max_record_size: MOST_IN_ROW, trim: true } as const;
    // One row more than is allowed tells that there are too many; empty ones below a table may be many.
    return parse(text, { ...options, skip_empty_lines: false, delimiter: delimiterOf(text), to: 4 * IMPORT_MOST.rows });
  } catch {
    return refuse('file_unreadable', 'not CSV: a quotation mark is left open, or a row is endless');
  }
}

function textOf(bytes: Buffer): string | undefined {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return isUtf16 ? decoded(bytes, 'utf-16le') : (decoded(bytes, 'utf-8') ?? ofCp949(bytes));
}

function decoded(bytes: Buffer, encoding: 'utf-8' | 'utf-16le'): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** By iconv-lite: Node's own decoder knows EUC-KR only, which lacks 8,822 of the syllables of CP949. */
function ofCp949(bytes: Buffer): string | undefined {
  const text = iconv.decode(bytes, 'cp949');
  return text.includes('\ufffd') ? undefined : text;
}

/** Excel's "Unicode text" has tabs, some settings have semicolons: what stands most often in the head of the table. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split('\n', 1);
  const times = (mark: string) => head.split(mark).length;
  return [';', '\t'].reduce((best, mark) => (times(mark) > times(best) ? mark : best), ',');
}
