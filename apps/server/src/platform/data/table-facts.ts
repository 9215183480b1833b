/**
 * What becomes of a table's rows. docs/data.md says the same words (a test compares), the job retention.keep deletes by
 * `aged`, and the archive of a tenant's data is made by the rest.
 */
export interface TableFacts {
  /** How long a row is kept. */
  readonly kept: string;
  /** What deletes it: `job name`, or words. */
  readonly deletedBy: string;
  /** SQL condition of rows that retention.keep deletes, in their tenant's scope; only where that job is named. */
  readonly aged?: string;
  /** Columns with data of people: in an archive only when it was asked for with personal data. */
  readonly personal?: readonly string[];
  /** Columns that never leave, each with the reason. */
  readonly secret?: Readonly<Record<string, string>>;
  /** Why the table is not in an archive. */
  readonly notExported?: string;
  /** Rows of an archive that are read at a time, where 500 of them would be too much to hold. */
  readonly rowsAtOnce?: number;
}

export const untilErased = { kept: 'until the tenant is erased', deletedBy: 'job erasure.run' } as const;
