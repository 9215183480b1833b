import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { z } from 'zod';
import { jobs } from '../src/platform/jobs/catalogue.ts';
import { startTestApp, type TestApp } from './app.ts';
import { withSuperuser } from './history.ts';
import { makeTenant } from './identity-http.ts';
import { checksums, fillTables, tenantTables } from './tenant-rows.ts';

/**
 * What somebody could do who runs SQL of their own under the serving role, in the scope of one tenant. Every table of the
 * schema is tried, filled with rows of two tenants by the schema itself.
 */
let server: TestApp;
let own: string;
let other: string;
let tables: Awaited<ReturnType<typeof tenantTables>>;

beforeAll(async () => {
  server = await startTestApp({}, ['--roles=api']);
  own = (await makeTenant(server, 'ours')).id;
  other = (await makeTenant(server, 'theirs')).id;
  await sql(async (client) => {
    for (const id of [own, other]) await fillTables(client, id);
    tables = await tenantTables(client);
  });
}, 60_000);
afterAll(() => server.stop());

const sql = <T>(work: (client: pg.Client) => Promise<T>) => withSuperuser(server.database.superUrl, work);

/** Work under the serving role in the scope of the own tenant; rolled back. */
async function asApp<T>(work: (client: pg.Client) => Promise<T>, tenantId = own): Promise<T> {
  const client = new pg.Client(server.database.databaseUrl);
  await client.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('app.tenant_id', $1, true)", [tenantId]);
    return await work(client);
  } finally {
    await client.end();
  }
}

type Refusal = { code: string; message: string };
/** How many rows a statement touched; of a refusal its code, or 'policy'. */
const outcome = (client: pg.Client, text: string, values: unknown[] = []): Promise<number | string> =>
  client.query(text, values).then(
    ({ rowCount }) => rowCount ?? 0,
    ({ code, message }: Refusal) => (/row-level security/.test(message) ? 'policy' : code),
  );
const DENIED = '42501';

/** Tries something at every table, each in a transaction of its own. */
async function atEvery(
  attempt: (client: pg.Client, name: string, row: Record<string, unknown>) => Promise<number | string>,
  good: readonly (number | string)[],
): Promise<string[]> {
  const faults: string[] = [];
  for (const { name } of tables) {
    const row = await sql(async (client) => {
      const { rows } = await client.query<{ row: Record<string, unknown> }>(
        `select to_jsonb(t) as row from ${name} t where tenant_id = $1 limit 1`,
        [other],
      );
      return rows[0]?.row;
    });
    if (!row) throw new Error(`${name} is empty`);
    const found = await asApp((client) => attempt(client, name, row));
    if (!good.includes(found)) faults.push(`${name}: ${found}`);
  }
  return faults;
}

const columnsOf = (name: string) =>
  (tables.find((table) => table.name === name)?.columns ?? []).map((column) => `"${column.name}"`).join();
const insertOf = (name: string) =>
  `insert into ${name} (${columnsOf(name)}) select ${columnsOf(name)} from jsonb_populate_record(null::${name}, $1)`;

describe('SQL in the scope of one tenant', () => {
  it('reads the own rows, or it would prove nothing', async () => {
    const unread: string[] = [];
    for (const { name } of tables)
      if ((await asApp((client) => outcome(client, `select from ${name}`))) === 0) unread.push(name);
    // What only the operator's side reads is refused as a whole.
    expect(unread).toEqual([]);
  });

  it('reads no row of another tenant: by select, by copy, with a function of its own, by a join', async () => {
    const foreign = `where tenant_id = '${other}'`;
    const all = [0, DENIED];
    expect(await atEvery((client, name) => outcome(client, `select from ${name} ${foreign}`), all)).toEqual([]);
    expect(
      await atEvery((client, name) => outcome(client, `copy (select * from ${name} ${foreign}) to stdout`), all),
    ).toEqual([]);
    expect(
      await atEvery(
        async (client, name) => {
          await client.query(`create function pg_temp.leak(value text) returns boolean language plpgsql cost 0.0000001 as
          $$ begin raise notice 'row %', value; return false; end $$`);
          let leaked = 0;
          client.on('notice', ({ message }) => (leaked += message?.includes(other) ? 1 : 0));
          await outcome(client, `select from ${name} t where pg_temp.leak(t::text)`);
          return leaked;
        },
        [0],
      ),
    ).toEqual([]);
    expect(
      await atEvery(
        (client, name) => outcome(client, `select from tenant a left join ${name} b on true where b.tenant_id <> a.id`),
        all,
      ),
    ).toEqual([]);
  });

  it('changes, locks and removes no row of another tenant', async () => {
    const foreign = `where tenant_id = '${other}'`;
    for (const text of [
      (name: string) => `update ${name} set tenant_id = tenant_id ${foreign}`,
      (name: string) => `delete from ${name} ${foreign}`,
      (name: string) => `select from ${name} ${foreign} for update`,
    ]) {
      expect(await atEvery((client, name) => outcome(client, text(name)), [0, DENIED])).toEqual([]);
    }
    expect(await atEvery((client, name) => outcome(client, `truncate ${name}`), [DENIED])).toEqual([]);
  });

  it('gives no row to another tenant, nor takes one over by the way of a conflict', async () => {
    const refused = ['policy', DENIED];
    const insert = (client: pg.Client, name: string, row: object, more = '') =>
      outcome(client, insertOf(name) + more, [JSON.stringify(row)]);
    expect(await atEvery((client, name, row) => insert(client, name, row), refused)).toEqual([]);
    expect(await atEvery((client, name, row) => insert(client, name, row, ' on conflict do nothing'), refused)).toEqual(
      [],
    );
    expect(
      await atEvery((client, name) => outcome(client, `update ${name} set tenant_id = '${other}'`), ['policy', DENIED]),
    ).toEqual([]);
    const keys = await sql((client) => uniqueKeys(client, 'i.indisprimary'));
    expect(
      await atEvery(
        (client, name, row) => {
          const key = keys.find((one) => one.table === name)?.columns ?? [];
          const on = key.map((column) => `"${column}"`).join();
          // The own tenant's row under the other's key: what it collides with must not be updated.
          return insert(
            client,
            name,
            { ...row, tenant_id: own },
            ` on conflict (${on}) do update set tenant_id = excluded.tenant_id where ${name}.tenant_id = '${other}'`,
          );
        },
        [0, 1, 'policy', DENIED, '23503', '23505', '23514'],
      ),
    ).toEqual([]);
    const sums = await sql((client) => checksums(client, other));
    expect(Object.values(sums)).not.toContain('');
  });

  it('copies nothing into a table, past the policies', async () => {
    const from = (name: string) => `copy ${name} from stdin`;
    expect(await atEvery((client, name) => outcome(client, from(name)), ['policy', DENIED])).toEqual([]);
  });

  it('sees only the present tenant through what was prepared for another', async () => {
    const client = new pg.Client(server.database.databaseUrl);
    await client.connect();
    const within = async <T>(tenantId: string, work: () => Promise<T>): Promise<T> => {
      await client.query('begin');
      await client.query("select set_config('app.tenant_id', $1, true)", [tenantId]);
      const result = await work();
      await client.query('commit');
      return result;
    };
    try {
      await client.query("set plan_cache_mode = 'force_generic_plan'");
      await within(other, () => client.query('prepare kept as select id from tenant'));
      const ids = async () => (await client.query<{ id: string }>('execute kept')).rows.map(({ id }) => id);
      expect(await within(other, ids)).toEqual([other]);
      expect(await within(own, ids)).toEqual([own]);
      // Behind the commit the scope is gone, and with it every row.
      expect(await ids()).toEqual([]);
    } finally {
      await client.end();
    }
  });

  it('becomes nobody else, and cannot put the policies away', async () => {
    for (const text of [
      'set role sunbeon_owner',
      'set role sunbeon_system',
      'set role postgres',
      'set session authorization sunbeon_owner',
      'alter table ticket disable row level security',
      'drop policy ticket_own on ticket',
      'create policy all_of_them on ticket using (true)',
      'create table sneaked (id int)',
      'create view sneaked as select * from ticket',
      "copy (select 1) to program 'true'",
      "select pg_read_file('/etc/passwd')",
      "select pg_ls_dir('.')",
      'create extension pg_trgm',
    ])
      expect([text, await asApp((client) => outcome(client, text))]).toEqual([text, DENIED]);
    for (const { name } of tables) {
      await expect(
        asApp(async (client) => {
          await client.query('set local row_security = off');
          return client.query(`select from ${name} limit 1`);
        }),
      ).rejects.toThrow(/row-level security|permission denied/);
    }
  });

  it('learns no values from the planner’s statistics', async () => {
    await sql((client) => client.query('analyze'));
    const seen = await asApp(async (client) => {
      const { rows } = await client.query<{ name: string }>(
        "select distinct schemaname || '.' || tablename as name from pg_stats where schemaname in ('public', 'part')",
      );
      return rows.map(({ name }) => name);
    });
    const tenantless = seen.filter((name) => !tables.some((table) => `public.${table.name}` === name));
    expect(seen).toEqual(tenantless);
    expect(seen.filter((name) => name.startsWith('part.'))).toEqual([]);
  });
});

const uniqueKeys = async (client: pg.Client, which: string) => {
  const { rows } = await client.query<{ table: string; name: string; columns: string[] }>(
    `select c.relname as table, x.relname as name,
       (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = c.oid and a.attnum = any (i.indkey)) as columns
     from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
     where c.relnamespace = 'public'::regnamespace and i.indisunique and ${which} order by 1, 2`,
  );
  return rows;
};

/** Keys over all tenants: whoever may insert learns from a refusal that such a value is there. Each with the reason. */
const sharedKeys: Readonly<Record<string, string>> = {
  device_pairing_pkey: 'hash of 60 random bits; a code is found before its tenant is known',
  erasure_open: 'id of a tenant that is erased once at a time; only the platform inserts',
  outbox_pkey: 'random id',
  staff_email_key: 'an e-mail is the name of one log-in in the whole installation',
  tenant_slug_key: 'a slug stands in public addresses',
};

describe('the schema', () => {
  it('has no unique key across tenants but those with a reason', async () => {
    const keys = await sql((client) => uniqueKeys(client, 'true'));
    const names = tables.map(({ name }) => name);
    const across = keys.filter(
      ({ table, columns }) => (names.includes(table) && !columns.includes('tenant_id')) || table === 'tenant',
    );
    const unexplained = across.filter(({ table, columns }) => !(table === 'tenant' && columns.join() === 'id'));
    expect(unexplained.map(({ name }) => name)).toEqual(Object.keys(sharedKeys).sort());
  });

  it('has no reference from a tenant’s row to another tenant’s: each carries the tenant on both sides', async () => {
    const loose = tables.flatMap(({ name, references }) =>
      references
        .filter(({ to }) => tables.some((table) => table.name === to))
        .filter(({ columns, theirs }) => theirs[columns.indexOf('tenant_id')] !== 'tenant_id')
        .map(({ to }) => `${name} -> ${to}`),
    );
    expect(loose).toEqual([]);
    expect(tables.flatMap(({ references }) => references).length).toBeGreaterThan(15);
  });

  it('shows nothing through views: there is none that looks with another’s rights', async () => {
    const views = await sql(async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('v', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
           and has_table_privilege('sunbeon_app', c.oid, 'select')
           and not coalesce(c.reloptions @> array['security_invoker=true'], false)`,
      );
      return rows;
    });
    expect(views).toEqual([]);
  });

  it('runs nothing with another’s rights outside of schema sys', async () => {
    const functions = await sql(async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
         where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema', 'sys')
           and has_function_privilege('sunbeon_app', p.oid, 'execute')`,
      );
      return rows;
    });
    expect(functions).toEqual([]);
  });
});

describe('what all tenants share beside the tables', () => {
  it('is the jobs, whose data are ids only', () => {
    const texts = Object.entries(jobs).flatMap(([job, schema]) => {
      const { properties = {} } = z.toJSONSchema(schema as z.ZodType, { io: 'input', unrepresentable: 'any' });
      return Object.entries(properties)
        .map(([field, one]) => [`${job}.${field}`, one as { type?: string; format?: string; enum?: unknown }] as const)
        .filter(
          ([, { type, format, enum: words }]) => type === 'string' && format !== 'uuid' && !words && format !== 'date',
        )
        .map(([name]) => name);
    });
    expect(texts).toEqual([]);
  });

  it('is nothing else: no table outside of public but the jobs’, the sockets’ and the partitions', async () => {
    const readable = await sql(async (client) => {
      const { rows } = await client.query<{ schema: string }>(
        `select distinct n.nspname as schema from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
           and has_schema_privilege('sunbeon_app', n.oid, 'usage') and has_table_privilege('sunbeon_app', c.oid, 'select') order by 1`,
      );
      return rows.map(({ schema }) => schema);
    });
    // bullmq: ids only, as said above. realtime: messages between nodes, gone within seconds; SECURITY.md says so.
    expect(readable).toEqual(['bullmq', 'public', 'realtime']);
  });
});
