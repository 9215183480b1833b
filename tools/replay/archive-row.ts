import { parse } from 'csv-parse/sync';

/** One row of the archive: one service of one office at one minute. */
export interface ArchiveRow {
  /** Line in the file, from 1 (the header). */
  readonly line: number;
  readonly office: string;
  /** Day as the archive labels it, 'YYYY-MM-DD'; see archive-days.ts for what it means. */
  readonly label: string;
  /** Local time 'HH:MM'. */
  readonly time: string;
  /** The archive's id of the service (idGrupy). */
  readonly service: string;
  readonly name: string;
  /** Letter on the service's own tickets; '' when it has none. */
  readonly letter: string;
  readonly openCounters: number;
  /** Minutes per ticket as published, a nominal value; 0 = none. */
  readonly minutes: number;
  /** People waiting. */
  readonly waiting: number;
  /** Number called last as published, '' when none is shown. */
  readonly number: string;
}

/** Position of each column that is read. */
export type Columns = Readonly<Record<keyof typeof columnNames, number>>;

const columnNames = {
  office: 'name',
  time: 'time',
  label: 'date',
  minutes: 'czasObslugi',
  service: 'idGrupy',
  openCounters: 'liczbaCzynnychStan',
  name: 'nazwaGrupy',
  letter: 'literaGrupy',
  waiting: 'liczbaKlwKolejce',
  number: 'aktualnyNumer',
} as const;

/** Reads the header. Returns the columns, or the names of those that are missing. */
export function readHeader(line: string): { columns: Columns; width: number } | { missing: string[] } {
  const fields = fieldsOf(line.replace(/^\uFEFF/, '')) ?? [];
  const entries = Object.entries(columnNames).map(([key, name]) => [key, fields.indexOf(name)] as const);
  const missing = entries.filter(([, index]) => index < 0).map(([key]) => columnNames[key as keyof Columns]);
  if (missing.length > 0) return { missing };
  return { columns: Object.fromEntries(entries) as unknown as Columns, width: fields.length };
}

/**
 * Fields of one line, or null when its quotes do not fit. Each line is read by itself: a stray quote must not swallow
 * the rows after it.
 */
export function fieldsOf(line: string): string[] | null {
  if (!line.includes('"')) return line.split(',');
  try {
    const rows: string[][] = parse(line, { relax_column_count: true });
    return rows.length === 1 ? (rows[0] ?? null) : null;
  } catch {
    return null;
  }
}

const shapes: readonly (readonly [keyof Columns, RegExp])[] = [
  ['office', /^[\p{L}\p{N}][\p{L}\p{N}_. -]{0,79}$/u],
  ['time', /^(?:[01]\d|2[0-3]):[0-5]\d$/],
  ['label', /^\d{4}-\d{2}-\d{2}$/],
  ['service', /^[A-Z0-9][A-Z0-9_:.-]{0,63}$/],
  ['openCounters', /^\d{1,3}$/],
  ['minutes', /^\d{0,3}$/],
  ['name', /^[^\p{C}\uFFFD]{1,200}$/u],
  ['letter', /^ ?$|^[A-Z]{1,2}$/],
  ['waiting', /^\d{1,4}$/],
  ['number', /^[^\p{C}\uFFFD]{0,16}$/u],
];

/** Reads one line. Returns the row, or in a few words why it is damaged. */
export function readRow(line: string, lineNumber: number, columns: Columns, width: number): ArchiveRow | string {
  const fields = fieldsOf(line);
  if (!fields) return 'quotes that do not fit';
  if (fields.length !== width) return `${fields.length} fields instead of ${width}`;
  const at = (key: keyof Columns): string => fields[columns[key]] ?? '';
  const bad = shapes.find(([key, shape]) => !shape.test(at(key)));
  if (bad) return `${columnNames[bad[0]]} is ${JSON.stringify(at(bad[0]).slice(0, 40))}`;
  if (!isDate(at('label'))) return `date is "${at('label')}"`;
  return {
    line: lineNumber,
    office: at('office'),
    label: at('label'),
    time: at('time'),
    service: at('service'),
    name: at('name').trim() || at('service'),
    letter: at('letter').trim(),
    openCounters: Number(at('openCounters')),
    minutes: Number(at('minutes')),
    waiting: Number(at('waiting')),
    number: at('number').trim(),
  };
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && date.getUTCFullYear() >= 2000;
}
