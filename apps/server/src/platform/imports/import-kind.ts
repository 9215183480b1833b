import type { ImportFaultCode, ImportRow } from '@sunbeon/contract';

/** What is wrong with a cell; thrown by `Column.set`. */
export class CellFault extends Error {
  constructor(
    readonly code: ImportFaultCode,
    readonly value = '',
  ) {
    super(code);
  }
}

/** A column of a table: how it reads and writes a field of a thing. */
export interface Column<T> {
  /** As templates write it. */
  readonly head: string;
  /** Other heads that are taken for it, without spaces and in small letters. */
  readonly also: readonly string[];
  /** A new thing needs it; an empty cell is a fault. */
  readonly required: boolean;
  show(thing: T): string;
  /** @throws CellFault */
  set(thing: T, text: string): T;
}

/** How the things of an import are told apart, and what is there already. */
export interface ImportKind<T> {
  /** Its cells are the codes. */
  readonly code: Column<T>;
  readonly columns: readonly Column<T>[];
  readonly nameOf: (thing: T) => string;
  readonly blank: T;
  readonly known: ReadonlyMap<string, { readonly thing: T; readonly isArchived: boolean }>;
}

export interface PlannedRow<T> extends ImportRow {
  readonly faults: { column: string | null; code: ImportFaultCode; value: string }[];
  readonly before: T | undefined;
  readonly after: T;
}
