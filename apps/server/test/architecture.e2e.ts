import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, type Endpoint } from '@sunbeon/contract';
import pg from 'pg';
import { jobs } from '../src/platform/jobs/catalogue.ts';
import { JobHandlers } from '../src/platform/jobs/job-handlers.ts';
import { JobsProcessor } from '../src/platform/jobs/jobs.processor.ts';
import { Outbox } from '../src/platform/outbox/outbox.ts';
import { startTestApp, type TestApp } from './app.ts';
import { openDesk } from './desk.ts';
import { makeHall, type TestHall } from './hall.ts';
import { withSuperuser } from './history.ts';
import { routesOf } from './routes.ts';
import { fillTables } from './tenant-rows.ts';

/** Routes that answer something else than the JSON of an endpoint, each with the reason why it stands outside the table. */
const otherRoutes: Readonly<Record<string, string>> = {
  'GET /api/public/:tenant/:office/events': 'the status as a stream of server-sent events',
  'GET /api/health/live': 'asked by those who start processes; must answer when nothing else does',
  'GET /api/health/ready': 'as above',
  'GET /metrics': 'Prometheus text, behind a token of its own',
  'GET /api/openapi.json': 'the printed contract itself',
  'GET /api/docs': 'the contract for people, a page',
  'POST /t/:token/cancel': 'form of the ticket page for browsers without JavaScript; answers with a page',
  'POST /t/:token/postpone': 'as above',
  'GET /api/auth/sso/:tenant': 'leads the browser to the tenant’s identity provider: a redirect, never JSON',
  'GET /api/auth/sso/callback': 'the way back from there: sets the session cookie and leads on, or to the log-in page',
  'OPTIONS *': 'CORS: what browsers ask before they ask',
};
/** Pages and files for people, served by the slice `pages`: no data of the API leaves through them. */
const pageRoutes =
  /^GET \/(?:api\/docs\/|\*|$|console|counter|kiosk|display|signup|assets|media|embed|t\/:|:tenant|favicon|robots|demo|voice|fonts)/;

/** Tables without tenant_id, each with the reason. */
const tenantless: Readonly<Record<string, string>> = {
  tenant: 'is the tenant: its policy compares id',
  rate_limit: 'counts attempts before anybody is known; holds hashes only',
  request_count: 'counts requests before anybody is known; holds hashes only',
  mikro_orm_migrations: 'which migrations ran; the serving role may only read it',
};

/** Every function that crosses tenants, and what it gives away. */
const systemFunctions: Readonly<Record<string, string>> = {
  tenant: 'the tenant of this transaction',
  ensure_month: 'nothing; makes partitions',
  tenant_by_slug: 'id of a tenant for a slug that stands in public addresses',
  tenant_ids: 'ids of tenants',
  staff_by_email: 'ids for an e-mail; the password is checked in the tenant’s scope',
  pairing_by_code: 'ids for the hash of a pairing code',
  outbox_offices: 'ids of offices with unpublished messages',
  offices_due: 'ids of offices whose clock asks for a look',
  purge_idempotency: 'a number of rows',
  devices_to_watch: 'ids of devices at which something may be wrong',
  printers_due: 'ids of devices for which a receipt waits, or whose printer was ill',
  purge_device_pictures: 'a number of rows',
  mail_due: 'ids of e-mails that wait to be sent',
  purge_audit: 'a number of rows; which ones it alone decides',
  contacts_to_forget: 'ids of offices with phone numbers whose day is over',
  keys_to_keep: 'ids of tenants whose keys are to be exchanged',
  days_to_figure: 'ids of offices whose last day has no figures',
  purge_day: 'a number of rows; only of days whose term is over and whose figures were compared, which it asks itself',
  drop_empty_months: 'a number of partitions; empty ones only',
  exports_to_do: 'ids of archives that were asked for, or whose time is over',
  erasures_due: 'ids of erasures that were confirmed',
  erase_rows: 'a number of rows; only of a closed tenant whose erasure was confirmed and is due, which it asks itself',
  tenants_due: 'ids of tenants whose status changes by the clock',
  tenant_page: 'ids of tenants in the order asked for, and how many there are',
  region_cells: 'counts by tenant and day, to the account of a region and of its own area only',
};

let server: TestApp;
let hall: TestHall;
let other: TestHall;
let tenants: { own: string; other: string };

beforeAll(async () => {
  server = await startTestApp();
  hall = await makeHall(server, { kind: 'rehearsal' });
  other = await makeHall(server, { kind: 'rehearsal' });
  for (const one of [hall, other]) {
    await one.draw('PASSPORT');
    const desk = await openDesk(one, '1');
    await desk.give('callNext', {}, 'a-key-that-is-kept');
  }
  tenants = await sql(async (client) => {
    const { rows } = await client.query<{ slug: string; id: string }>('select slug, id from tenant');
    const id = (slug: string) => rows.find((row) => row.slug === slug)?.id ?? '';
    return { own: id(hall.slug), other: id(other.slug) };
  });
  // Jobs would take away again what was made up.
  await server.app.get(JobsProcessor).worker.pause();
  await server.app.get(Outbox).settle();
  await sql(async (client) => {
    for (const tenantId of Object.values(tenants)) await fillTables(client, tenantId);
  });
}, 60_000);
afterAll(() => server.stop());

const sql = <T>(work: (client: pg.Client) => Promise<T>) => withSuperuser(server.database.superUrl, work);

/** Work under the serving role, in the scope of a tenant or of none. Everything is rolled back. */
async function asApp<T>(tenantId: string | null, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(server.database.databaseUrl);
  await client.connect();
  try {
    await client.query('begin');
    if (tenantId !== null) await client.query("select set_config('app.tenant_id', $1, true)", [tenantId]);
    return await work(client);
  } finally {
    await client.end();
  }
}

const tablesOf = (schema: string) =>
  sql(async (client) => {
    const { rows } = await client.query<{ name: string; rls: boolean; policies: number; columns: string[] }>(
      `select c.relname as name, c.relrowsecurity as rls,
         (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
         (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0) as columns
       from pg_class c where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') order by 1`,
      [schema],
    );
    return rows;
  });

describe('routes', () => {
  const declared = Object.values(endpoints).map(
    (one: Endpoint) => `${one.method} ${one.path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
  );

  it('all stand in the contract, or in the list of others with a reason', () => {
    const unknown = routesOf(server).filter(
      (route) => !declared.includes(route) && !(route in otherRoutes) && !pageRoutes.test(route),
    );
    expect(unknown).toEqual([]);
  });

  it('are there for every endpoint of the contract', () => {
    const routes = routesOf(server);
    expect(declared.filter((route) => !routes.includes(route))).toEqual([]);
    expect(routes.length).toBeGreaterThan(declared.length);
  });

  it('that are not public ask who calls: nothing is open by oversight', async () => {
    const open: string[] = [];
    for (const endpoint of Object.values(endpoints) as Endpoint[]) {
      if (endpoint.access.includes('public')) continue;
      const url = server.url + endpoint.path.replaceAll(/\{\w+\}/g, '019aaaaa-0000-7000-8000-000000000000');
      const init = endpoint.method === 'GET' ? {} : { body: '{}', headers: { 'content-type': 'application/json' } };
      const { status } = await fetch(url, { method: endpoint.method, ...init });
      if (status !== 401) open.push(`${endpoint.method} ${endpoint.path}: ${status}`);
    }
    expect(open).toEqual([]);
  });
});

describe('tables', () => {
  it('all have a tenant and a policy, or stand in the list of others with a reason', async () => {
    const tables = await tablesOf('public');
    expect(tables.length).toBeGreaterThan(18);
    const faults = tables.filter(({ name, rls, policies, columns }) => {
      const guarded = rls && policies > 0;
      return name in tenantless ? !guarded && name === 'tenant' : !guarded || !columns.includes('tenant_id');
    });
    expect(faults).toEqual([]);
  });

  it('of months are out of reach: a partition would skip the policy of its table', async () => {
    const partitions = await tablesOf('part');
    expect(partitions.map(({ name }) => name)).toEqual(expect.arrayContaining([expect.stringMatching(/^ticket_2/)]));
    const grants = await sql(async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select c.relname as name from pg_class c where c.relnamespace = 'part'::regnamespace
           and has_table_privilege('sunbeon_app', c.oid, 'select, insert, update, delete, truncate')`,
      );
      const [schema] = (
        await client.query<{ may: boolean }>("select has_schema_privilege('sunbeon_app', 'part', 'usage') as may")
      ).rows;
      return { tables: rows, schema: schema?.may };
    });
    expect(grants).toEqual({ tables: [], schema: false });
  });

  it('show nothing to raw SQL without a tenant, and nothing of another tenant', async () => {
    const tables = (await tablesOf('public'))
      .map(({ name }) => name)
      .filter((name) => !(name in tenantless) || name === 'tenant');
    const key = (name: string) => (name === 'tenant' ? 'id' : 'tenant_id');
    const count = (client: pg.Client, text: string) =>
      client.query<{ n: number }>(`select count(*)::int as n from ${text}`).then(({ rows }) => rows[0]?.n ?? -1);
    const seen: string[] = [];
    const empty: string[] = [];
    for (const name of tables) {
      if ((await sql((client) => count(client, `${name} where ${key(name)} = '${tenants.own}'`))) === 0)
        empty.push(name);
      if ((await asApp(null, (client) => count(client, name))) !== 0) seen.push(`${name} without a tenant`);
      const foreign = await asApp(tenants.other, (client) =>
        count(client, `${name} where ${key(name)} <> '${tenants.other}'`),
      );
      if (foreign !== 0) seen.push(`${name} of another tenant`);
    }
    expect(seen).toEqual([]);
    // What is empty proves nothing.
    expect(empty).toEqual([]);
  });

  it('take no row of another tenant', async () => {
    const taken: string[] = [];
    for (const { name } of await tablesOf('public')) {
      if (name in tenantless) continue;
      const row = await sql(async (client) => {
        const { rows } = await client.query<{ row: object }>(
          `select to_jsonb(t) as row from ${name} t where tenant_id = $1 limit 1`,
          [tenants.own],
        );
        return rows[0]?.row;
      });
      if (!row) throw new Error(`${name} is empty`);
      const insert = `insert into ${name} select * from jsonb_populate_record(null::${name}, $1)`;
      const code = await asApp(tenants.other, (client) =>
        client.query(insert, [JSON.stringify(row)]).then(
          () => 'taken',
          (error: { code: string; message: string }) =>
            // Of the tenant by its policy, or of all: nobody who serves may write there.
            /row-level security|permission denied for table/.test(error.message) ? 'refused' : error.code,
        ),
      );
      if (code !== 'refused') taken.push(`${name}: ${code}`);
      const changed = await asApp(tenants.other, (client) =>
        client.query(`update ${name} set tenant_id = tenant_id where tenant_id = $1`, [tenants.own]).then(
          ({ rowCount }) => rowCount,
          (error: { code: string }) => (error.code === '42501' ? 0 : -1),
        ),
      );
      if (changed !== 0) taken.push(`${name}: ${changed} rows changed`);
    }
    expect(taken).toEqual([]);
  });

  it('of the log cannot be rewritten by the serving role', async () => {
    for (const text of [
      'update ticket_event set type = type',
      'delete from ticket_event',
      'truncate ticket_event',
      'delete from ticket',
      'update audit set action = action',
      'delete from audit',
      'truncate audit',
      'insert into audit_anchor select * from audit_anchor',
    ]) {
      await expect(asApp(tenants.own, (client) => client.query(text))).rejects.toThrow('permission denied');
    }
  });
});

describe('the serving role', () => {
  it('owns nothing, cannot pass policies and may make nothing outside its jobs', async () => {
    const facts = await sql(async (client) => {
      const { rows } = await client.query(
        `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication,
           (select count(*)::int from pg_class where relowner = r.oid and relnamespace <> 'bullmq'::regnamespace) as owns,
           (select count(*)::int from pg_proc where proowner = r.oid and pronamespace <> 'bullmq'::regnamespace) as functions,
           (select array_agg(nspname::text order by 1) from pg_namespace where has_schema_privilege(r.oid, oid, 'create')
             and nspname not like 'pg\\_temp%') as creates,
           (select count(*)::int from pg_auth_members where member = r.oid) as member_of
         from pg_roles r where rolname = 'sunbeon_app'`,
      );
      return rows[0] as object;
    });
    expect(facts).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
      owns: 0,
      functions: 0,
      creates: ['bullmq'],
      member_of: 0,
    });
  });

  it('crosses tenants through listed functions only, which do not run as the owner and have a fixed path', async () => {
    const functions = await sql(async (client) => {
      const { rows } = await client.query<{ name: string; definer: boolean; owner: string; config: string[] | null }>(
        `select proname as name, prosecdef as definer, pg_get_userbyid(proowner) as owner, proconfig as config
         from pg_proc where pronamespace = 'sys'::regnamespace and has_function_privilege('sunbeon_app', oid, 'execute') order by 1`,
      );
      return rows;
    });
    expect(functions.map(({ name }) => name)).toEqual(Object.keys(systemFunctions).sort());
    const definers = functions.filter(({ definer }) => definer);
    expect(
      definers.filter(({ config }) => !config?.some((one) => one.startsWith('search_path='))).map(({ name }) => name),
    ).toEqual([]);
    const asOwner = definers.filter(({ owner }) => owner !== 'sunbeon_system').map(({ name }) => name);
    expect(asOwner).toEqual(['drop_empty_months', 'ensure_month']); // they drop and make tables, which only their owner may
  });

  it('gets ids only from them', async () => {
    const columns = await sql(async (client) => {
      const { rows } = await client.query<{ name: string; result: string }>(
        `select proname as name, pg_get_function_result(oid) as result from pg_proc
         where pronamespace = 'sys'::regnamespace and prosecdef order by 1`,
      );
      const figures = ['tenant_page', 'region_cells']; // a total; counts that a region may know (regions.e2e.ts)
      return rows
        .filter(({ name, result }) => !/^(?:void|bigint|uuid)$/.test(result) && !figures.includes(name))
        .map(({ result }) => result);
    });
    for (const result of columns)
      expect(result).toMatch(/^TABLE\((?:(?:id|tenant_id|office_id|device_id) uuid(?:, )?)+\)$/);
  });
});

describe('jobs', () => {
  it('have one processor each', () => {
    const handlers = server.app.get(JobHandlers);
    expect(handlers.missing()).toEqual([]);
    for (const name of Object.keys(jobs)) {
      expect(() => handlers.register(name as keyof typeof jobs, async () => undefined)).toThrow('two processors');
    }
  });
});
