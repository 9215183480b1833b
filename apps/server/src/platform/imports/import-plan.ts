import type { ImportCheck, ImportRow } from '@sunbeon/contract';
import { createHash } from 'node:crypto';
import { refuse } from '../http/problem.ts';
import type { Sheet } from './import-file.ts';
import { CellFault, type Column, type ImportKind, type PlannedRow } from './import-kind.ts';
import { readTable, type Line } from './import-table.ts';

/** What a sheet would do with the things that are there, row by row; nothing is changed. Pure. */
export function planImport<T>(sheet: Sheet, kind: ImportKind<T>): PlannedRow<T>[] {
  const all = [kind.code, ...kind.columns];
  const { headFaults, lines, present } = readTable(sheet, all, kind.code);
  const seen = new Map<string, number>();
  const rows = headFaults.some(({ code }) => code === 'column_missing')
    ? []
    : lines.map((line) =>
        planRow(
          line,
          kind,
          all.filter((column) => present.has(column)),
          seen,
        ),
      );
  if (headFaults.length === 0) return rows;
  const head = { row: 1, code: '', name: '', outcome: 'wrong', changes: [], faults: headFaults } as const;
  return [{ ...head, changes: [], faults: [...headFaults], before: undefined, after: kind.blank }, ...rows];
}

function planRow<T>(
  { row, cells }: Line<T>,
  kind: ImportKind<T>,
  present: readonly Column<T>[],
  seen: Map<string, number>,
): PlannedRow<T> {
  const faults: PlannedRow<T>['faults'] = [];
  // As codeCell reads it: what is written in small letters is the same thing.
  const code = (cells.get(kind.code) ?? '').toUpperCase();
  const known = kind.known.get(code);
  let after = known?.thing ?? kind.blank;
  for (const column of present) {
    try {
      after = setCell(column, after, cells.get(column) ?? '');
    } catch (error) {
      if (!(error instanceof CellFault)) throw error;
      faults.push({ column: column.head, code: error.code, value: error.value });
    }
  }
  if (!known)
    for (const { head, required } of kind.columns.filter((column) => !present.includes(column)))
      if (required) faults.push({ column: head, code: 'required', value: '' });
  const first = seen.get(code);
  if (code !== '' && first !== undefined)
    faults.push({ column: kind.code.head, code: 'code_twice', value: String(first) });
  if (code !== '' && first === undefined) seen.set(code, row);
  if (known?.isArchived) faults.push({ column: kind.code.head, code: 'archived', value: code });
  const changes = changesOf(present, known?.thing, after);
  const outcome = faults.length > 0 ? 'wrong' : !known ? 'new' : changes.length > 0 ? 'changed' : 'unchanged';
  return { row, code, name: kind.nameOf(after), outcome, changes, faults, before: known?.thing, after };
}

function setCell<T>(column: Column<T>, thing: T, text: string): T {
  if (text === '' && column.required) throw new CellFault('required');
  return column.set(thing, text);
}

function changesOf<T>(columns: readonly Column<T>[], before: T | undefined, after: T): ImportRow['changes'] {
  return columns
    .map(({ head, show }) => ({ column: head, before: before === undefined ? null : show(before), after: show(after) }))
    .filter((change) => change.before !== change.after && (change.before !== null || change.after !== ''));
}

/** The row with one more fault. */
export function withFault<T>(row: PlannedRow<T>, fault: PlannedRow<T>['faults'][number]): PlannedRow<T> {
  return { ...row, outcome: 'wrong', faults: [...row.faults, fault] };
}

/** What is applied is what was shown. @throws changed_meanwhile; import_faulty when a row is wrong or there is nothing to do */
export function holdShown({ token, counts }: ImportCheck, shown: string): void {
  if (token !== shown) refuse('changed_meanwhile');
  if (counts.wrong > 0 || counts.new + counts.changed === 0) refuse('import_faulty');
}

/**
 * The answer of a dry run. Its token stands for what is shown and for all on which it rests: when either is another at the
 * time of applying, so is the token.
 * @param basis versions of what is there
 */
export function checkOf<T>(planned: readonly PlannedRow<T>[], basis: unknown): ImportCheck {
  const rows = planned.map(({ row, code, name, outcome, changes, faults }): ImportRow => {
    return { row, code, name, outcome, changes, faults };
  });
  const things = planned.map(({ before, after }) => [before ?? null, after]);
  const token = createHash('sha256')
    .update(JSON.stringify([basis, rows, things]))
    .digest('hex');
  const count = (outcome: ImportRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return {
    token,
    counts: { new: count('new'), changed: count('changed'), unchanged: count('unchanged'), wrong: count('wrong') },
    rows,
  };
}
