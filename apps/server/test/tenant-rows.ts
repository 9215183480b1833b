import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly needed: boolean;
}

/** A foreign key: these columns hold what those of the other table hold. */
interface Reference {
  readonly to: string;
  readonly columns: readonly string[];
  readonly theirs: readonly string[];
}

interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly references: readonly Reference[];
  /** Constraint -> its columns and its text. */
  readonly checks: readonly { name: string; columns: readonly string[]; text: string }[];
}

/** Every table with a tenant, read from the schema itself. */
export async function tenantTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname as name,
       (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null),
          'needed', a.attnotnull and not a.atthasdef and a.attidentity = '') order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       coalesce((select json_agg(json_build_object('to', f.confrelid::regclass::text,
          'columns', (select json_agg(a.attname order by k.place) from unnest(f.conkey) with ordinality k(n, place)
            join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.n),
          'theirs', (select json_agg(a.attname order by k.place) from unnest(f.confkey) with ordinality k(n, place)
            join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.n)))
        from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'), '[]') as "references",
       coalesce((select json_agg(json_build_object('name', k.conname, 'text', pg_get_constraintdef(k.oid),
          'columns', (select json_agg(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum = any (k.conkey))))
        from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'), '[]') as checks
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id') order by 1`,
  );
  return rows;
}

/**
 * Gives a tenant a row in every table of its own that has none, made from the schema: types, checks and foreign keys. So
 * no test has to know which tables there are, and none of them is empty. Runs as the superuser.
 * @returns tables that were filled
 * @throws Error that names the table and the constraint which refuses the row
 */
export async function fillTables(client: Client, tenantId: string): Promise<string[]> {
  await client.query('select sys.ensure_month(current_date)');
  const tables = new Map((await tenantTables(client)).map((table) => [table.name, table]));
  const filled: string[] = [];
  const begun = new Set<string>();
  const fill = async (table: Table): Promise<void> => {
    if (begun.has(table.name)) return;
    begun.add(table.name);
    const { rowCount } = await client.query(`select from ${table.name} where tenant_id = $1 limit 1`, [tenantId]);
    if (rowCount !== 0) return;
    for (const { to } of table.references) {
      const parent = tables.get(to);
      if (parent) await fill(parent);
    }
    await insert(client, table, await rowFor(client, table, tenantId));
    filled.push(table.name);
  };
  for (const table of tables.values()) await fill(table);
  return filled;
}

type Row = Record<string, unknown>;

async function rowFor(client: Client, table: Table, tenantId: string): Promise<Row> {
  const row: Row = { tenant_id: tenantId };
  for (const { name, type, needed } of table.columns) {
    if (name === 'tenant_id' || !(needed || type === 'uuid')) continue;
    const choice = /= ANY \(\(?ARRAY\['([^']*)'/.exec(
      table.checks.find(({ columns, text }) => columns.includes(name) && text.includes('ANY'))?.text ?? '',
    );
    row[name] = choice?.[1] ?? valueOf(name, type);
  }
  for (const { to, columns, theirs } of table.references) {
    const own = theirs.includes('tenant_id') ? 'where tenant_id = $1' : to === 'tenant' ? 'where id = $1' : '';
    const { rows } = await client.query<Row>(
      `select ${theirs.join(', ')} from ${to} ${own} limit 1`,
      own === '' ? [] : [tenantId],
    );
    columns.forEach((column, at) => (row[column] = rows[0]?.[theirs[at] ?? ''] ?? null));
  }
  return row;
}

function valueOf(name: string, type: string): unknown {
  if (type === 'uuid') return randomUUID();
  if (type === 'boolean') return false;
  if (type === 'date') return new Date().toISOString().slice(0, 10);
  if (type.startsWith('timestamp')) {
    const ahead = /expires|until|_to$|due|next/.test(name) ? 3_600_000 : 0;
    return new Date(Date.now() + ahead).toISOString();
  }
  if (type === 'jsonb' || type === 'json') return {};
  if (type.endsWith('[]')) return '{}';
  if (type === 'bytea') return '\\x00';
  if (/int|numeric|double|real/.test(type)) return 1;
  return `filled-${randomUUID()}`;
}

/** What a check may want of a value that is no choice of words. */
const others: readonly unknown[] = [
  ...['a', 'A', 'aa', 'a@b.test', '12:00', 'a'.repeat(64), '0'.repeat(64), '+821012345678', '2030-01', '{}'],
  ...[1, 2, 3, 4, 5, 6, 8, 10, 11, 12].map((digits) => '1'.repeat(digits)),
  ...[[], 0, 2, 5, 10, 60, 100, 1_000, true, null],
];

/** Inserts; where a check refuses, its columns take other values in turn. */
async function insert(client: Client, table: Table, row: Row, tried: ReadonlySet<string> = new Set()): Promise<void> {
  const attempt = (wanted: Row) => {
    const names = Object.keys(wanted).map((name) => `"${name}"`);
    return client.query(
      `insert into ${table.name} (${names.join()}) select ${names.join()} from jsonb_populate_record(null::${table.name}, $1)`,
      [JSON.stringify(wanted)],
    );
  };
  const refusedBy = (wanted: Row) =>
    attempt(wanted).then(
      () => undefined,
      (error: { code: string; constraint?: string; message: string }) => error,
    );
  const refusal = await refusedBy(row);
  if (!refusal) return;
  const check = table.checks.find(({ name }) => name === refusal.constraint);
  if (refusal.code !== '23514' || !check || tried.has(check.name))
    throw new Error(`no row could be made for ${table.name}: ${refusal.message}`);
  for (const column of check.columns) {
    const begins = /~~ '([^'%]*)%/.exec(check.text)?.[1];
    for (const value of begins === undefined ? others : [begins + 'a'.repeat(40)]) {
      const wanted = { ...row, [column]: value };
      const again = await refusedBy(wanted);
      if (!again) return;
      if (again.code === '23514' && again.constraint !== check.name)
        return insert(client, table, wanted, new Set([...tried, check.name]));
    }
  }
  // No value here fits: the check goes, in this test's own database. It is not what is tried here.
  await client.query(`alter table ${table.name} drop constraint ${check.name}`);
  return insert(client, table, row, new Set([...tried, check.name]));
}

/** Table -> checksum of all rows of a tenant, or of those that name one of its offices. */
export async function checksums(client: Client, tenantId: string, officeId?: string): Promise<Record<string, string>> {
  const tables = await tenantTables(client);
  const ofOffice = tables.filter(({ columns }) => columns.some(({ name }) => name === 'office_id'));
  const where = (key: string) =>
    `${key} = '${tenantId}'${officeId === undefined ? '' : ` and office_id = '${officeId}'`}`;
  const parts = (officeId === undefined ? tables : ofOffice).map(({ name }) => [name, where('tenant_id')]);
  if (officeId === undefined) parts.push(['tenant', where('id')]);
  const { rows } = await client.query<{ name: string; sum: string }>(
    parts
      .map(
        ([name, condition]) =>
          `select '${name}' as name, coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as sum
           from ${name} t where ${condition}`,
      )
      .join(' union all '),
  );
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

/** Names of the tables in which two lists of checksums differ. */
export const changedTables = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys(after).filter((name) => before[name] !== after[name]);

/**
 * `table.column` -> the ids there of a tenant's rows, the newest first; with an office, of the rows that belong to it,
 * less those that are also in rows of the tenant's other offices or of the tenant as a whole.
 */
export async function idsOf(client: Client, tenantId: string, officeId?: string): Promise<Map<string, string[]>> {
  const own = new Map<string, string[]>();
  const elsewhere = new Set<string>([tenantId]);
  const id: Column = { name: 'id', type: 'uuid', needed: true };
  for (const { name, columns } of [...(await tenantTables(client)), { name: 'tenant', columns: [id] }]) {
    const office = name === 'office' ? 'id' : columns.some((one) => one.name === 'office_id') ? 'office_id' : undefined;
    for (const column of columns.filter(({ type }) => type === 'uuid' || type === 'uuid[]')) {
      if (officeId !== undefined && office === undefined && column.name !== 'id') continue;
      const value = column.type === 'uuid' ? `t."${column.name}"` : `unnest(t."${column.name}")`;
      const inside =
        officeId === undefined ? 'true' : office ? `coalesce(t.${office} = '${officeId}', false)` : 'false';
      const { rows } = await client.query<{ id: string | null; inside: boolean }>(
        `select distinct ${value} as id, ${inside} as inside from ${name} t
         where ${name === 'tenant' ? 'id' : 'tenant_id'} = $1`,
        [tenantId],
      );
      const ids = (within: boolean) => rows.flatMap((row) => (row.inside === within && row.id ? [row.id] : []));
      own.set(`${name}.${column.name}`, ids(true).sort().reverse());
      if (officeId !== undefined) for (const one of ids(false)) elsewhere.add(one);
    }
  }
  if (officeId === undefined) return own;
  return new Map([...own].map(([place, ids]) => [place, ids.filter((one) => !elsewhere.has(one))]));
}
