import type { Client } from 'pg';

const OURS = "n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'";

/** Table -> how many rows it has, and a checksum of all of them; tables of every schema, whole and by partition. */
export async function contentsOf(client: Client): Promise<Record<string, string>> {
  const tables = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${OURS} order by 1`,
  );
  const sums: Record<string, string> = {};
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ n: string; sum: string | null }>(
      `select count(*) as n, md5(string_agg(t::text, ',' order by t::text collate "C")) as sum from ${name} t`,
    );
    sums[name] = `${rows[0]?.n} rows, ${rows[0]?.sum ?? 'empty'}`;
  }
  return sums;
}

/** Kind -> query of one column `line`, in which names and roles stand instead of numbers that differ between servers. */
const DEFINITIONS = {
  schemas: `select format('%I of %s: %s', n.nspname, n.nspowner::regrole, n.nspacl) from pg_namespace n where ${OURS}`,
  relations: `select format('%s %s of %s, rls %s forced %s, options %s: %s', c.relkind, c.oid::regclass,
      c.relowner::regrole, c.relrowsecurity, c.relforcerowsecurity, c.reloptions, c.relacl)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS}`,
  columns: `select format('%s %s %s not null %s default %s %s: %s', c.oid::regclass, a.attname,
      format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attgenerated::text || a.attidentity::text,
      a.attacl)
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'v', 'm') and ${OURS}`,
  policies: `select format('%s %s %s %s to %s using %s check %s', c.oid::regclass, p.polname, p.polcmd, p.polpermissive,
      array(select r::regrole::text from unnest(p.polroles) r order by 1), pg_get_expr(p.polqual, c.oid),
      pg_get_expr(p.polwithcheck, c.oid))
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where ${OURS}`,
  functions: `select format('%s of %s: %s %s', p.oid::regprocedure, p.proowner::regrole, p.proacl, pg_get_functiondef(p.oid))
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prokind in ('f', 'p') and ${OURS}`,
  constraints: `select format('%s %s %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid))
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace where ${OURS}`,
  indexes: `select pg_get_indexdef(i.indexrelid)
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace where ${OURS}`,
  triggers: `select format('%s %s', pg_get_triggerdef(t.oid), t.tgenabled)
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and ${OURS}`,
  types: `select format('%s of %s: %s %s', t.oid::regtype, t.typowner::regrole, t.typacl,
      array(select e.enumlabel from pg_enum e where e.enumtypid = t.oid order by e.enumsortorder))
    from pg_type t join pg_namespace n on n.oid = t.typnamespace where ${OURS}`,
  extensions: `select format('%s %s in %s', e.extname, e.extversion, e.extnamespace::regnamespace) from pg_extension e`,
  defaults: `select format('%s %s of %s: %s', d.defaclnamespace::regnamespace, d.defaclobjtype, d.defaclrole::regrole,
    d.defaclacl) from pg_default_acl d`,
} as const;

type Kind = keyof typeof DEFINITIONS;

/** Everything that a database has besides rows: kind -> a line for each, with owners and grants. */
export async function definitionsOf(client: Client): Promise<Record<Kind, string[]>> {
  const found: [string, string[]][] = [];
  for (const [kind, sql] of Object.entries(DEFINITIONS)) {
    const { rows } = await client.query<{ line: string }>(`select line from (${sql}) as q(line)`);
    found.push([kind, rows.map(({ line }) => line).sort()]);
  }
  return Object.fromEntries(found) as Record<Kind, string[]>;
}
