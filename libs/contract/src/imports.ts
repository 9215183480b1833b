import { z } from 'zod';

/** Most bytes of a file that is imported, and most rows in it. */
export const IMPORT_MOST = { bytes: 5 * 1024 * 1024, rows: 2_000 } as const;
/** Of the whole request: the file as base64, and room for the words around it. */
export const IMPORT_BODY_BYTES = Math.ceil(IMPORT_MOST.bytes / 3) * 4 + 4_096;

/**
 * A file as it is sent: CSV (UTF-8 or the CP949 of Korean Excel) or XLSX; what it is, its bytes say. Looked through for the
 * first wrong sign: a pattern of the whole remembers every sign it passed, and runs out of stack at five megabytes.
 */
export const ImportFile = z
  .string()
  .min(1)
  .max(Math.ceil(IMPORT_MOST.bytes / 3) * 4, 'file: at most 5 MB')
  .refine((text) => !/[^A-Za-z0-9+/]/.test(text.replace(/={1,2}$/, '')), 'file: base64');

/** Answer of a dry run to be sent back: what it showed, and on what. */
export const ImportToken = z.string().regex(/^[0-9a-f]{64}$/, 'token: as the dry run gave it');

export const importOutcomes = ['new', 'changed', 'unchanged', 'wrong'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

/**
 * What can be wrong with a cell, a row or the head of the table; `value` is what stands there, or what it clashes with.
 * `rule` is a rule of the whole office, in the server's own words.
 */
export const importFaults = [
  'column_missing',
  'column_unknown',
  'column_twice',
  'required',
  'too_long',
  'not_a_number',
  'out_of_range',
  'not_whole',
  'bad_code',
  'bad_choice',
  'code_twice',
  'archived',
  'range_order',
  'range_overlap',
  'numbers_used_today',
  'bad_hours',
  'bad_link',
  'rule',
] as const;
export type ImportFaultCode = (typeof importFaults)[number];

/** A row of the file; `row` as spreadsheets count, the head of the table is row 1. Columns by their Korean heads. */
export const ImportRow = z.object({
  row: z.int().min(1),
  code: z.string(),
  name: z.string(),
  outcome: z.enum(importOutcomes),
  changes: z.array(z.object({ column: z.string(), before: z.string().nullable(), after: z.string() })),
  faults: z.array(z.object({ column: z.string().nullable(), code: z.enum(importFaults), value: z.string() })),
});
export type ImportRow = z.infer<typeof ImportRow>;

/** What an import would do. It can be applied when nothing is wrong and something is new or changed. */
export const ImportCheck = z
  .object({
    token: z.string(),
    counts: z.object({ new: z.int(), changed: z.int(), unchanged: z.int(), wrong: z.int() }),
    rows: z.array(ImportRow),
  })
  .meta({ id: 'ImportCheck' });
export type ImportCheck = z.infer<typeof ImportCheck>;

/** What an import did. */
export const ImportDone = z.object({ created: z.int(), changed: z.int() }).meta({ id: 'ImportDone' });
export type ImportDone = z.infer<typeof ImportDone>;
