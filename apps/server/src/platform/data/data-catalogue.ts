import { sealedColumns } from '../sealing/sealed-columns.ts';
import type { TableFacts } from './table-facts.ts';
import { identityTables } from './tables-of-people.ts';
import { hallTables } from './tables-of-halls.ts';
import { installationTables } from './tables-of-tenants.ts';

/** Every table of the schema. A test compares this with the schema, and with docs/data.md. */
export const tables: Readonly<Record<string, TableFacts>> = {
  ...installationTables,
  ...identityTables,
  ...hallTables,
};

/** Columns of a table that hold sealed texts. */
export function sealedIn(table: string): string[] {
  return sealedColumns.filter((one) => one.startsWith(`${table}.`)).map((one) => one.slice(table.length + 1));
}
