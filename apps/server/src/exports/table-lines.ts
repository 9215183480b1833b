import { statement, type Transaction } from '../platform/database/database.ts';
import type { Sealing } from '../platform/sealing/sealing.ts';
import type { ExportTable } from './export-tables.ts';

const close = statement('export.close', 'close rows');

/**
 * A table's rows as lines of JSON, some hundred at a time. In one snapshot the same lines come each time, in the order of the
 * primary key.
 */
export async function* tableLines(tx: Transaction, table: ExportTable, sealing: Sealing): AsyncGenerator<string> {
  const { tenantId } = tx.scope;
  // The tenant's id was checked to be one; a cursor takes no parameters.
  await tx.rows({ name: '', text: table.declare.replace('{{tenant}}', tenantId) });
  const fetch = statement(`export.fetch_${table.rowsAtOnce}`, `fetch ${table.rowsAtOnce} from rows`);
  for (;;) {
    const rows = await tx.rows<{ line: string }>(fetch);
    if (rows.length === 0) break;
    const lines = table.sealed.length === 0 ? rows.map(({ line }) => line) : await opened(tx, table, rows, sealing);
    yield `${lines.join('\n')}\n`;
  }
  await tx.rows(close);
}

async function opened(
  tx: Transaction,
  { sealed }: ExportTable,
  rows: readonly { line: string }[],
  sealing: Sealing,
): Promise<string[]> {
  const lines: string[] = [];
  for (const { line } of rows) {
    const row = JSON.parse(line) as Record<string, string | null>;
    for (const { column, purpose } of sealed) {
      const text = row[column];
      if (typeof text === 'string') row[column] = await sealing.open(tx, purpose, text);
    }
    lines.push(JSON.stringify(row));
  }
  return lines;
}
