import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { PassThrough, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Problem } from '../problem.ts';
import { daysOf, type ArchiveDay } from './archive-days.ts';
import { readHeader, readRow, type ArchiveRow, type Columns } from './archive-row.ts';

/** A row that cannot be used. */
export interface DamagedRow {
  readonly line: number;
  readonly why: string;
}

export interface Archive {
  /** Days per office, in the order of the file. */
  readonly days: ReadonlyMap<string, readonly ArchiveDay[]>;
  /** Rows of the offices wanted, by office. */
  readonly rows: ReadonlyMap<string, readonly ArchiveRow[]>;
  readonly rowCount: number;
  readonly damaged: readonly DamagedRow[];
  /** Why the file ends before its end; null when it is whole. */
  readonly cutOff: string | null;
}

/**
 * Reads the archive as a stream: CSV, gzipped or not. Damaged rows are left out and listed.
 * @param wants which offices' rows are kept; the names of all are
 * @throws Problem when the file cannot be read, or is no archive of this kind
 */
export async function readArchive(file: string, wants: (office: string) => boolean): Promise<Archive> {
  checkFile(file);
  const reader = new RowReader(wants);
  const stream = open(file);
  let cutOff: string | null = null;
  // A gzip that breaks off still gives the rows before the break.
  const lines = new PassThrough();
  stream.on('error', (error: NodeJS.ErrnoException) => {
    cutOff = error.code ?? error.message;
    lines.end();
  });
  stream.pipe(lines);
  for await (const line of createInterface({ input: lines, crlfDelay: Infinity })) reader.take(line);
  if (!reader.begun) throw new Problem(`${file} is no archive: ${cutOff ?? 'it is empty'}.`);
  return { ...reader.result(file), cutOff };
}

function checkFile(file: string): void {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) throw new Problem(`There is no file ${file}.`);
  if (!stat.isFile()) throw new Problem(`${file} is not a file.`);
}

function open(file: string): Readable {
  const source = createReadStream(file);
  if (!/\.gz$/i.test(file)) return source;
  const unzipped = createGunzip();
  source.on('error', (error) => unzipped.destroy(error));
  return source.pipe(unzipped);
}

/** Takes line by line. */
class RowReader {
  begun = false;
  private lineNumber = 0;
  private rowCount = 0;
  private header: { columns: Columns; width: number } | { missing: string[] } = { missing: [] };
  private readonly labels = new Map<string, Set<string>>();
  private readonly rows = new Map<string, ArchiveRow[]>();
  private readonly damaged: DamagedRow[] = [];

  constructor(private readonly wants: (office: string) => boolean) {}

  take(line: string): void {
    this.lineNumber += 1;
    if (!this.begun) {
      this.begun = true;
      this.header = readHeader(line);
    } else if (line !== '' && 'columns' in this.header) {
      this.keep(readRow(line, this.lineNumber, this.header.columns, this.header.width));
    }
  }

  private keep(row: ArchiveRow | string): void {
    this.rowCount += 1;
    if (typeof row === 'string') {
      this.damaged.push({ line: this.lineNumber, why: row });
      return;
    }
    const labels = this.labels.get(row.office) ?? new Set();
    this.labels.set(row.office, labels.add(row.label));
    if (!this.wants(row.office)) return;
    const rows = this.rows.get(row.office) ?? [];
    if (rows.length === 0) this.rows.set(row.office, rows);
    rows.push(row);
  }

  result(file: string): Omit<Archive, 'cutOff'> {
    if ('missing' in this.header) {
      throw new Problem(`${file} is no archive of this kind: its first line has no ${this.header.missing.join(', ')}.`);
    }
    const { rows, rowCount, damaged } = this;
    return { days: daysOf(this.labels), rows, rowCount, damaged };
  }
}
