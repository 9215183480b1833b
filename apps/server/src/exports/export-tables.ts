import { sealedColumns, type SealedColumn } from '../platform/sealing/sealed-columns.ts';
import { sealedIn, tables } from '../platform/data/data-catalogue.ts';
import type { TableFacts } from '../platform/data/table-facts.ts';
import { statement, type Transaction } from '../platform/database/database.ts';

/** A table as it goes into an archive. */
export interface ExportTable {
  readonly name: string;
  /** Named in the lines, in the order of the schema. */
  readonly columns: readonly string[];
  /** Columns that hold sealed texts, which are opened. */
  readonly sealed: readonly { readonly column: string; readonly purpose: SealedColumn }[];
  /** Columns that are there and do not leave. */
  readonly leftOut: readonly string[];
  /** Rows that are read at a time. */
  readonly rowsAtOnce: number;
  /** Opens a cursor; not prepared, since it holds the tenant. */
  readonly declare: string;
}

interface SchemaRow {
  readonly table: string;
  readonly columns: string[];
  readonly keys: string[];
}

// Asked of the schema itself: what a migration added is in the next archive.
const schema = statement(
  'export.schema',
  `select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns,
     (select array_agg(k.attname::text order by array_position(i.indkey::int2[], k.attnum))
      from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any(i.indkey)
      where i.indrelid = c.oid and i.indisprimary) as keys
   from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
   group by c.oid, c.relname order by c.relname`,
);

/** Every table of the schema that is not excepted in the catalogue. @param personal with data of people */
export async function exportTables(tx: Transaction, personal: boolean): Promise<ExportTable[]> {
  const rows = await tx.rows<SchemaRow>(schema);
  return rows.filter(({ table }) => tables[table]?.notExported === undefined).map((row) => tableOf(row, personal));
}

function tableOf({ table, columns, keys }: SchemaRow, personal: boolean): ExportTable {
  // A table that the catalogue does not know yet (a test does not let that pass) shows no more than its keys.
  const facts: Pick<TableFacts, 'secret' | 'personal' | 'rowsAtOnce'> = tables[table] ?? {
    secret: Object.fromEntries(columns.map((one) => [one, 'not in the catalogue'])),
  };
  const hidden = new Set([...Object.keys(facts.secret ?? {}), ...(personal ? [] : (facts.personal ?? []))]);
  const shown = columns.filter((column) => !hidden.has(column));
  const sealed = sealedIn(table)
    .filter((column) => shown.includes(column))
    .map((column) => ({ column, purpose: sealedColumns.find((one) => one === `${table}.${column}`) as SealedColumn }));
  const pairs = shown.map((column) => `t.${quoted(column)}`).join(', ');
  const own = table === 'tenant' ? 'id' : 'tenant_id';
  const text = `declare rows no scroll cursor for select row_to_json(r)::text as line
    from (select ${pairs} from ${quoted(table)} t where t.${own} = '{{tenant}}' order by ${keys.map((key) => `t.${quoted(key)}`).join(', ')}) r`;
  return {
    name: table,
    columns: shown,
    sealed,
    leftOut: columns.filter((one) => hidden.has(one)),
    rowsAtOnce: facts.rowsAtOnce ?? 500,
    declare: text,
  };
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
